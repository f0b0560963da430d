import type { Receipt } from '../../receipts/receipt.ts';
import { DAY_MS } from '../../time.ts';
import type { Excluded, Netted, RowProblem } from '../outcome.ts';

/** How a receipt of kind sale or refund stands once its source has been read alone. */
export type ReceiptStanding = 'live' | 'pending' | 'failed' | 'undone';

export type NettedReceipts = {
	/** Receipts of kind sale and refund, in canonical order, with how each stands. */
	readonly rows: readonly Receipt[];
	readonly standing: readonly ReceiptStanding[];
	/** For each undone receipt the voids that name it. */
	readonly undoneBy: ReadonlyMap<string, readonly string[]>;
	readonly chargebacks: readonly Receipt[];
	readonly excluded: readonly Excluded[];
	readonly netted: readonly Netted[];
	readonly problems: readonly RowProblem[];
	/** The receipt that a refund, void or chargeback names, where it is known. */
	readonly originalOf: (receipt: Receipt) => Receipt | null;
};

/** Sorts receipts by what they are and nets voids against their originals. `rows` are distinct and in canonical order. */
export function netReceipts(rows: readonly Receipt[]): NettedReceipts {
	const excluded: Excluded[] = [];
	const netted: Netted[] = [];
	const kept: Receipt[] = [];
	const voids: Receipt[] = [];
	const chargebacks: Receipt[] = [];
	for (const row of rows) {
		const reason = reasonToExclude(row);
		if (reason) excluded.push({ sale: null, receipt: row.id, reason });
		else if (row.kind === 'sale' || row.kind === 'refund') kept.push(row);
		else if (row.status === 'reversed') netted.push({ sales: [], receipts: [row.id], reason: 'void' });
		else if (row.kind === 'void') voids.push(row);
		else chargebacks.push(row);
	}
	const originalOf = originals(kept, namesIn([...voids, ...chargebacks, ...kept.filter((row) => row.kind === 'refund')]));
	const undoneBy = new Map<string, string[]>();
	const problems: RowProblem[] = [];
	for (const row of voids) {
		const original = originalOf(row, undoneBy);
		const others = original ? undoneBy.get(original.id) : undefined;
		if (others) others.push(row.id);
		else if (original) undoneBy.set(original.id, [row.id]);
		else
			problems.push({
				sale: null,
				receipt: row.id,
				code: 'original_unknown',
				message: `void of ${row.originalRef ?? 'an unnamed payment'}, which is not among the receipts`,
			});
	}
	const standing = kept.map((row) => (row.status === 'reversed' || undoneBy.has(row.id) ? 'undone' : row.status === 'success' ? 'live' : row.status));
	return { rows: kept, standing, undoneBy, chargebacks, excluded, netted, problems, originalOf };
}

/** Null for what takes part. Cash leaves no receipt that could be missing, so a till's own cash rows stay out as well. */
function reasonToExclude(row: Receipt): Excluded['reason'] | null {
	if (row.leg === 'bank') return 'payout';
	if (row.kind === 'fee' || row.kind === 'payout' || row.kind === 'adjustment') return row.kind;
	if (row.tender === 'cash') return 'cash_sale';
	if (row.kind === 'sale' || row.kind === 'refund') return null;
	return row.status === 'failed' || row.status === 'pending' ? row.status : null;
}

/** Numbers by which an original is named, the surest first; a trace number comes back after some days. */
const NAMES = ['channelOrderNo', 'rrn', 'id', 'merchantOrderNo', 'traceNo'] as const;
const TRACE_DAYS = 4;

type Named = { readonly row: Receipt; readonly rank: number };
type Undone = ReadonlyMap<string, readonly string[]>;

function originals(rows: readonly Receipt[], wanted: ReadonlySet<string>): (receipt: Receipt, undone?: Undone) => Receipt | null {
	const index = rowsByName(rows, wanted);
	const named = (receipt: Receipt, value: string | null, undone: Undone | undefined): Receipt | null => {
		const found = value === null ? [] : (index.get(value) ?? []);
		const fitting = found.filter(({ row, rank }) => fits(receipt, row, rank));
		const ordered = fitting.map(({ row, rank }) => ({ row, order: [undone?.has(row.id) ? 1 : 0, ...closeness(receipt, row, rank)] }));
		return ordered.sort((a, b) => compareOrders(a.order, b.order) || (a.row.id < b.row.id ? -1 : 1))[0]?.row ?? null;
	};
	return (receipt, undone) => {
		const byReference = named(receipt, receipt.originalRef, undone);
		if (byReference || receipt.kind !== 'void') return byReference;
		return named(receipt, receipt.channelOrderNo, undone) ?? named(receipt, receipt.rrn, undone) ?? named(receipt, receipt.merchantOrderNo, undone);
	};
}

/** Every number by which one of the receipts may name its original. */
function namesIn(receipts: readonly Receipt[]): ReadonlySet<string> {
	const names = receipts.flatMap((row) => [row.originalRef, row.channelOrderNo, row.rrn, row.merchantOrderNo]);
	return new Set(names.filter((name) => name !== null));
}

function rowsByName(rows: readonly Receipt[], wanted: ReadonlySet<string>): ReadonlyMap<string, readonly Named[]> {
	const index = new Map<string, Named[]>();
	if (wanted.size === 0) return index;
	const note = (row: Receipt, rank: number, value: string | null) => {
		if (value === null || !wanted.has(value)) return;
		const list = index.get(value);
		if (list) list.push({ row, rank });
		else index.set(value, [{ row, rank }]);
	};
	for (const row of rows) {
		if (row.status === 'failed') continue;
		// In the order of `NAMES`, each by its name: names that vary are looked up many times more slowly.
		note(row, 0, row.channelOrderNo);
		note(row, 1, row.rrn);
		note(row, 2, row.id);
		note(row, 3, row.merchantOrderNo);
		note(row, 4, row.traceNo);
	}
	return index;
}

function fits(receipt: Receipt, original: Receipt, rank: number): boolean {
	if (original.id === receipt.id || original.currency !== receipt.currency) return false;
	if (receipt.kind === 'refund' && original.kind !== 'sale') return false;
	return NAMES[rank] !== 'traceNo' || Math.abs(original.at - receipt.at) < TRACE_DAYS * DAY_MS;
}

/** Smaller is closer: same leg, surer name, same amount, same terminal, before it, near in time. */
function closeness(receipt: Receipt, original: Receipt, rank: number): readonly number[] {
	return [
		original.leg === receipt.leg ? 0 : 1,
		rank,
		original.amountMinor === receipt.amountMinor ? 0 : 1,
		original.terminalId === receipt.terminalId ? 0 : 1,
		original.at <= receipt.at ? 0 : 1,
		Math.abs(original.at - receipt.at),
	];
}

function compareOrders(a: readonly number[], b: readonly number[]): number {
	for (let k = 0; k < a.length; k++) {
		const difference = (a[k] ?? 0) - (b[k] ?? 0);
		if (difference !== 0) return difference;
	}
	return 0;
}
