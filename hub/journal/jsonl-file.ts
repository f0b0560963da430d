import { mkdir, open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

/** A file of JSON lines that only grows. A line that `append` has acknowledged is on the disk. */
export type JsonlFile = {
	/** What stood in the file when it was opened; empty where it is new or was set aside. */
	readonly lines: readonly unknown[];
	/** Where the old file went if a line inside it could not be read. */
	readonly setAside: string | null;
	/** All of the values or none; rejects where the disk does not take them. One call at a time. */
	readonly append: (values: readonly unknown[]) => Promise<void>;
	readonly close: () => Promise<void>;
};

/**
 * Opens or creates the file. A last line that was cut off in the middle of writing was never acknowledged and is
 * dropped; damage anywhere else sets the whole file aside, so that nothing is served from a history with holes.
 */
export async function openJsonl(path: string, now: () => number): Promise<JsonlFile> {
	await mkdir(dirname(path), { recursive: true });
	const old = await readOld(path);
	const setAside = old.damaged ? `${path}.damaged-${now()}` : null;
	if (setAside) await rename(path, setAside);
	const handle = await open(path, 'a');
	let length = setAside ? 0 : old.length;
	let overhang = true;

	async function append(values: readonly unknown[]): Promise<void> {
		const bytes = Buffer.from(values.map((value) => `${JSON.stringify(value)}\n`).join(''), 'utf8');
		// What an append that failed may have left behind was never acknowledged and must not come back with a restart.
		if (overhang) await handle.truncate(length);
		overhang = true;
		await handle.appendFile(bytes);
		await handle.datasync();
		overhang = false;
		length += bytes.length;
	}

	return { lines: setAside ? [] : old.lines, setAside, append, close: () => handle.close() };
}

async function readOld(path: string): Promise<{ lines: unknown[]; length: number; damaged: boolean }> {
	const handle = await open(path, 'a+');
	try {
		const bytes = await handle.readFile();
		const length = bytes.lastIndexOf(10) + 1;
		const texts = bytes.toString('utf8', 0, length).split('\n').slice(0, -1);
		return { lines: texts.map((text) => JSON.parse(text) as unknown), length, damaged: false };
	} catch (error) {
		if (!(error instanceof SyntaxError)) throw error;
		return { lines: [], length: 0, damaged: true };
	} finally {
		await handle.close();
	}
}
