import type { Netted, RowProblem } from '../outcome.ts';
import type { SaleRow } from '../rows.ts';

/** How a ledger row stands once the ledger has been read alone. */
export type LedgerStanding = 'live' | 'cash' | 'reversed' | 'not_paid';

export type NettedLedger = {
	/** Sales and refunds, in canonical order, with how each stands. */
	readonly rows: readonly SaleRow[];
	readonly standing: readonly LedgerStanding[];
	/** For each reversed row its reversals and what undid them, to be named beside it. */
	readonly undoneBy: ReadonlyMap<string, readonly string[]>;
	/** Reversals that were themselves taken back. */
	readonly netted: readonly Netted[];
	readonly problems: readonly RowProblem[];
};

/** Nets reversals against what they undo. `rows` are distinct and in canonical order. */
export function netLedger(rows: readonly SaleRow[]): NettedLedger {
	const byId = namedRows(rows);
	const undoing = new Map<string, string[]>();
	const problems: RowProblem[] = [];
	for (const row of rows) {
		if (row.kind !== 'reversal') continue;
		if (row.ref === null || row.ref === row.id || !byId.has(row.ref)) problems.push(unknownOriginal(row));
		else append(undoing, row.ref, row.id);
	}
	const undoneIds = undoneRows(undoing, byId);
	const standing: LedgerStanding[] = [];
	const kept: SaleRow[] = [];
	const undoneBy = new Map<string, readonly string[]>();
	const netted: Netted[] = [];
	for (const row of rows) {
		if (row.kind === 'reversal') continue;
		const reversals = undoing.has(row.id) ? reversalsUnder(row.id, undoing) : [];
		const undone = undoneIds.has(row.id);
		if (undone) undoneBy.set(row.id, reversals);
		else if (reversals.length > 0) netted.push({ sales: reversals, receipts: [], reason: 'reversal' });
		kept.push(row);
		standing.push(undone ? 'reversed' : standingOf(row));
	}
	for (const one of loops(rows, byId, problems)) problems.push(one);
	return { rows: kept, standing, undoneBy, netted, problems };
}

/** Reversals and what they name, by id: few of all rows. */
function namedRows(rows: readonly SaleRow[]): ReadonlyMap<string, SaleRow> {
	const names = new Set<string>();
	for (const row of rows) {
		if (row.kind !== 'reversal') continue;
		names.add(row.id);
		if (row.ref !== null) names.add(row.ref);
	}
	const byId = new Map<string, SaleRow>();
	if (names.size > 0) for (const row of rows) if (names.has(row.id)) byId.set(row.id, row);
	return byId;
}

function standingOf(row: SaleRow): LedgerStanding {
	if (row.tender === 'cash') return 'cash';
	return row.state === 'failed' || row.state === 'unpaid_left' ? 'not_paid' : 'live';
}

/** A row is undone if some reversal of it stands; a reversal stands unless it is undone itself. From the last reversal inwards. */
function undoneRows(undoing: ReadonlyMap<string, readonly string[]>, byId: ReadonlyMap<string, SaleRow>): ReadonlySet<string> {
	const waiting = new Map([...undoing].map(([id, reversals]) => [id, reversals.length]));
	const undone = new Set<string>();
	const ready = [...undoing.values()].flat().filter((id) => !undoing.has(id));
	for (let id = ready.pop(); id !== undefined; id = ready.pop()) {
		const target = byId.get(id)?.ref;
		if (target === null || target === undefined) continue;
		if (!undone.has(id)) undone.add(target);
		const left = (waiting.get(target) ?? 0) - 1;
		waiting.set(target, left);
		if (left === 0 && byId.get(target)?.kind === 'reversal') ready.push(target);
	}
	return undone;
}

/** All reversals that hang on a row, directly or through other reversals. */
function reversalsUnder(id: string, undoing: ReadonlyMap<string, readonly string[]>): string[] {
	const found = new Set<string>();
	const open = [id];
	for (let next = open.pop(); next !== undefined; next = open.pop()) {
		for (const reversal of undoing.get(next) ?? []) {
			if (found.has(reversal)) continue;
			found.add(reversal);
			open.push(reversal);
		}
	}
	return [...found];
}

function unknownOriginal(row: SaleRow): RowProblem {
	return { sale: row.id, receipt: null, code: 'original_unknown', message: `reversal of ${row.ref ?? 'an unnamed entry'}, which is not in the ledger` };
}

/** Reversals that lead to no sale or refund: they undo each other in a ring, or a reversal of unknown original. */
function loops(rows: readonly SaleRow[], byId: ReadonlyMap<string, SaleRow>, known: readonly RowProblem[]): RowProblem[] {
	const reported = new Set(known.map((p) => p.sale));
	return rows.filter((row) => row.kind === 'reversal' && !reported.has(row.id) && !leadsToEntry(row, byId)).map(unknownOriginal);
}

function leadsToEntry(row: SaleRow, byId: ReadonlyMap<string, SaleRow>): boolean {
	const seen = new Set<string>();
	let at: SaleRow | undefined = row;
	while (at && at.kind === 'reversal' && !seen.has(at.id)) {
		seen.add(at.id);
		at = byId.get(at.ref ?? '');
	}
	return at !== undefined && at.kind !== 'reversal';
}

function append(lists: Map<string, string[]>, key: string, value: string): void {
	const list = lists.get(key);
	if (list) list.push(value);
	else lists.set(key, [value]);
}
