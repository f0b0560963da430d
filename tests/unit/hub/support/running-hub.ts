import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Settings, SourceSpec } from '../../../../hub/settings.ts';
import { startHub } from '../../../../hub/start-hub.ts';
import { temporaryFolder } from './hub-fixtures.ts';

export type RunningHub = {
	readonly url: string;
	/** Everything the hub wrote to its log. */
	readonly logged: readonly string[];
	readonly get: (path: string, headers?: Record<string, string>) => Promise<Response>;
	readonly post: (path: string, body: unknown, headers?: Record<string, string>) => Promise<Response>;
	readonly stop: () => Promise<void>;
};

export type HubWishes = Partial<Settings> & {
	readonly sources?: readonly SourceSpec[];
	readonly appFolders?: readonly string[] | null;
	readonly now?: () => number;
	readonly elapsed?: () => number;
};

/** A hub of this test's own on a free port; stopped when the test ends. */
export async function runHub({ appFolders = null, now = Date.now, elapsed = () => performance.now(), ...wishes }: HubWishes = {}): Promise<RunningHub> {
	const dataFolder = wishes.dataFolder ?? (await temporaryFolder());
	const settings: Settings = { port: 0, host: '127.0.0.1', sources: [], token: null, appFolder: null, ...wishes, dataFolder };
	const logged: string[] = [];
	const hub = await startHub({ settings, version: '9.9.9', appFolders: () => appFolders, now, elapsed, log: (line) => logged.push(line) });
	if (!hub.ok) throw new Error(hub.error);
	const { url, stop } = hub.value;
	let stopped: Promise<void> | null = null;
	const stopOnce = () => {
		stopped ??= stop();
		return stopped;
	};
	onTestFinished(stopOnce);
	return {
		url,
		logged,
		get: (path, headers = {}) => fetch(url + path, { headers }),
		post: (path, body, headers = {}) =>
			fetch(url + path, { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json', ...headers } }),
		stop: stopOnce,
	};
}

/** A built app as small as can be. */
export async function builtApp(files: Readonly<Record<string, string>> = {}): Promise<string> {
	const folder = await temporaryFolder();
	const all = {
		'index.html': '<!doctype html><title>Counterfoil</title>',
		'sw.js': 'self.addEventListener("fetch", () => {});',
		'manifest.webmanifest': '{"name":"Counterfoil"}',
		'assets/app-Ab3_xyZ9.js': `console.log(${JSON.stringify('x'.repeat(5_000))});`,
		'.vite/manifest.json': '{}',
		...files,
	};
	for (const [path, text] of Object.entries(all)) {
		await mkdir(join(folder, path, '..'), { recursive: true });
		await writeFile(join(folder, path), text);
	}
	return folder;
}
