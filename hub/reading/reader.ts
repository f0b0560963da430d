import { readFile } from '../../src/importers/read-file.ts';
import type { PartContent } from '../journal/journal.ts';
import { type BillFile, readBills } from './read-bills.ts';

/** Reads what lies in a folder. Never rejects: a file that cannot be read says why. */
export type BillReader = {
	readonly read: (file: BillFile, source: string) => Promise<PartContent>;
	readonly stop: () => Promise<void>;
};

/** In the thread that serves: for small things, and where no worker was built. */
export function readerInThread(): BillReader {
	return { read: (file, source) => readBills(file, source, readFile), stop: async () => {} };
}
