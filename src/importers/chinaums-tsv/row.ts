import { last4Of } from '../../domain/card-numbers.ts';
import type { Tender } from '../../domain/ledger/tender.ts';
import type { Minor } from '../../domain/money.ts';
import type { ReceiptKind } from '../../domain/receipts/receipt.ts';
import type { ReceiptDraft } from '../shared/reading/identity.ts';
import { type Note, quoted } from '../shared/reading/line-problems.ts';
import { amountOf, feeOf, referenceOf } from '../shared/table/rows.ts';
import { cellOf, type Row } from '../shared/table/tables.ts';
import { readAmount } from '../shared/values/amounts.ts';
import { BEIJING, readDay, readDayAndClock } from '../shared/values/times.ts';
import { COLUMN } from './columns.ts';
import { tenderOf } from './tender.ts';

/** 交易类型 decides, whatever the sign of the amount: exports write refunds negative or positive. */
const KINDS: Readonly<Record<string, ReceiptKind>> = { 消费: 'sale', 退货: 'refund', 消费撤销: 'void', 撤销: 'void' };
const CURRENCY = 'CNY';

/** One row as a receipt; null where its time or amount is unreadable, which is noted. */
export function readTrade(row: Row, note: Note): ReceiptDraft | null {
	const at = readTime(row, note);
	const type = cellOf(row, COLUMN.type);
	const kind = KINDS[type] ?? 'adjustment';
	if (!KINDS[type]) note('kind_unknown', `${COLUMN.type}: ${quoted(type)} is not known.`);
	const written = amountOf(row, COLUMN.amount, { currency: CURRENCY, note });
	if (at === null || written === null) return null;
	const settled = readAmount(cellOf(row, COLUMN.settled), CURRENCY);
	const settledMinor = settled.ok ? Math.abs(settled.value) : null;
	return {
		ownId: null,
		at,
		offset: BEIJING,
		kind,
		status: 'success',
		amountMinor: Math.abs(written),
		tipMinor: null,
		feeMinor: signedFee(feeOf(row, COLUMN.fee, { currency: CURRENCY, note }), { kind, written, settledMinor }),
		netMinor: settledMinor === null || kind === 'adjustment' ? null : kind === 'sale' ? settledMinor : 0 - settledMinor,
		currency: CURRENCY,
		tender: readTender(row),
		terminalId: referenceOf(row, COLUMN.terminal, note),
		batchNo: null,
		traceNo: referenceOf(row, COLUMN.traceNo, note),
		rrn: referenceOf(row, COLUMN.reference, note),
		authCode: null,
		last4: last4Of(cellOf(row, COLUMN.card)),
		merchantOrderNo: referenceOf(row, COLUMN.orderNo, note),
		channelOrderNo: referenceOf(row, COLUMN.channelOrderNo, note),
		originalRef: referenceOf(row, COLUMN.refundOf, note),
		settlementDate: readClearingDay(row, note),
		line: row.line,
	};
}

function readTime(row: Row, note: Note): number | null {
	const [day, clock] = [cellOf(row, COLUMN.day), cellOf(row, COLUMN.clock)];
	const at = readDayAndClock(day, clock, BEIJING);
	if (at === null) note('time_unreadable', `${COLUMN.day}, ${COLUMN.clock}: no such time (${quoted(`${day} ${clock}`)}).`);
	return at;
}

function readClearingDay(row: Row, note: Note): string | null {
	const text = cellOf(row, COLUMN.clearingDay);
	const day = readDay(text);
	if (day === null && text !== '') note('time_unreadable', `${COLUMN.clearingDay}: no such day (${quoted(text)}).`);
	return day;
}

/**
 * The fee as cost of the shop. On rows that give money back exports differ in their signs, so the settled amount decides:
 * what is settled is the amount less the fee. Where it does not tell, a fee without a sign beside an amount without a sign
 * is taken as given back.
 */
function signedFee(fee: Minor | null, row: { kind: ReceiptKind; written: Minor; settledMinor: Minor | null }): Minor | null {
	if (fee === null || fee === 0 || row.kind === 'adjustment') return fee;
	const direction = row.kind === 'sale' ? 1 : -1;
	const fromSettled = row.settledMinor === null ? null : direction * (Math.abs(row.written) - row.settledMinor);
	if (fromSettled !== null && Math.abs(fromSettled) === Math.abs(fee)) return fromSettled;
	return direction < 0 && row.written > 0 && fee > 0 ? 0 - fee : fee;
}

/** By the words of the payment; a row that says nothing but shows a card was paid by card. */
function readTender(row: Row): Tender | null {
	const words = cellOf(row, COLUMN.paymentType) || cellOf(row, COLUMN.paymentProduct);
	return tenderOf(words) ?? (words === '' && last4Of(cellOf(row, COLUMN.card)) !== null ? 'card' : null);
}
