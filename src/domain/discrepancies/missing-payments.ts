import type { SaleRecorded } from '../ledger/entries.ts';
import { NO_KEYS, type PaymentKeys } from '../ledger/sale.ts';
import type { Shop } from '../ledger/shop.ts';
import { shopDay } from '../ledger/shop-day.ts';
import type { Match } from '../matching/outcome.ts';
import type { Leg, Receipt } from '../receipts/receipt.ts';

/** One payment that the ledger lacks, with its receipt of each leg; the first is the nearest to the till. */
export type MissingPayment = { readonly receipts: readonly [Receipt, ...Receipt[]] };

const LEG_ORDER: readonly Leg[] = ['terminal', 'provider', 'bank'];

/**
 * The payments behind a `missing_in_ledger`: of its receipts those that stand in no match, the earliest of each leg paired up,
 * `count` of them. Fewer come out where receipts have gone.
 */
export function missingPayments(members: readonly (Receipt | null)[], matches: readonly Match[], count: number): readonly MissingPayment[] {
	const taken = new Set(matches.filter((match) => match.band !== 'review').flatMap((match) => match.receipts));
	const free = members.filter((receipt): receipt is Receipt => receipt !== null && !taken.has(receipt.id)).sort(inTime);
	const legs = LEG_ORDER.map((leg) => free.filter((receipt) => receipt.leg === leg)).filter((receipts) => receipts.length > 0);
	const [nearest, ...others] = legs;
	return (nearest ?? []).slice(0, count).map((receipt, index) => ({ receipts: [receipt, ...others.flatMap((leg) => leg[index] ?? [])] }));
}

function inTime(a: Receipt, b: Receipt): number {
	return a.at - b.at || (a.id < b.id ? -1 : 1);
}

export type EnteredBy = { readonly shop: Shop; readonly cashier: string; readonly note: string | null };

/** The sale or refund that should have been logged: the receipt's amount, numbers and time. */
export function saleOfPayment(
	{ receipts }: MissingPayment,
	{ shop, cashier, note }: EnteredBy,
): { readonly kind: 'sale' | 'refund'; readonly body: SaleRecorded } {
	const [receipt] = receipts;
	const body: SaleRecorded = {
		amountMinor: receipt.amountMinor,
		tipMinor: receipt.tipMinor,
		currency: receipt.currency,
		tender: receipt.tender ?? 'other',
		terminalId: receipt.terminalId,
		cashier,
		state: receipt.status === 'pending' ? 'result_unknown' : 'paid_confirmed',
		day: shopDay(shop, receipt.at),
		keys: keysOf(receipts),
		paperSlipNo: null,
		note,
		outageId: null,
		clockSuspect: false,
		enteredFor: { at: receipt.at, offset: receipt.offset },
	};
	return { kind: receipt.kind === 'sale' ? 'sale' : 'refund', body };
}

/** Each number from the first leg that has it. */
function keysOf(receipts: readonly Receipt[]): Partial<PaymentKeys> {
	const keys: { -readonly [K in keyof PaymentKeys]?: string } = {};
	for (const name of Object.keys(NO_KEYS) as (keyof PaymentKeys)[]) {
		const value = receipts.map((receipt) => receipt[name]).find((key) => key !== null);
		if (value) keys[name] = value;
	}
	return keys;
}
