import type { Minor } from '../../money.ts';
import type { Receipt } from '../../receipts/receipt.ts';
import { exactFee, type FeeRules, feeRulesOf, roundedFee } from '../fees/fee-rule.ts';
import { payersOfSource } from '../payers.ts';
import { FEE_MILLIONTHS_MAX } from '../payout-rules.ts';

/** What one row adds to its batch; money that leaves the shop is negative in `net`, positive in `refund` and `fee`. */
export type RowValue = {
	readonly grossMinor: Minor;
	readonly refundMinor: Minor;
	readonly feeMinor: Minor;
	readonly netMinor: Minor;
	/** How far the net may truly lie from `netMinor`, where the fee had to be worked out or is not known. */
	readonly lowerMinor: Minor;
	readonly higherMinor: Minor;
};

/** Null for what moves no money between provider and shop: cash, vouchers, failed rows, payouts themselves. */
export function rowValue(row: Receipt, rules: FeeRules): RowValue | null {
	if (row.tender === 'cash' || isOtherTender(row) || row.kind === 'payout' || !counts(row)) return null;
	const { amountMinor } = row;
	if (row.kind === 'fee') return exact({ feeMinor: row.netMinor === null ? amountMinor : -row.netMinor }, row.netMinor ?? -amountMinor);
	if (row.kind === 'adjustment') return exact({}, row.netMinor ?? 0);
	const sign = row.kind === 'sale' ? 1 : -1;
	const sides = row.kind === 'sale' ? { grossMinor: amountMinor } : row.kind === 'chargeback' ? {} : { refundMinor: amountMinor };
	if (row.netMinor !== null) return exact({ ...sides, feeMinor: row.feeMinor ?? 0 }, row.netMinor);
	if (row.feeMinor !== null) return exact({ ...sides, feeMinor: row.feeMinor }, sign * amountMinor - row.feeMinor);
	const fees = feesOf(row, rules);
	if (fees.length > 0) return worked(sides, sign * amountMinor, { sign, leastMinor: Math.min(...fees), mostMinor: Math.max(...fees) });
	// A refund may or may not give its fee back.
	const most = Math.round((amountMinor * FEE_MILLIONTHS_MAX) / 1_000_000);
	const range = sign > 0 ? { lowerMinor: most, higherMinor: 0 } : { lowerMinor: 0, higherMinor: most };
	return { ...NOTHING, ...sides, netMinor: sign * amountMinor, ...range };
}

const NOTHING: RowValue = { grossMinor: 0, refundMinor: 0, feeMinor: 0, netMinor: 0, lowerMinor: 0, higherMinor: 0 };

function exact(sides: Partial<RowValue>, netMinor: Minor): RowValue {
	return { ...NOTHING, ...sides, netMinor };
}

/** Every fee that may be meant: several where the payment does not tell which rate is its own. */
function feesOf(row: Receipt, feeRules: FeeRules): Minor[] {
	return feeRulesOf(row, feeRules).rules.map((rule) => roundedFee(exactFee(row.amountMinor, rule), rule.rounding));
}

type Worked = { readonly sign: number; readonly leastMinor: Minor; readonly mostMinor: Minor };

/** By the fee rule; rows and batches are rounded differently, by up to one minor unit a row. A refund may keep its fee. */
function worked(sides: Partial<RowValue>, signedMinor: Minor, { sign, leastMinor, mostMinor }: Worked): RowValue {
	const spread = mostMinor - leastMinor;
	const range = sign > 0 ? { lowerMinor: 1 + spread, higherMinor: 1 } : { lowerMinor: 1 + leastMinor, higherMinor: 1 + spread };
	const feeMinor = sign > 0 ? leastMinor : 0 - leastMinor;
	return { ...NOTHING, ...sides, feeMinor, netMinor: signedMinor - feeMinor, ...range };
}

/** Tills list vouchers and house accounts beside what they pay out; only PayPal's own payments are of no other tender. */
function isOtherTender({ tender, source, kind }: Receipt): boolean {
	return tender === 'other' && (kind === 'sale' || kind === 'refund' || kind === 'void') && !payersOfSource(source).includes('paypal');
}

/** A refund that is under way has left the provider's balance already. */
function counts({ kind, status }: Receipt): boolean {
	return status === 'success' || (status === 'pending' && (kind === 'refund' || kind === 'void'));
}
