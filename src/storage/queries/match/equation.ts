import type { Discrepancy } from '../../../domain/discrepancies/discrepancy.ts';
import type { Minor } from '../../../domain/money.ts';
import type { MatchRow } from './rows.ts';

export type Side = { readonly count: number; readonly minor: Minor };
/** Ours − theirs = short − over, and the two differences are never netted against each other. Awaiting and excluded rows are in neither. */
export type Equation = { readonly ours: Side; readonly theirs: Side; readonly short: Side; readonly over: Side };

/** Over everything that was judged. Proposals of band `review` count on neither side: both their halves stand as gaps. */
export function equationOf(rows: readonly MatchRow[]): Equation {
	const sum = { ours: zero(), theirs: zero(), short: zero(), over: zero() };
	for (const row of rows) {
		if (row.kind === 'pair' && row.match.band !== 'review') addPair(row, sum);
		if (row.kind === 'gap' || (row.kind === 'pair' && row.discrepancy)) addGap(row, sum);
	}
	return sum;
}

type Sum = { readonly [K in keyof Equation]: { count: number; minor: Minor } };
const zero = () => ({ count: 0, minor: 0 });

function addPair({ sales, receipts, match }: Extract<MatchRow, { kind: 'pair' }>, sum: Sum): void {
	const ours = sales.reduce((total, sale) => total + (sale.kind === 'refund' ? -sale.amountMinor : sale.amountMinor), 0);
	add(sum.ours, sales.length, ours);
	add(sum.theirs, payments(receipts.filter((receipt) => match.receipts.includes(receipt.id))), ours + match.differenceMinor);
	if (match.differenceMinor < 0) add(sum.short, 1, -match.differenceMinor);
	if (match.differenceMinor > 0) add(sum.over, 1, match.differenceMinor);
}

/** The terminal's and the provider's records of one payment are one payment. */
function payments(receipts: readonly { readonly leg: string }[]): number {
	const legs = new Map<string, number>();
	for (const { leg } of receipts) legs.set(leg, (legs.get(leg) ?? 0) + 1);
	return Math.max(0, ...legs.values());
}

/** What a discrepancy adds besides the pair on whose line it stands. */
function addGap(row: Extract<MatchRow, { kind: 'gap' | 'pair' }>, sum: Sum): void {
	const { discrepancy } = row;
	if (!discrepancy) return;
	const { amountMinor, count } = discrepancy;
	const side = sideOf(discrepancy, row);
	if (side === 'ours') {
		add(sum.ours, count, amountMinor);
		add(sum.short, count, amountMinor);
	}
	if (side === 'theirs') {
		add(sum.theirs, count, amountMinor);
		add(sum.over, count, amountMinor);
	}
	if (side === 'both') {
		add(sum.ours, count, amountMinor);
		add(sum.theirs, count, amountMinor);
	}
}

function sideOf(discrepancy: Discrepancy, row: MatchRow): 'ours' | 'theirs' | 'both' | 'counted' {
	switch (discrepancy.kind) {
		case 'missing_at_terminal':
		case 'missing_at_provider':
		case 'missing_at_bank':
		case 'offline_declined':
			return row.kind === 'pair' ? 'counted' : 'ours';
		case 'missing_in_ledger':
			return row.receipts[0]?.kind === 'refund' ? 'ours' : 'theirs';
		case 'duplicate_charge':
		case 'refund_missing':
			return 'theirs';
		case 'status_mismatch':
			return row.sales.some((sale) => sale.reversedBy === null) ? 'ours' : 'theirs';
		case 'tender_mismatch':
			return row.kind === 'pair' ? 'counted' : 'both';
		default:
			return 'counted';
	}
}

function add(side: { count: number; minor: Minor }, count: number, minor: Minor): void {
	side.count += count;
	side.minor += minor;
}
