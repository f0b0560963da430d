import { sideOf } from '../../../domain/discrepancies/sides.ts';
import type { Tender } from '../../../domain/ledger/tender.ts';
import type { Band } from '../../../domain/matching/outcome.ts';
import type { MatchRow } from '../../../storage/queries/match/rows.ts';

/** What is looked at; an empty set lets everything through. The empty text stands for no terminal noted. */
export type MatchFilter = {
	readonly terminals: ReadonlySet<string>;
	readonly tenders: ReadonlySet<Tender>;
	readonly bands: ReadonlySet<Band>;
	/** Only what is short, or only what is over. */
	readonly side: 'short' | 'over' | null;
};
export const NO_FILTER: MatchFilter = { terminals: new Set(), tenders: new Set(), bands: new Set(), side: null };

export function isFiltering({ terminals, tenders, bands, side }: MatchFilter): boolean {
	return terminals.size + tenders.size + bands.size > 0 || side !== null;
}

export function filterRows(rows: readonly MatchRow[], filter: MatchFilter): readonly MatchRow[] {
	if (!isFiltering(filter)) return rows;
	return rows.filter(
		(row) =>
			(filter.terminals.size === 0 || terminalsOf(row).some((one) => filter.terminals.has(one))) &&
			(filter.tenders.size === 0 || tendersOf(row).some((one) => filter.tenders.has(one))) &&
			(filter.bands.size === 0 || (row.kind === 'pair' && filter.bands.has(row.match.band))) &&
			(filter.side === null || rowSide(row) === filter.side),
	);
}

/** What can be filtered by on this day, with nothing offered that no line has. */
export function filterChoices(rows: readonly MatchRow[]): {
	readonly terminals: readonly string[];
	readonly tenders: readonly Tender[];
	readonly bands: readonly Band[];
} {
	const bands: readonly Band[] = ['auto', 'suggested', 'review'];
	const present = new Set(rows.flatMap((row) => (row.kind === 'pair' ? [row.match.band] : [])));
	return {
		terminals: [...new Set(rows.flatMap(terminalsOf))].sort(),
		tenders: [...new Set(rows.flatMap(tendersOf))].sort(),
		bands: bands.filter((band) => present.has(band)),
	};
}

function terminalsOf({ sales, receipts }: MatchRow): string[] {
	const named = [...sales, ...receipts].flatMap((one) => one.terminalId ?? []);
	return named.length === 0 ? [''] : named;
}

function tendersOf({ sales, receipts }: MatchRow): Tender[] {
	return [...sales, ...receipts].flatMap((one) => one.tender ?? []);
}

/** On which side of the equation a line weighs; null where both halves agree. */
export function rowSide(row: MatchRow): 'short' | 'over' | null {
	if (row.kind === 'wait' || row.kind === 'out') return null;
	if (row.kind === 'pair' && row.match.band !== 'review' && row.match.differenceMinor !== 0) return row.match.differenceMinor < 0 ? 'short' : 'over';
	const { discrepancy } = row;
	if (!discrepancy || discrepancy.kind === 'tender_mismatch') return null;
	const reversed = row.sales.length > 0 && row.sales.every((sale) => sale.reversedBy !== null);
	const refund = [...row.sales, ...row.receipts].some((one) => one.kind === 'refund');
	return sideOf(discrepancy.kind, { reversed, refund });
}
