import type { DiscrepancyKind } from '../../src/domain/matching/kinds.ts';
import type { FoundDiscrepancy, Match, Outcome } from '../../src/domain/matching/outcome.ts';
import type { SaleRow } from '../../src/domain/matching/rows.ts';
import type { Receipt } from '../../src/domain/receipts/receipt.ts';
import type { TrueGap, TruePair } from './books.ts';
import type { ShopDays } from './play.ts';

/** Counts of one or more runs; they add up. A pair is one sale with one receipt; a split payment in two parts is two pairs. */
export type Score = {
	readonly pairs: { readonly right: number; readonly found: number; readonly wanted: number };
	/** Matches of band `auto`, and pairs on which both sides agree that came out so. */
	readonly auto: { readonly right: number; readonly found: number; readonly ofAgreeing: number; readonly agreeing: number };
	readonly kinds: ReadonlyMap<DiscrepancyKind, Hits>;
	/** Every match with a probability, by what was claimed. */
	readonly reliability: readonly Bin[];
	/** What was wrong, in words, for whoever tunes. */
	readonly faults: readonly string[];
};
export type Hits = { readonly right: number; readonly found: number; readonly wanted: number };
export type Bin = { readonly from: number; readonly count: number; readonly claimed: number; readonly observed: number };

export const BIN_EDGES = [0, 0.2, 0.4, 0.6, 0.8, 0.9, 0.95, 0.98, 0.995, 0.999] as const;

export function scoreOf({ input, truth }: Pick<ShopDays, 'input' | 'truth'>, outcome: Outcome): Score {
	const rows = rowsOf(input.sales, input.receipts);
	const judge = judgeOf(truth.pairs, rows);
	const counted = outcome.matches.filter((match) => match.band !== 'review');
	const found = counted.flatMap(edgesOf);
	const wanted = truth.pairs.flatMap(edgesOf);
	const judged = outcome.matches.map((match) => ({ match, right: judge.isRight(match) }));
	const autos = judged.filter(({ match }) => match.band === 'auto');
	const agreeing = truth.pairs.filter((pair) => pair.agrees);
	const faults: string[] = [];
	for (const { match, right } of judged)
		if (!right && match.band !== 'review') faults.push(`wrong ${match.band} ${match.probabilityMillionths} ${wordOf(match)}`);
	const named = new Set(found.filter((edge) => judge.isEdgeRight(edge)).flatMap(({ sale, receipt }) => [sale, receipt]));
	for (const pair of truth.pairs) if (!pair.sales.some((id) => named.has(id))) faults.push(`lost ${wordOf(pair)}`);
	return {
		pairs: { right: found.filter((edge) => judge.isEdgeRight(edge)).length, found: found.length, wanted: wanted.length },
		auto: {
			right: autos.filter((one) => one.right).length,
			found: autos.length,
			ofAgreeing: autos.filter((one) => one.right && one.match.differenceMinor === 0).length,
			agreeing: agreeing.length,
		},
		kinds: kindsOf(truth.gaps, outcome.discrepancies, { rows, faults }),
		reliability: reliabilityOf(judged),
		faults,
	};
}

export function addScores(scores: readonly Score[]): Score {
	const sum = (value: (score: Score) => number) => scores.reduce((all, score) => all + value(score), 0);
	const kinds = new Map<DiscrepancyKind, Hits>();
	for (const score of scores) {
		for (const [kind, { right, found, wanted }] of score.kinds) {
			const before = kinds.get(kind) ?? { right: 0, found: 0, wanted: 0 };
			kinds.set(kind, { right: before.right + right, found: before.found + found, wanted: before.wanted + wanted });
		}
	}
	return {
		pairs: { right: sum((one) => one.pairs.right), found: sum((one) => one.pairs.found), wanted: sum((one) => one.pairs.wanted) },
		auto: {
			right: sum((one) => one.auto.right),
			found: sum((one) => one.auto.found),
			ofAgreeing: sum((one) => one.auto.ofAgreeing),
			agreeing: sum((one) => one.auto.agreeing),
		},
		kinds,
		reliability: BIN_EDGES.map((from, k) => ({
			from,
			count: sum((one) => one.reliability[k]?.count ?? 0),
			claimed: sum((one) => one.reliability[k]?.claimed ?? 0),
			observed: sum((one) => one.reliability[k]?.observed ?? 0),
		})),
		faults: scores.flatMap((one) => one.faults),
	};
}

export function f1({ right, found, wanted }: Hits): number {
	return found + wanted === 0 ? 1 : (2 * right) / (found + wanted);
}

/** Mean of F1 over the kinds that occur, be it in truth or in the answer. */
export function macroF1(kinds: Score['kinds']): number {
	const all = [...kinds.values()].filter(({ found, wanted }) => found + wanted > 0);
	return all.length === 0 ? 1 : all.reduce((sum, hits) => sum + f1(hits), 0) / all.length;
}

/** Expected calibration error: how far claims are from what was observed, weighed by how often they were made. */
export function calibrationError(bins: readonly Bin[]): number {
	const all = bins.reduce((sum, bin) => sum + bin.count, 0);
	return all === 0 ? 0 : bins.reduce((sum, { claimed, observed }) => sum + Math.abs(claimed - observed), 0) / all;
}

type Group = Pick<Match | TruePair, 'sales' | 'receipts'>;
type Edge = { readonly sale: string; readonly receipt: string };

function edgesOf({ sales, receipts }: Group): Edge[] {
	return sales.flatMap((sale) => receipts.map((receipt) => ({ sale, receipt })));
}

function wordOf({ sales, receipts }: Group): string {
	return `${[...sales].sort().join('+')} = ${[...receipts].sort().join('+')}`;
}

type Rows = { readonly sale: ReadonlyMap<string, SaleRow>; readonly receipt: ReadonlyMap<string, Receipt> };

function rowsOf(sales: readonly SaleRow[], receipts: readonly Receipt[]): Rows {
	return { sale: new Map(sales.map((row) => [row.id, row])), receipt: new Map(receipts.map((row) => [row.id as string, row])) };
}

/** Says what is right: the truth, or what the contract calls interchangeable with it. */
function judgeOf(pairs: readonly TruePair[], rows: Rows) {
	const truth = new Set(pairs.map(wordOf));
	const receiptsOf = new Map<string, string[]>();
	const salesOf = new Map<string, string[]>();
	const edges = new Set<string>();
	for (const { sale, receipt } of pairs.flatMap(edgesOf)) {
		edges.add(`${sale} ${receipt}`);
		receiptsOf.set(sale, [...(receiptsOf.get(sale) ?? []), receipt]);
		salesOf.set(receipt, [...(salesOf.get(receipt) ?? []), sale]);
	}
	const isEdgeRight = ({ sale, receipt }: Edge): boolean => {
		if (edges.has(`${sale} ${receipt}`)) return true;
		const ownReceipts = receiptsOf.get(sale) ?? [];
		const ownSales = salesOf.get(receipt) ?? [];
		if (isKeyed(rows.sale.get(sale))) return false;
		return ownSales.some((one) => sameSales(rows, one, sale)) || ownReceipts.some((one) => sameReceipts(rows, one, receipt));
	};
	/** As a whole: its members stand for those of one true pair, each for another. */
	const isRight = (match: Group): boolean => {
		if (truth.has(wordOf(match))) return true;
		if (!edgesOf(match).every(isEdgeRight)) return false;
		const sale = match.sales[0] ?? '';
		const own = [sale, ...match.receipts.flatMap((id) => salesOf.get(id) ?? [])].map((one) => new Set(receiptsOf.get(one) ?? []).size);
		return own.includes(match.receipts.length) || match.sales.length > 1;
	};
	return { isEdgeRight, isRight };
}

const TWIN_MS = 120_000;

function isKeyed(row: SaleRow | undefined): boolean {
	return row !== undefined && Object.values(row.keys).some((key) => key !== null);
}

function sameSales({ sale }: Rows, a: string, b: string): boolean {
	const [x, y] = [sale.get(a), sale.get(b)];
	return x !== undefined && y !== undefined && !isKeyed(x) && !isKeyed(y) && alike(x, y);
}

function sameReceipts({ receipt }: Rows, a: string, b: string): boolean {
	const [x, y] = [receipt.get(a), receipt.get(b)];
	return x !== undefined && y !== undefined && x.leg === y.leg && alike(x, y);
}

type Alike = Pick<SaleRow, 'at' | 'amountMinor' | 'currency' | 'tender' | 'terminalId'> & { readonly kind: string };

function alike(a: Alike, b: Alike): boolean {
	const terminals = a.terminalId === b.terminalId || a.terminalId === null || b.terminalId === null;
	const same = a.kind === b.kind && a.amountMinor === b.amountMinor && a.currency === b.currency && a.tender === b.tender;
	return same && terminals && Math.abs(a.at - b.at) <= TWIN_MS;
}

function reliabilityOf(judged: readonly { readonly match: Match; readonly right: boolean }[]): Bin[] {
	const bins = BIN_EDGES.map((from) => ({ from, count: 0, claimed: 0, observed: 0 }));
	for (const { match, right } of judged) {
		if (match.confirmed) continue;
		const claimed = match.probabilityMillionths / 1_000_000;
		const bin = bins.findLast(({ from }) => claimed >= from);
		if (!bin) continue;
		bin.count++;
		bin.claimed += claimed;
		bin.observed += right ? 1 : 0;
	}
	return bins;
}

type KindContext = { readonly rows: Rows; readonly faults: string[] };

/** Each true gap takes one unit of a discrepancy of its kind that names its rows; what is left over was found wrongly. */
function kindsOf(gaps: readonly TrueGap[], discrepancies: readonly FoundDiscrepancy[], { rows, faults }: KindContext): Map<DiscrepancyKind, Hits> {
	const kinds = new Map<DiscrepancyKind, Hits>();
	for (const kind of new Set([...gaps.map((gap) => gap.kind), ...discrepancies.map((one) => one.kind)])) {
		const units = discrepancies.filter((one) => one.kind === kind).map((one) => ({ one, left: one.count }));
		const byRow = new Map<string, (typeof units)[number][]>();
		for (const unit of units) for (const id of [...unit.one.sales, ...unit.one.receipts]) byRow.set(id, [...(byRow.get(id) ?? []), unit]);
		const wanted = gaps.filter((gap) => gap.kind === kind);
		let right = 0;
		const take = (unit: (typeof units)[number] | undefined): boolean => {
			if (!unit) return false;
			unit.left--;
			right++;
			return true;
		};
		const open = wanted.filter((gap) => !take((byRow.get(gap.sales[0] ?? gap.receipts[0] ?? '') ?? []).find((unit) => unit.left > 0 && names(unit.one, gap))));
		const missed = open.filter((gap) => !take(units.find((unit) => unit.left > 0 && namesAlike(unit.one, gap, rows))));
		for (const gap of missed) faults.push(`no ${kind} ${wordOf(gap)}`);
		for (const { one, left } of units) if (left > 0) faults.push(`false ${kind} ${left} ${wordOf(one)}`);
		kinds.set(kind, { right, found: units.reduce((sum, { one }) => sum + one.count, 0), wanted: wanted.length });
	}
	return kinds;
}

function names({ sales, receipts }: FoundDiscrepancy, gap: TrueGap): boolean {
	const bySale = gap.sales.length === 0 || sales.includes(gap.sales[0] ?? '');
	return bySale && (gap.receipts.length === 0 || gap.receipts.some((id) => receipts.includes(id)));
}

function namesAlike({ sales, receipts }: FoundDiscrepancy, gap: TrueGap, rows: Rows): boolean {
	const [sale, receipt] = [gap.sales[0], gap.receipts[0]];
	const bySale = sale === undefined || sales.some((id) => id === sale || sameSales(rows, id, sale));
	return bySale && (receipt === undefined || receipts.some((id) => id === receipt || sameReceipts(rows, id, receipt)));
}
