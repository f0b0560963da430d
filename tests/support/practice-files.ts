import { readFile } from 'node:fs/promises';

/** A file of `public/` by its address in the app. */
export async function practiceFile(path: string): Promise<Uint8Array> {
	return new Uint8Array(await readFile(new URL(`../../public${path}`, import.meta.url)));
}
