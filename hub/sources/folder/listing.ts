import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A file as the folder shows it; `path` is relative, with `/`. */
export type ListedFile = { readonly path: string; readonly size: number; readonly mtimeMs: number };

const DEPTH_MAX = 4;
const FILES_MAX = 50_000;
/** What programs call a file that they are still writing. */
const UNFINISHED = /^[.~]|~$|\.(part|partial|filepart|tmp|temp|crdownload|download|swp|lock)$/i;

/** Every ordinary file of the folder and three levels below. Rejects where it cannot be read or holds more than can be watched. */
export async function listFiles(folder: string): Promise<ListedFile[]> {
	const files: ListedFile[] = [];
	await listInto(files, folder, []);
	return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function listInto(files: ListedFile[], folder: string, below: readonly string[]): Promise<void> {
	const items = await readdir(join(folder, ...below), { withFileTypes: true });
	for (const item of items) {
		if (UNFINISHED.test(item.name)) continue;
		if (files.length >= FILES_MAX) throw new Error(`the folder holds more than ${FILES_MAX} files; move old ones away`);
		const parts = [...below, item.name];
		if (item.isDirectory() && parts.length < DEPTH_MAX) await listInto(files, folder, parts);
		if (!item.isFile()) continue;
		const info = await stat(join(folder, ...parts)).catch(() => null);
		if (info) files.push({ path: parts.join('/'), size: info.size, mtimeMs: info.mtimeMs });
	}
}

/** Changes whenever the file does, as far as the file system tells. */
export function stampOf({ size, mtimeMs }: Pick<ListedFile, 'size' | 'mtimeMs'>): string {
	return `${size}:${mtimeMs}`;
}
