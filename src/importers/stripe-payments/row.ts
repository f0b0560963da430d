import { last4Of } from '../../domain/card-numbers.ts';
import type { Currency } from '../../domain/money.ts';
import type { ReceiptStatus } from '../../domain/receipts/receipt.ts';
import { draftOf } from '../shared/reading/draft.ts';
import type { ReceiptDraft } from '../shared/reading/identity.ts';
import { type Note, quoted } from '../shared/reading/line-problems.ts';
import { stripeTender } from '../shared/reading/stripe-tenders.ts';
import { amountOf, currencyCodeOf, feeOf, optionalAmountOf, referenceOf } from '../shared/table/rows.ts';
import { cellOf, type Row } from '../shared/table/tables.ts';
import type { DayOrder } from '../shared/values/local-dates.ts';
import { readUtc } from '../shared/values/wall-times.ts';
import { COLUMN } from './columns.ts';

const STATUSES: Readonly<Record<string, ReceiptStatus>> = {
	...{ paid: 'success', succeeded: 'success', refunded: 'success', 'partially refunded': 'success', 'partial refund': 'success', disputed: 'success' },
	...{ pending: 'pending', processing: 'pending', uncaptured: 'pending', 'requires capture': 'pending', authorized: 'pending' },
	...{ failed: 'failed', blocked: 'failed', canceled: 'failed', cancelled: 'failed', incomplete: 'failed', expired: 'failed', declined: 'failed' },
	...{ 'requires payment method': 'failed', 'requires action': 'failed', 'requires confirmation': 'failed' },
};

/** The file's usual currency, for exports in which the column was not selected. */
type ReadWith = { readonly note: Note; readonly currency: Currency; readonly order: DayOrder };

/** One row: the payment and, where it carries one, its refund; none where its time or amount is unreadable, which is noted. */
export function readPayment(row: Row, using: ReadWith): ReceiptDraft[] {
	const { note, order } = using;
	const stamp = readUtc(cellOf(row, COLUMN.created), order);
	if (!stamp) note('time_unreadable', `${COLUMN.created}: no such time (${quoted(cellOf(row, COLUMN.created))}).`);
	const currency = readCurrency(row, using);
	const amount = amountOf(row, COLUMN.amount, { currency, note });
	if (amount !== null && amount < 0) note('amount_unreadable', `${COLUMN.amount}: a payment of less than nothing.`);
	if (!stamp || amount === null || amount < 0) return [];
	const status = statusOf(row, note);
	const feeMinor = isConverted(row, currency) ? null : feeOf(row, COLUMN.fee, { currency, note });
	const sale = draftOf({
		stamp,
		kind: 'sale',
		status,
		amountMinor: amount,
		feeMinor,
		netMinor: status === 'success' && feeMinor !== null ? amount - feeMinor : null,
		currency,
		tender: stripeTender(cellOf(row, COLUMN.method), 'card'),
		last4: last4Of(cellOf(row, COLUMN.last4)),
		merchantOrderNo: referenceOf(row, COLUMN.orderNo, note),
		channelOrderNo: referenceOf(row, COLUMN.id, note),
		line: row.line,
	});
	const refund = refundOf(row, sale, using);
	return refund ? [sale, refund] : [sale];
}

function readCurrency(row: Row, { note, currency }: ReadWith): Currency {
	const fallback = currencyCodeOf(row, COLUMN.convertedCurrency, { note: () => {}, fallback: currency });
	return currencyCodeOf(row, COLUMN.currency, { note, fallback });
}

/** Fees are counted in the currency that a payment was converted to. */
function isConverted(row: Row, currency: Currency): boolean {
	const converted = cellOf(row, COLUMN.convertedCurrency).toUpperCase();
	return converted !== '' && converted !== currency;
}

function statusOf(row: Row, note: Note): ReceiptStatus {
	const words = cellOf(row, COLUMN.status);
	const status = STATUSES[words.toLowerCase().replaceAll('_', ' ')];
	if (!status) note('kind_unknown', `${COLUMN.status}: ${quoted(words)} is not known.`);
	return status ?? 'pending';
}

/**
 * What was refunded of a payment up to the export, as one receipt: the export adds partial refunds up, so a later one says the sum anew, which is
 * why its id holds no amount.
 */
function refundOf(row: Row, sale: ReceiptDraft, { note, order }: ReadWith): ReceiptDraft | null {
	const written = optionalAmountOf(row, COLUMN.refunded, { currency: sale.currency, note });
	if (written === null || written === 0) return null;
	const when = cellOf(row, COLUMN.refundedAt);
	const stamp = when === '' ? null : readUtc(when, order);
	if (when !== '' && !stamp) note('time_unreadable', `${COLUMN.refundedAt}: no such time (${quoted(when)}); that of the payment was taken.`);
	const amountMinor = Math.abs(written);
	return draftOf({
		ownId: sale.channelOrderNo === null ? null : `stripe-payments:refund:${sale.channelOrderNo}`,
		stamp: stamp ?? sale,
		kind: 'refund',
		amountMinor,
		netMinor: isConverted(row, sale.currency) ? null : 0 - amountMinor,
		currency: sale.currency,
		tender: sale.tender,
		last4: sale.last4,
		originalRef: sale.channelOrderNo,
		line: row.line,
	});
}
