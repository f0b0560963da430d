import type { Discrepancy } from '../../../domain/discrepancies/discrepancy.ts';
import type { EntryId } from '../../../domain/ids.ts';
import type { Sale } from '../../../domain/ledger/sale.ts';
import type { Awaiting, Excluded, Match, Netted, RowProblem } from '../../../domain/matching/outcome.ts';
import type { Receipt } from '../../../domain/receipts/receipt.ts';
import type { Instant, OffsetMinutes } from '../../../domain/time.ts';

/** Who said that a pair is one payment. */
export type Confirmation = { readonly decision: EntryId; readonly actor: string; readonly at: Instant; readonly offset: OffsetMinutes };

type Members = { readonly key: string; readonly at: Instant; readonly sales: readonly Sale[]; readonly receipts: readonly Receipt[] };

/** One line of the match board. The kind is its shape: joined or facing, a missing half, not due yet, or out of the comparison. */
export type MatchRow = Members &
	(
		| { readonly kind: 'pair'; readonly match: Match; readonly discrepancy: Discrepancy | null; readonly confirmation: Confirmation | null }
		| { readonly kind: 'gap'; readonly discrepancy: Discrepancy }
		| { readonly kind: 'wait'; readonly dueAt: Instant; readonly offset: OffsetMinutes }
		| { readonly kind: 'out'; readonly reason: Excluded['reason'] | Netted['reason'] | RowProblem['code'] }
	);
export type MatchTab = 'check' | 'matched' | 'out';

export type MatchFacts = {
	readonly sales: ReadonlyMap<string, Sale>;
	readonly receipts: ReadonlyMap<string, Receipt>;
	readonly matches: readonly Match[];
	readonly discrepancies: readonly Discrepancy[];
	readonly awaiting: readonly Awaiting[];
	readonly netted: readonly Netted[];
	readonly excluded: readonly Excluded[];
	readonly problems: readonly RowProblem[];
	/** By the members that were confirmed together. */
	readonly confirmations: ReadonlyMap<string, Confirmation>;
};

/** All lines of a day, in the order of time. Cash sales that take no part are left out: they are one figure, not lines. */
export function matchRows(facts: MatchFacts): MatchRow[] {
	const rows: MatchRow[] = facts.matches.map((match) => pairRow(match, facts));
	const paired = new Set(rows.flatMap((row) => (row.kind === 'pair' && row.discrepancy ? [row.discrepancy.id] : [])));
	for (const discrepancy of facts.discrepancies) {
		if (paired.has(discrepancy.id) || discrepancy.state === 'cleared') continue;
		rows.push({ ...members(discrepancy.id, discrepancy.sales, discrepancy.receipts, facts), at: discrepancy.at, kind: 'gap', discrepancy });
	}
	for (const { sale, dueAt, offset } of facts.awaiting) rows.push({ ...members(`wait ${sale}`, [sale], [], facts), kind: 'wait', dueAt, offset });
	for (const { sales, receipts, reason } of facts.netted)
		rows.push({ ...members(`net ${[...sales, ...receipts].join()}`, sales, receipts, facts), kind: 'out', reason });
	for (const { sale, receipt, reason } of facts.excluded) {
		if (reason !== 'cash_sale') rows.push({ ...members(`out ${sale ?? receipt ?? ''}`, present(sale), present(receipt), facts), kind: 'out', reason });
	}
	for (const { sale, receipt, code } of facts.problems)
		rows.push({ ...members(`problem ${sale ?? receipt ?? ''}`, present(sale), present(receipt), facts), kind: 'out', reason: code });
	return rows.sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
}

const present = (id: string | null) => (id === null ? [] : [id]);

/** Where a sale was charged twice, all its charges stand on its line. */
function pairRow(match: Match, facts: MatchFacts): MatchRow {
	const key = memberKey(match.sales, match.receipts);
	const discrepancy = match.band === 'review' ? null : (facts.discrepancies.find((one) => concerns(one, match)) ?? null);
	const receipts = discrepancy?.kind === 'duplicate_charge' ? [...new Set([...match.receipts, ...discrepancy.receipts])] : match.receipts;
	return { ...members(key, match.sales, receipts, facts), kind: 'pair', match, discrepancy, confirmation: facts.confirmations.get(key) ?? null };
}

/** A discrepancy belongs on a pair's line where it names both its halves: too little, too much, another tender, charged twice. */
function concerns({ sales, receipts, state }: Discrepancy, match: Match): boolean {
	return state !== 'cleared' && sales.some((id) => match.sales.includes(id)) && receipts.some((id) => match.receipts.includes(id));
}

/** The same members in any order have the same key. */
export function memberKey(sales: readonly string[], receipts: readonly string[]): string {
	return `${[...sales].sort().join()} ${[...receipts].sort().join()}`;
}

function members(key: string, saleIds: readonly string[], receiptIds: readonly string[], { sales, receipts }: MatchFacts): Members {
	const ours = saleIds.flatMap((id) => sales.get(id) ?? []).sort((a, b) => a.at - b.at);
	const theirs = receiptIds.flatMap((id) => receipts.get(id) ?? []).sort((a, b) => a.at - b.at);
	return { key, sales: ours, receipts: theirs, at: ours[0]?.at ?? theirs[0]?.at ?? 0 };
}

/** Under which tab a line stands: what needs a person, what is in place, what takes no part. */
export function tabOf(row: MatchRow): MatchTab {
	if (row.kind === 'out') return 'out';
	if (row.kind === 'wait') return 'check';
	if (row.kind === 'gap') return isOpen(row.discrepancy) ? 'check' : 'out';
	if (row.discrepancy && isOpen(row.discrepancy)) return 'check';
	return row.match.confirmed || row.match.band === 'auto' ? 'matched' : 'check';
}

function isOpen({ state }: Discrepancy): boolean {
	return state === 'open' || state === 'snoozed';
}

/** Pairs that the engine is certain of and nobody has confirmed yet: what the batch key binds. */
export function certainPairs(rows: readonly MatchRow[]): Extract<MatchRow, { kind: 'pair' }>[] {
	return rows.filter((row) => row.kind === 'pair').filter(({ match, discrepancy }) => match.band === 'auto' && !match.confirmed && discrepancy === null);
}
