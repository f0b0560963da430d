import { PRACTICE_SOURCE } from '../../../src/domain/receipts/practice-source.ts';
import type { Journal } from '../../journal/journal.ts';
import type { BillReader } from '../../reading/reader.ts';
import { joinCoverage } from '../coverage.ts';
import type { Source, SourceState } from '../source.ts';
import { DEMO_DAY_RECEIPTS } from './demo-day.ts';

const PART = 'demo-day.csv';

/** The demo shop's receipts, for practice mode; what a hub serves that was told of no source. */
export function createPracticeSource({ read }: Pick<BillReader, 'read'>, journal: Journal): Source {
	let state: SourceState = 'starting';
	return {
		name: PRACTICE_SOURCE,
		start: async () => {
			const file = { name: PART, bytes: new TextEncoder().encode(DEMO_DAY_RECEIPTS), mark: '' };
			await journal.put(PRACTICE_SOURCE, PART, await read(file, PRACTICE_SOURCE));
			state = 'ok';
		},
		refresh: async () => {},
		state: () => state,
		coverage: () => joinCoverage(journal.part(PRACTICE_SOURCE, PART)?.coverage ?? []),
		stop: async () => {},
	};
}
