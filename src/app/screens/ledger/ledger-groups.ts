import { isTaking } from '../../../domain/ledger/takings.ts';
import type { Tender } from '../../../domain/ledger/tender.ts';
import type { Minor } from '../../../domain/money.ts';
import { type BusinessDay, HOUR_MS, MINUTE_MS } from '../../../domain/time.ts';
import type { LedgerRow, LedgerStanding } from '../../../storage/queries/ledger/ledger-list.ts';

/** What the list is narrowed to; null does not narrow. */
export type LedgerFilter = { readonly tender: Tender | null; readonly standing: StandingGroup | null; readonly cashier: string | null };
export const NO_FILTER: LedgerFilter = { tender: null, standing: null, cashier: null };

export const STANDING_GROUPS = ['matched', 'check', 'awaiting', 'not_needed', 'undone'] as const;
export type StandingGroup = (typeof STANDING_GROUPS)[number];

const GROUP_OF = {
	matched: 'matched',
	likely: 'check',
	gap: 'check',
	awaiting: 'awaiting',
	unjudged: 'awaiting',
	whole: 'not_needed',
	not_paid: 'not_needed',
	undone: 'undone',
} as const satisfies Record<LedgerStanding['kind'], StandingGroup>;

export function passes({ sale, standing }: LedgerRow, filter: LedgerFilter): boolean {
	if (filter.tender !== null && sale.tender !== filter.tender) return false;
	if (filter.cashier !== null && sale.cashier !== filter.cashier) return false;
	return filter.standing === null || GROUP_OF[standing.kind] === filter.standing;
}

/** A line of the list: the head of an hour (or of a day, where several days are listed) with its subtotal, or a sale. */
export type LedgerLine =
	| { readonly kind: 'head'; readonly key: string; readonly day: BusinessDay; readonly hour: number | null; readonly count: number; readonly sumMinor: Minor }
	| { readonly kind: 'sale'; readonly key: string; readonly row: LedgerRow };

/** Heads before their rows, in the order given. Counts and sums are of sales that stand and were paid, refunds taken off. */
export function linesOf(rows: readonly LedgerRow[], by: 'hour' | 'day'): LedgerLine[] {
	const groups = new Map<string, LedgerRow[]>();
	for (const row of rows) {
		const key = by === 'day' ? row.sale.day : `${row.sale.day} ${hourOf(row)}`;
		const group = groups.get(key);
		if (group) group.push(row);
		else groups.set(key, [row]);
	}
	return [...groups].flatMap(([key, group]) => [headOf(key, group, by), ...group.map((row): LedgerLine => ({ kind: 'sale', key: row.sale.id, row }))]);
}

function headOf(key: string, group: readonly LedgerRow[], by: 'hour' | 'day'): LedgerLine {
	const [first] = group;
	const takings = group.map(({ sale }) => sale).filter(isTaking);
	return {
		kind: 'head',
		key,
		day: first?.sale.day ?? '',
		hour: by === 'hour' && first ? hourOf(first) : null,
		count: takings.filter(({ kind }) => kind === 'sale').length,
		sumMinor: takings.reduce((sum, { kind, amountMinor }) => sum + (kind === 'sale' ? amountMinor : -amountMinor), 0),
	};
}

/** The hour on the clock of the day, 0 to 23, as it was shown when the sale was recorded. */
function hourOf({ sale }: LedgerRow): number {
	return new Date(Math.floor((sale.at + sale.offset * MINUTE_MS) / HOUR_MS) * HOUR_MS).getUTCHours();
}
