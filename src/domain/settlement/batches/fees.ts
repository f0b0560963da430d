import type { Tender } from '../../ledger/tender.ts';
import type { Currency, Minor } from '../../money.ts';
import type { Receipt } from '../../receipts/receipt.ts';
import type { BusinessDay, OffsetMinutes } from '../../time.ts';
import { type FeeRules, feeRateOf } from '../payout-rules.ts';
import { shareOf } from './row-values.ts';

/** Sales of one source, settled day and tender whose fee is not what the rule says. */
export type FeeFinding = {
	readonly source: string;
	readonly tender: Tender;
	readonly currency: Currency;
	readonly offset: OffsetMinutes;
	readonly settledOn: BusinessDay;
	/** In the order of time. */
	readonly receipts: readonly string[];
	readonly grossMinor: Minor;
	readonly actualMinor: Minor;
	/** By the rule, each row rounded half to even. */
	readonly modelMinor: Minor;
	readonly millionths: number;
};

export type FeeContext = { readonly rules: FeeRules; readonly settledOn: (row: Receipt) => BusinessDay };

/**
 * Compares each sale's fee with its rule. A fee may be rounded either way, and it may be taken of the amount less what the
 * provider did not have to settle (coupons of the shop's own); refunds are left out, since sources differ in what they give back.
 */
export function feeFindings(receipts: readonly Receipt[], { rules, settledOn }: FeeContext): FeeFinding[] {
	const found = new Map<string, { readonly rows: Receipt[]; readonly tender: Tender; readonly millionths: number }>();
	for (const row of receipts) {
		const millionths = feeRateOf(row, rules);
		if (row.tender === null || millionths === undefined || !isOff(row, millionths)) continue;
		const key = [row.source, row.tender, row.currency, settledOn(row)].join('|');
		const group = found.get(key);
		if (group) group.rows.push(row);
		else found.set(key, { rows: [row], tender: row.tender, millionths });
	}
	return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, { rows, tender, millionths }]) => findingOf(rows, { tender, millionths, settledOn }));
}

type Rate = { readonly tender: Tender; readonly millionths: number; readonly settledOn: FeeContext['settledOn'] };

function findingOf(rows: readonly Receipt[], { tender, millionths, settledOn }: Rate): FeeFinding[] {
	const sorted = [...rows].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
	const [first] = sorted;
	if (!first) return [];
	const sum = (figure: (row: Receipt) => Minor) => sorted.reduce((total, row) => total + figure(row), 0);
	return [
		{
			...{ source: first.source, tender, currency: first.currency, offset: first.offset, settledOn: settledOn(first), millionths },
			receipts: sorted.map(({ id }) => id),
			grossMinor: sum(({ amountMinor }) => amountMinor),
			actualMinor: sum(({ feeMinor }) => feeMinor ?? 0),
			modelMinor: sum(({ amountMinor }) => shareOf(amountMinor, millionths)),
		},
	];
}

function isOff({ kind, status, leg, amountMinor, feeMinor, netMinor }: Receipt, millionths: number): boolean {
	if (leg === 'bank' || kind !== 'sale' || status !== 'success' || feeMinor === null) return false;
	const bases = netMinor === null ? [amountMinor] : [amountMinor, netMinor + feeMinor];
	return bases.every((base) => !isRounding(feeMinor, base, millionths));
}

/** Whether a fee is the exact share rounded up or down to a whole minor unit. */
function isRounding(feeMinor: Minor, baseMinor: Minor, millionths: number): boolean {
	const difference = BigInt(feeMinor) * 1_000_000n - BigInt(baseMinor) * BigInt(millionths);
	return difference < 1_000_000n && difference > -1_000_000n;
}
