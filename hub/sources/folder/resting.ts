import { type ListedFile, stampOf } from './listing.ts';

/** A file whose size and time have not moved for so long is taken to be complete. */
const REST_MS = 1_500;
/** A file that was last written so long ago is complete at first sight. */
const OLD_MS = 10_000;
/** Providers replace a file by deleting it and writing it anew. */
const ABSENT_MS = 3_000;
/** Where everything is gone at once, a drive was more likely unplugged than every bill withdrawn. */
const ALL_ABSENT_MS = 30_000;
const ALL_MIN = 3;

/** Remembers how long files have stood still or been away. */
export type Resting = {
	/** Takes in a listing and answers which of its files are complete. */
	readonly complete: (files: readonly ListedFile[], at: { readonly now: number; readonly elapsed: number }) => readonly ListedFile[];
	/** Of the files known before, those that are gone for good. */
	readonly gone: (known: readonly string[], files: readonly ListedFile[], elapsed: number) => readonly string[];
};

export function createResting(): Resting {
	let standing = new Map<string, { readonly stamp: string; readonly since: number }>();
	let absent = new Map<string, number>();

	function complete(files: readonly ListedFile[], { now, elapsed }: { readonly now: number; readonly elapsed: number }): readonly ListedFile[] {
		const before = standing;
		standing = new Map(
			files.map((file) => {
				const stamp = stampOf(file);
				const old = before.get(file.path);
				return [file.path, old?.stamp === stamp ? old : { stamp, since: elapsed }];
			}),
		);
		return files.filter((file) => elapsed - (standing.get(file.path)?.since ?? elapsed) >= REST_MS || now - file.mtimeMs >= OLD_MS);
	}

	function gone(known: readonly string[], files: readonly ListedFile[], elapsed: number): readonly string[] {
		const there = new Set(files.map(({ path }) => path));
		const away = known.filter((path) => !there.has(path));
		absent = new Map(away.map((path) => [path, absent.get(path) ?? elapsed]));
		const patience = away.length === known.length && known.length >= ALL_MIN ? ALL_ABSENT_MS : ABSENT_MS;
		return away.filter((path) => elapsed - (absent.get(path) ?? elapsed) >= patience);
	}

	return { complete, gone };
}
