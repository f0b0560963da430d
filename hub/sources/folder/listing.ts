import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A file as the folder shows it; `path` is relative, with `/`. */
export type ListedFile = { readonly path: string; readonly size: number; readonly mtimeMs: number };

const DEPTH_MAX = 4;
const FILES_MAX = 10_000;
/** What programs call a file that they are still writing. */
const UNFINISHED = /^[.~]|~$|\.(part|partial|filepart|tmp|temp|crdownload|download|swp|lock)$/i;

/** Every ordinary file below the folder. Rejects where the folder itself cannot be read. */
export async function listFiles(folder: string): Promise<ListedFile[]> {
	const files: ListedFile[] = [];
	await listInto(files, folder, []);
	return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function listInto(files: ListedFile[], folder: string, below: readonly string[]): Promise<void> {
	const items = await readdir(join(folder, ...below), { withFileTypes: true });
	for (const item of items) {
		if (UNFINISHED.test(item.name) || files.length >= FILES_MAX) continue;
		const parts = [...below, item.name];
		if (item.isDirectory() && parts.length < DEPTH_MAX) await listInto(files, folder, parts);
		if (!item.isFile()) continue;
		const info = await stat(join(folder, ...parts)).catch(() => null);
		if (info) files.push({ path: parts.join('/'), size: info.size, mtimeMs: info.mtimeMs });
	}
}
