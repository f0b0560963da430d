import { HOUR_MS, MINUTE_MS } from '../time.ts';
import type { Coverage } from './reading.ts';
import type { Leg, Receipt } from './receipt.ts';

/** What one page of a feed says about one source's leg. */
export type FeedGroup = {
	readonly source: string;
	readonly leg: Leg;
	readonly receipts: readonly Receipt[];
	readonly coverage: readonly Coverage[];
	/** Receipts that the feed takes back; they are not told apart by source and go with the first group. */
	readonly withdrawn: readonly string[];
};

type FeedFacts = { readonly receipts: readonly Receipt[]; readonly coverage: readonly Coverage[]; readonly withdrawn: readonly string[] };

/** The page by source and leg, with only the sources wanted; in the order in which they first come. */
export function feedGroups(page: FeedFacts, feed: string, wanted: (source: string) => boolean): readonly FeedGroup[] {
	const groups = new Map<string, { source: string; leg: Leg; receipts: Receipt[]; coverage: Coverage[]; withdrawn: readonly string[] }>();
	const groupOf = (source: string, leg: Leg) => {
		const key = `${leg} ${source}`;
		const group = groups.get(key) ?? { source, leg, receipts: [], coverage: [], withdrawn: [] };
		groups.set(key, group);
		return group;
	};
	for (const receipt of page.receipts) if (wanted(receipt.source)) groupOf(receipt.source, receipt.leg).receipts.push(receipt);
	for (const part of page.coverage) if (wanted(part.source)) groupOf(part.source, part.leg).coverage.push(heard(part));
	if (page.withdrawn.length > 0) {
		const first = [...groups.values()][0] ?? groupOf(feed, 'terminal');
		first.withdrawn = page.withdrawn;
	}
	return [...groups.values()];
}

/** A terminal records a payment as it is made; what it does not tell by then it has not. A provider's bill speaks only once it is due. */
function heard(part: Coverage): Coverage {
	return part.leg === 'terminal' ? { ...part, dueWhenCovered: true } : part;
}

/** While sales are made, what a live source covers is written down in steps of this; in a quiet shop once in an hour. */
export const COVERAGE_STEP_MS = 2 * MINUTE_MS;
export const COVERAGE_STEP_QUIET_MS = HOUR_MS;

/**
 * What a group is known by. One without receipts says only what is covered, and says the same as before until the coverage
 * has grown by a step.
 */
export function groupFacts({ source, leg, receipts, coverage, withdrawn }: FeedGroup, stepMs: number): unknown {
	if (receipts.length > 0 || withdrawn.length > 0) return { source, leg, receipts, withdrawn };
	const stepped = coverage.map(({ interval, tenders }) => ({ from: interval.from, to: Math.floor(interval.to / stepMs), tenders }));
	return { source, leg, covered: stepped, stepMs };
}
