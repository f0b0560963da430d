import { readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Context } from 'hono';
import { getMimeType } from 'hono/utils/mime';
import { refuse } from '../web/problem-answer.ts';
import { type Content, contentOf, send } from '../web/send.ts';
import type { HubState } from './hub-state.ts';

const IMMUTABLE = 'public, max-age=31536000, immutable';
const ALWAYS_ASK = 'no-cache';
/** A file whose name holds its content's hash. */
const HASHED = /^\/assets\/.*-[\w-]{8,}\.\w+$/;

type Kept = { readonly stamp: string; readonly content: Content };

/**
 * Everything that is not the feed: the app. Unknown paths without an extension are the app's own routes. Under `/assets`
 * nothing stands in for a missing file, or a tablet would run a page as a script; files of earlier builds stay there, so
 * that a tablet still on one can load what it has not loaded yet.
 */
export function appFiles({ appFolders }: Pick<HubState, 'appFolders'>): (c: Context) => Promise<Response> {
	const kept = new Map<string, Kept>();

	async function find(folders: readonly string[], path: string): Promise<Content | null> {
		for (const [at, folder] of folders.entries()) {
			if (at > 0 && !path.startsWith('/assets/')) break;
			const content = await read(kept, join(folder, ...path.split('/')));
			if (content) return content;
		}
		return null;
	}

	return async (c) => {
		if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return refuse(c, 'method_not_allowed');
		const path = plainPath(new URL(c.req.url).pathname);
		if (path === null) return refuse(c, 'not_found');
		const folders = appFolders();
		if (folders === null) return refuse(c, 'app_unavailable');
		const isRoute = extname(path) === '' && !path.startsWith('/assets/');
		const content = await find(folders, isRoute ? '/index.html' : path);
		if (!content) return refuse(c, isRoute ? 'app_unavailable' : 'not_found');
		return send(c, content, HASHED.test(path) ? IMMUTABLE : ALWAYS_ASK);
	};
}

/** Null for a path that leaves the folder, names a hidden file or holds what no file name of ours does. */
function plainPath(pathname: string): string | null {
	try {
		const path = decodeURIComponent(pathname);
		const parts = path.split('/').slice(1);
		return parts.some((part) => part.startsWith('.') || /[\\:]|\p{Cc}/u.test(part)) ? null : path;
	} catch {
		return null;
	}
}

/** Reads a file anew only where it changed, so that a new build is served without a restart. */
async function read(kept: Map<string, Kept>, file: string): Promise<Content | null> {
	const info = await stat(file).catch(() => null);
	if (!info?.isFile()) return null;
	const stamp = `${info.size}:${info.mtimeMs}`;
	const known = kept.get(file);
	if (known?.stamp === stamp) return known.content;
	const bytes = await readFile(file).catch(() => null);
	if (!bytes) return null;
	const content = contentOf(typeOf(file), bytes);
	kept.set(file, { stamp, content });
	return content;
}

function typeOf(file: string): string {
	if (file.endsWith('.webmanifest')) return 'application/manifest+json; charset=utf-8';
	return getMimeType(file) ?? 'application/octet-stream';
}
