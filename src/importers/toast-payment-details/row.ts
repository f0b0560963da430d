import { last4Of } from '../../domain/card-numbers.ts';
import type { Tender } from '../../domain/ledger/tender.ts';
import type { Minor } from '../../domain/money.ts';
import type { ReceiptStatus } from '../../domain/receipts/receipt.ts';
import type { Stamp } from '../../domain/time.ts';
import { draftOf } from '../shared/reading/draft.ts';
import type { ReceiptDraft } from '../shared/reading/identity.ts';
import { type Note, quoted } from '../shared/reading/line-problems.ts';
import { amountOf, feeOf, optionalAmountOf, referenceOf } from '../shared/table/rows.ts';
import { cellOf, type Row } from '../shared/table/tables.ts';
import type { WallTime } from '../shared/values/wall-times.ts';
import { wordTable } from '../shared/values/words.ts';
import { COLUMN } from './columns.ts';

export const CURRENCY = 'USD';

const statusOf = wordTable<ReceiptStatus>([
	['success', ['CAPTURED', 'CAPTURE IN PROGRESS', 'CLOSED', 'PAID']],
	['pending', ['AUTHORIZED', 'OPEN', 'IN PROGRESS', 'PROCESSING', 'PENDING', 'ADJUSTED']],
	['failed', ['DENIED', 'DECLINED', 'ERROR', 'ERROR NETWORK', 'CANCELLED', 'CANCELED', 'FAILED']],
	['reversed', ['VOIDED', 'VOID', 'PROCESSING VOID']],
]);

const tenderOf = wordTable<Tender>([
	['card', ['Credit', 'Credit Card', 'Debit', 'Debit Card', 'Credit/Debit', 'Credit / Debit', 'Card']],
	['cash', ['Cash']],
]);

type ReadWith = { readonly note: Note; readonly read: (text: string) => WallTime | null; readonly clock: (wall: WallTime) => Stamp };

/** One row: the payment and, where it carries one, its refund; none where its time or amount is unreadable, which is noted. */
export function readPayment(row: Row, using: ReadWith): ReceiptDraft[] {
	const { note, read, clock } = using;
	const money = { currency: CURRENCY, note };
	const paidAt = read(cellOf(row, COLUMN.paidAt));
	if (paidAt === null) note('time_unreadable', `${COLUMN.paidAt}: no such time (${quoted(cellOf(row, COLUMN.paidAt))}).`);
	const tipMinor = sumOf(optionalAmountOf(row, COLUMN.tip, money), optionalAmountOf(row, COLUMN.gratuity, money));
	const total = totalOf(row, tipMinor, note);
	if (total !== null && total < 0) note('amount_unreadable', `${COLUMN.total}: a payment of less than nothing.`);
	if (paidAt === null || total === null || total < 0) return [];
	const type = cellOf(row, COLUMN.type);
	const sale = draftOf({
		stamp: clock(paidAt),
		kind: 'sale',
		status: readStatus(row, note),
		amountMinor: total,
		tipMinor,
		feeMinor: row.columns.has(COLUMN.fees) ? (feeOf(row, COLUMN.fees, money) ?? (cellOf(row, COLUMN.fees) === '' ? 0 : null)) : null,
		currency: CURRENCY,
		tender: type === '' ? null : (tenderOf(type) ?? 'other'),
		last4: last4Of(cellOf(row, COLUMN.last4)),
		merchantOrderNo: referenceOf(row, COLUMN.orderId, note),
		channelOrderNo: referenceOf(row, COLUMN.paymentId, note),
		line: row.line,
	});
	const refund = refundOf(row, sale, using);
	return refund ? [sale, refund] : [sale];
}

/** Total, or where the shop took that column away what it is made of. */
function totalOf(row: Row, tipMinor: Minor | null, note: Note): Minor | null {
	if (row.columns.has(COLUMN.total)) return amountOf(row, COLUMN.total, { currency: CURRENCY, note });
	const amount = amountOf(row, COLUMN.amount, { currency: CURRENCY, note });
	return amount === null ? null : amount + (tipMinor ?? 0);
}

function sumOf(a: Minor | null, b: Minor | null): Minor | null {
	return a === null && b === null ? null : (a ?? 0) + (b ?? 0);
}

/** Payments without a status, such as by cash, count unless they were voided. */
function readStatus(row: Row, note: Note): ReceiptStatus {
	const words = cellOf(row, COLUMN.status);
	if (words === '') return cellOf(row, COLUMN.voidedAt) === '' ? 'success' : 'reversed';
	const status = statusOf(words);
	if (!status) note('kind_unknown', `${COLUMN.status}: ${quoted(words)} is not known.`);
	return status ?? 'pending';
}

/** What was given back of a payment, tip included; its id holds no amount, because later refunds add to it. */
function refundOf(row: Row, sale: ReceiptDraft, { note, read, clock }: ReadWith): ReceiptDraft | null {
	const money = { currency: CURRENCY, note };
	const amount = optionalAmountOf(row, COLUMN.refundAmount, money);
	const written = sumOf(amount, optionalAmountOf(row, COLUMN.refundTip, money));
	const isSaid = /^(?:full|partial|yes|true)$/i.test(cellOf(row, COLUMN.refunded));
	if (isSaid && cellOf(row, COLUMN.refundAmount) === '') note('amount_unreadable', `${COLUMN.refundAmount}: there is no amount of the refund.`);
	if (written === null || written === 0) return null;
	const when = cellOf(row, COLUMN.refundedAt);
	const wall = when === '' ? null : read(when);
	if (when !== '' && wall === null) note('time_unreadable', `${COLUMN.refundedAt}: no such time (${quoted(when)}); that of the payment was taken.`);
	return draftOf({
		ownId: sale.channelOrderNo === null ? null : `toast-payment-details:refund:${sale.channelOrderNo}`,
		stamp: wall === null ? sale : clock(wall),
		kind: 'refund',
		amountMinor: Math.abs(written),
		currency: CURRENCY,
		tender: sale.tender,
		last4: sale.last4,
		originalRef: sale.channelOrderNo,
		line: row.line,
	});
}
