import type { Tender } from '../../ledger/tender.ts';
import type { Currency, Minor } from '../../money.ts';
import type { CardKind, Receipt } from '../../receipts/receipt.ts';
import type { BusinessDay, OffsetMinutes } from '../../time.ts';
import { exactFee, type FeeRule, type FeeRules, feeRulesOf, isRoundedFee, roundedFee } from './fee-rule.ts';

/** Why a fee cannot be judged although the shop has said what is charged. */
export type FeeOpen = 'card_kind_unknown' | 'other_currency' | 'fee_not_stated';

/**
 * What some receipts say about the fees of one source, settled day and tender. Parts of several days or files add up again:
 * `off`: payments whose fee is not what the rule says; `of_batch`: all payments of a batch whose sum is rounded; else not judged.
 */
export type FeePart = {
	readonly standing: 'off' | 'of_batch' | FeeOpen;
	readonly source: string;
	readonly tender: Tender;
	readonly cardKind: CardKind | null;
	readonly currency: Currency;
	readonly offset: OffsetMinutes;
	readonly settledOn: BusinessDay;
	/** Only where batches are judged as a whole. */
	readonly batchNo: string | null;
	readonly rule: FeeRule | null;
	readonly count: number;
	/** In the order of time; none where nothing is judged. */
	readonly receipts: readonly string[];
	readonly grossMinor: Minor;
	readonly chargedMinor: Minor;
	/** By the rule, each row rounded. */
	readonly expectedMinor: Minor;
	/** What single rows are off by, added up without regard to the direction. */
	readonly offMinor: Minor;
	/** Fees before rounding, in millionths of a minor unit, as digits: of the amounts, and of the amounts less coupons. */
	readonly exact: readonly [string, string];
	/** Each row's own fee is its share, rounded. */
	readonly eachFits: boolean;
};

export type FeeContext = { readonly rules: FeeRules; readonly settledOn: (row: Receipt) => BusinessDay };

/**
 * Holds the fee of each sale against its rule. It may be taken of the amount less what the provider did not have to settle (coupons
 * of the shop's own); refunds are left out, since sources differ in what they give back.
 */
export function feePartsOf(receipts: readonly Receipt[], { rules, settledOn }: FeeContext): FeePart[] {
	const parts = new Map<string, { rows: Judged[]; first: Omit<FeePart, 'offset' | Summed> }>();
	for (const row of receipts) {
		const judged = judgedRow(row, rules);
		if (judged === null || row.tender === null) continue;
		const { standing, rule } = judged;
		const { source, tender, currency } = row;
		const batchNo = rule?.per === 'batch' ? row.batchNo : null;
		const first = { standing, source, tender, cardKind: rule?.cardKind ?? null, currency, settledOn: settledOn(row), batchNo, rule };
		const key = JSON.stringify(first);
		const part = parts.get(key);
		if (part) part.rows.push(judged);
		else parts.set(key, { rows: [judged], first });
	}
	return [...parts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { rows, first }]) => ({ ...first, ...summed(rows, first.standing) }));
}

type Judged = { readonly row: Receipt; readonly standing: FeePart['standing']; readonly rule: FeeRule | null };
type Summed = 'count' | 'receipts' | 'grossMinor' | 'chargedMinor' | 'expectedMinor' | 'offMinor' | 'exact' | 'eachFits';

/** Null where there is nothing to say: no rule, or the fee is right by itself. */
function judgedRow(row: Receipt, feeRules: FeeRules): Judged | null {
	if (row.leg === 'bank' || row.kind !== 'sale' || row.status !== 'success') return null;
	const { rules, open } = feeRulesOf(row, feeRules);
	if (open !== null) return { row, standing: open, rule: null };
	const [rule] = rules;
	if (rule === undefined) return null;
	if (row.feeMinor === null) return { row, standing: 'fee_not_stated', rule };
	if (rule.per === 'batch') return { row, standing: 'of_batch', rule };
	return fits(row, rule) ? null : { row, standing: 'off', rule };
}

function fits(row: Receipt, rule: FeeRule): boolean {
	return basesOf(row).some((base) => isRoundedFee(row.feeMinor ?? 0, exactFee(base, rule), rule.rounding));
}

/** The amount, and the amount less coupons. */
function basesOf({ amountMinor, netMinor, feeMinor }: Receipt): readonly [Minor, Minor] {
	return [amountMinor, netMinor === null || feeMinor === null ? amountMinor : netMinor + feeMinor];
}

function summed(rows: readonly Judged[], standing: FeePart['standing']): Pick<FeePart, 'offset' | Summed> {
	const sorted = [...rows].sort((a, b) => a.row.at - b.row.at || (a.row.id < b.row.id ? -1 : 1));
	const sum = (figure: (one: Judged) => Minor) => sorted.reduce((total, one) => total + figure(one), 0);
	const exact = (place: 0 | 1) => sorted.reduce((total, { row, rule }) => total + (rule ? exactFee(Math.max(0, basesOf(row)[place]), rule) : 0n), 0n);
	const charged = ({ row }: Judged) => row.feeMinor ?? 0;
	const expected = ({ row, rule }: Judged) => (rule ? roundedFee(exactFee(row.amountMinor, rule), rule.rounding) : 0);
	return {
		offset: sorted[0]?.row.offset ?? 0,
		count: sorted.length,
		receipts: standing === 'off' || standing === 'of_batch' ? sorted.map(({ row }) => row.id) : [],
		grossMinor: sum(({ row }) => row.amountMinor),
		chargedMinor: sum(charged),
		expectedMinor: sum(expected),
		offMinor: sum((one) => Math.abs(charged(one) - expected(one))),
		exact: [String(exact(0)), String(exact(1))],
		eachFits: sorted.every(({ row, rule }) => rule !== null && fits(row, rule)),
	};
}
