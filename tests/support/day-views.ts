import { asDiscrepancyId } from '../../src/domain/ids.ts';
import type { GapLine, TenderLine } from '../../src/storage/queries/day/day-view.ts';
import { MIDNIGHT } from './noodle-day.ts';

/** A line of a day's ticket in which everything agrees. */
export function line(change: Partial<TenderLine> & Pick<TenderLine, 'tender'>): TenderLine {
	return {
		salesCount: 2,
		ledgerMinor: 5_000,
		receiptsCount: 2,
		receiptsMinor: 5_000,
		shortMinor: 0,
		overMinor: 0,
		awaitingCount: 0,
		awaitingUntil: null,
		...change,
	};
}

/** An open gap. */
export function gapLine(change: Partial<GapLine> = {}): GapLine {
	return {
		id: asDiscrepancyId('g1'),
		kind: 'missing_at_terminal',
		at: MIDNIGHT,
		amountMinor: 2_850,
		currency: 'CNY',
		risk: 'loss',
		state: 'open',
		snoozedUntil: null,
		terminalId: '01',
		oursMinor: 2_850,
		theirsMinor: null,
		sale: 's1',
		case: null,
		...change,
	};
}
