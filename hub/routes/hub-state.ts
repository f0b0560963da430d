import type { Journal } from '../journal/journal.ts';
import type { SimulatorControl } from '../sources/simulator/simulator.ts';
import type { Source } from '../sources/source.ts';

/** What the routes answer from. */
export type HubState = {
	readonly version: string;
	readonly journal: Journal;
	readonly sources: readonly Source[];
	/** Null where no terminal is simulated, or where others than this machine could reach it. */
	readonly simulator: SimulatorControl | null;
	readonly token: string | null;
	/** Whether the hub answers under any name (it then has a token). */
	readonly open: boolean;
	/** Folders of the built app, the present one first; null while it is being built. */
	readonly appFolders: () => readonly string[] | null;
	readonly now: () => number;
	/** Milliseconds that only ever go on. */
	readonly elapsed: () => number;
	readonly log: (line: string) => void;
};
