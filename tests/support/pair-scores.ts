import type { Outcome } from '../../src/domain/matching/outcome.ts';
import type { SaleRow } from '../../src/domain/matching/rows.ts';
import type { Receipt } from '../../src/domain/receipts/receipt.ts';
import type { ShopDays } from './shop-days.ts';

/** How well an outcome agrees with the truth; interchangeable rows count as right whichever way they are paired. */
export type PairScore = {
	readonly right: number;
	readonly found: number;
	readonly wanted: number;
	readonly f1: number;
	readonly auto: { readonly right: number; readonly found: number };
	/** Claimed against observed, by tenths of a percent claimed. */
	readonly calibration: readonly { readonly from: number; readonly claimed: number; readonly observed: number; readonly count: number }[];
	readonly wrong: readonly string[];
	readonly lost: readonly string[];
};

const BINS = [0, 0.5, 0.8, 0.9, 0.95, 0.99, 0.995, 0.999, 1.01];

export function scorePairs({ input, pairs }: ShopDays, outcome: Outcome): PairScore {
	const sales = new Map(input.sales.map((row) => [row.id, row]));
	const receipts = new Map(input.receipts.map((row) => [row.id as string, row]));
	const truth = new Set(pairs.map((pair) => keyOf(pair.sales, pair.receipts)));
	const partnersOfSale = new Map<string, string[]>();
	const partnersOfReceipt = new Map<string, string[]>();
	for (const pair of pairs) {
		for (const sale of pair.sales) partnersOfSale.set(sale, [...pair.receipts]);
		for (const receipt of pair.receipts) partnersOfReceipt.set(receipt, [...pair.sales]);
	}
	const isRight = (inSales: readonly string[], inReceipts: readonly string[]): boolean => {
		if (truth.has(keyOf(inSales, inReceipts))) return true;
		const [s, r] = [sales.get(inSales[0] ?? ''), receipts.get(inReceipts[0] ?? '')];
		if (inSales.length > 1 || inReceipts.length > 1 || !s || !r) return false;
		const bySale = (partnersOfReceipt.get(r.id) ?? []).some((id) => twinSales(s, sales.get(id)));
		const byReceipt = !typed(s) && (partnersOfSale.get(s.id) ?? []).some((id) => twinReceipts(r, receipts.get(id)));
		return bySale || byReceipt;
	};
	const counted = outcome.matches.filter((match) => match.band !== 'review');
	const judged = outcome.matches.map((match) => ({ match, right: isRight(match.sales, match.receipts) }));
	const right = judged.filter((one) => one.right && one.match.band !== 'review').length;
	const auto = judged.filter((one) => one.match.band === 'auto');
	const named = new Set(counted.flatMap((match) => match.sales));
	return {
		right,
		found: counted.length,
		wanted: pairs.length,
		f1: (2 * right) / (counted.length + pairs.length),
		auto: { right: auto.filter((one) => one.right).length, found: auto.length },
		calibration: BINS.slice(0, -1).map((from, k) => {
			const inside = judged.filter(({ match }) => match.probabilityMillionths / 1e6 >= from && match.probabilityMillionths / 1e6 < (BINS[k + 1] ?? 2));
			const mean = (value: (one: (typeof inside)[number]) => number) => inside.reduce((sum, one) => sum + value(one), 0) / Math.max(1, inside.length);
			return { from, claimed: mean((one) => one.match.probabilityMillionths / 1e6), observed: mean((one) => (one.right ? 1 : 0)), count: inside.length };
		}),
		wrong: judged
			.filter((one) => !one.right && one.match.band !== 'review')
			.map(({ match }) => `${match.band} ${match.probabilityMillionths} ${keyOf(match.sales, match.receipts)}`),
		lost: pairs.filter((pair) => !pair.sales.some((id) => named.has(id))).map((pair) => keyOf(pair.sales, pair.receipts)),
	};
}

export function keyOf(sales: readonly string[], receipts: readonly string[]): string {
	return `${[...sales].sort().join('+')} = ${[...receipts].sort().join('+')}`;
}

const TWIN_MS = 120_000;

function typed({ keys }: SaleRow): boolean {
	return Object.values(keys).some((key) => key !== null);
}

function twinSales(a: SaleRow, b: SaleRow | undefined): boolean {
	return b !== undefined && !typed(a) && !typed(b) && alike(a, b);
}

function twinReceipts(a: Receipt, b: Receipt | undefined): boolean {
	return b !== undefined && alike(a, b);
}

type Row = Pick<SaleRow, 'at' | 'amountMinor' | 'kind' | 'currency' | 'tender' | 'terminalId'> | Receipt;
function alike(a: Row, b: Row): boolean {
	const terminals = a.terminalId === b.terminalId || a.terminalId === null || b.terminalId === null;
	return (
		terminals && a.kind === b.kind && a.amountMinor === b.amountMinor && a.currency === b.currency && a.tender === b.tender && Math.abs(a.at - b.at) <= TWIN_MS
	);
}
