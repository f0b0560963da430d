import type { Minor } from '../../domain/money.ts';
import type { ReceiptDraft } from '../shared/reading/identity.ts';
import { type Note, quoted } from '../shared/reading/line-problems.ts';
import { amountOf, referenceOf } from '../shared/table/rows.ts';
import { cellOf, type Row } from '../shared/table/tables.ts';
import { readAmount } from '../shared/values/amounts.ts';
import { BEIJING, readWallClock } from '../shared/values/times.ts';
import { COLUMN } from './columns.ts';

/** Money that came in over the shop's code; every other row is the owner's own business. */
const TAKEN = { type: '二维码收款', direction: '收入' };
/** What 收/支 may say; anything else means that the cells of the row have shifted. Money over the code is never neutral. */
const DIRECTIONS: readonly string[] = ['收入', '支出'];
const NEUTRAL: readonly string[] = ['中性交易', '不计收支', '/', '-', ''];
const CURRENCY = 'CNY';
const NOT_TAKEN = /失败|关闭|撤销/;
const REFUNDED_WHOLE = /^已全额退款/;
const REFUNDED_PART = /^已退款[(（]?([^)）]*)[)）]?$/;

/**
 * One row as the receipts it makes: a sale, and its refund where its state says that it was given back. None for the owner's private
 * rows, of which nothing may come out, and where time or amount is unreadable, which is noted.
 */
export function readPayment(row: Row, note: Note): readonly ReceiptDraft[] {
	const direction = cellOf(row, COLUMN.direction);
	const overTheCode = cellOf(row, COLUMN.type) === TAKEN.type;
	const directions = overTheCode ? DIRECTIONS : [...DIRECTIONS, ...NEUTRAL];
	if (!directions.includes(direction)) note('row_unreadable', `${COLUMN.direction} does not say whether money came in or went out.`);
	if (direction !== TAKEN.direction || !overTheCode) return [];
	const at = readWallClock(cellOf(row, COLUMN.time), BEIJING);
	if (at === null) note('time_unreadable', `${COLUMN.time}: no such time (${quoted(cellOf(row, COLUMN.time))}).`);
	const amountMinor = amountOf(row, COLUMN.amount, { currency: CURRENCY, note });
	const contradicts = amountMinor !== null && amountMinor < 0;
	if (contradicts) note('amount_unreadable', `${COLUMN.amount}: income of less than nothing.`);
	if (at === null || amountMinor === null || contradicts) return [];
	const sale = saleOf(row, { at, amountMinor, note });
	const refunded = refundedOf(cellOf(row, COLUMN.state), amountMinor, note);
	return refunded === null ? [sale] : [sale, refundOf(sale, refunded)];
}

function saleOf(row: Row, { at, amountMinor, note }: { at: number; amountMinor: Minor; note: Note }): ReceiptDraft {
	const status = NOT_TAKEN.test(cellOf(row, COLUMN.state)) ? 'failed' : 'success';
	return {
		ownId: null,
		at,
		offset: BEIJING,
		kind: 'sale',
		status,
		amountMinor,
		tipMinor: null,
		feeMinor: null,
		netMinor: null,
		currency: CURRENCY,
		tender: 'wechat',
		terminalId: null,
		batchNo: null,
		traceNo: null,
		rrn: null,
		authCode: null,
		last4: null,
		merchantOrderNo: referenceOf(row, COLUMN.orderNo, note),
		channelOrderNo: referenceOf(row, COLUMN.transactionNo, note),
		originalRef: null,
		settlementDate: null,
		line: row.line,
	};
}

/** The wallet says that a payment was given back on the payment's own row, and not when. */
function refundOf(sale: ReceiptDraft, amountMinor: Minor): ReceiptDraft {
	const originalRef = sale.channelOrderNo ?? sale.merchantOrderNo;
	return { ...sale, kind: 'refund', amountMinor, merchantOrderNo: null, channelOrderNo: null, originalRef };
}

/** `已全额退款`, `已退款(￥1.00)`: how much of the payment was given back; null where nothing was, or nobody knows, which is noted. */
function refundedOf(state: string, paidMinor: Minor, note: Note): Minor | null {
	if (REFUNDED_WHOLE.test(state)) return paidMinor;
	const part = REFUNDED_PART.exec(state)?.[1];
	if (part === undefined) return null;
	const amount = readAmount(part.trim(), CURRENCY);
	if (amount.ok && amount.value > 0 && amount.value <= paidMinor) return amount.value;
	note('amount_unreadable', `${COLUMN.state}: ${quoted(state)} does not say how much was given back.`);
	return null;
}
