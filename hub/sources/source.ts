import type { CoverageWire } from '../../src/feeds/protocol.ts';

/** `starting`: never answered yet · `ok` · `failing`: the last try went wrong, what was said before is served · `offline`: a simulated terminal without network. */
export type SourceState = 'starting' | 'ok' | 'failing' | 'offline';

/** Where receipts come from. A source writes what it learns into the journal, in its own time. */
export type Source = {
	readonly name: string;
	/** Begins to read; resolves when the first try has ended, well or not. */
	readonly start: () => Promise<void>;
	/** Called before an answer is given: what is due by now is in the journal when it resolves. Rejects where the disk does not take it. */
	readonly refresh: () => Promise<void>;
	readonly state: () => SourceState;
	/** The time for which everything is in the journal now. */
	readonly coverage: () => readonly CoverageWire[];
	/** Resolves when nothing more will be written. */
	readonly stop: () => Promise<void>;
};

/** What every source is made of. */
export type SourceContext = {
	readonly now: () => number;
	/** Milliseconds that only ever go on, whatever happens to the clock. */
	readonly elapsed: () => number;
	/** A line for the operator; never holds what stands in receipts. */
	readonly log: (line: string) => void;
};
