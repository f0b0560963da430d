import type { Instant } from '../domain/time.ts';

/** What a command of the line may touch: two streams of text, files by path, and the clock. Tests hand in their own. */
export type Io = {
	/** The answer (stdout). */
	readonly out: (text: string) => void;
	/** Words for people (stderr). */
	readonly err: (text: string) => void;
	/** Rejects where the file is missing or may not be read. */
	readonly readFile: (path: string) => Promise<Uint8Array>;
	readonly now: () => Instant;
};
