import type { Currency, Minor } from '../../domain/money.ts';
import type { ReceiptKind, ReceiptStatus } from '../../domain/receipts/receipt.ts';
import type { ReceiptDraft } from '../shared/reading/identity.ts';
import { type Note, quoted } from '../shared/reading/line-problems.ts';
import { amountOf, currencyOf, feeOf, referenceOf } from '../shared/table/rows.ts';
import { cellOf, type Row } from '../shared/table/tables.ts';
import { readAmount } from '../shared/values/amounts.ts';
import { BEIJING, readWallClock } from '../shared/values/times.ts';
import { COLUMN } from './columns.ts';

const KINDS: Readonly<Record<string, ReceiptKind>> = { SUCCESS: 'sale', REFUND: 'refund', REVOKED: 'void' };
/** State of a refund when the bill was made. */
const REFUND_STATUSES: Readonly<Record<string, ReceiptStatus>> = { PROCESSING: 'pending', SUCCESS: 'success', FAIL: 'failed', CHANGE: 'failed' };

/** One row as a receipt; null where its time or amount is unreadable, which is noted. */
export function readTrade(row: Row, note: Note): ReceiptDraft | null {
	const at = readWallClock(cellOf(row, COLUMN.time), BEIJING);
	if (at === null) note('time_unreadable', `${COLUMN.time}: no such time (${quoted(cellOf(row, COLUMN.time))}).`);
	const state = cellOf(row, COLUMN.state).toUpperCase();
	const kind = KINDS[state] ?? 'adjustment';
	if (!KINDS[state]) note('kind_unknown', `${COLUMN.state}: ${quoted(state)} is not known.`);
	const currency = currencyOf(row, COLUMN.currency, note);
	const amountMinor = readTradeAmount(row, { kind, currency, note });
	if (at === null || amountMinor === null) return null;
	const status = kind === 'refund' ? refundStatus(row, note) : 'success';
	const feeMinor = feeOf(row, COLUMN.fee, { currency, note });
	const netMinor = status === 'success' && kind !== 'adjustment' ? netOf(row, feeMinor, currency) : null;
	const numbers = numbersOf(row, kind, note);
	return {
		ownId: null,
		at,
		offset: BEIJING,
		kind,
		status,
		amountMinor,
		tipMinor: null,
		feeMinor,
		netMinor,
		currency,
		tender: 'wechat',
		terminalId: referenceOf(row, COLUMN.terminal, note),
		batchNo: null,
		traceNo: null,
		rrn: null,
		authCode: null,
		last4: null,
		merchantOrderNo: numbers.merchantOrderNo,
		channelOrderNo: numbers.channelOrderNo,
		originalRef: numbers.originalRef,
		settlementDate: null,
		line: row.line,
	};
}

/** What the customer was asked to pay, or the refund as it was asked for, coupons included; unsigned. */
function readTradeAmount(row: Row, { kind, currency, note }: { kind: ReceiptKind; currency: Currency; note: Note }): Minor | null {
	const order = row.columns.has(COLUMN.orderAmount) ? COLUMN.orderAmount : COLUMN.orderAmountOld;
	if (kind === 'sale') {
		const amount = amountOf(row, order, { currency, note });
		if (amount === null || amount >= 0) return amount;
		note('amount_unreadable', `${order}: a sale of less than nothing.`);
		return null;
	}
	const candidates = [COLUMN.refundAsked, COLUMN.refundAmount, ...(kind === 'refund' ? [] : [order])].filter((name) => cellOf(row, name) !== '');
	const stated = candidates.find((name) => !isZero(cellOf(row, name), currency)) ?? candidates[0] ?? COLUMN.refundAmount;
	const amount = amountOf(row, stated, { currency, note });
	return amount === null ? null : Math.abs(amount);
}

function isZero(text: string, currency: Currency): boolean {
	const amount = readAmount(text, currency);
	return amount.ok && amount.value === 0;
}

function refundStatus(row: Row, note: Note): ReceiptStatus {
	const state = cellOf(row, COLUMN.refundState).toUpperCase();
	const status = state === '' ? 'success' : REFUND_STATUSES[state];
	if (!status) note('kind_unknown', `${COLUMN.refundState}: ${quoted(state)} is not known.`);
	return status ?? 'pending';
}

function numbersOf(row: Row, kind: ReceiptKind, note: Note): Pick<ReceiptDraft, 'merchantOrderNo' | 'channelOrderNo' | 'originalRef'> {
	if (kind === 'sale' || kind === 'adjustment') {
		return {
			merchantOrderNo: referenceOf(row, COLUMN.orderNo, note),
			channelOrderNo: referenceOf(row, COLUMN.transactionNo, note),
			originalRef: null,
		};
	}
	const hasTransactionNo = cellOf(row, COLUMN.transactionNo) !== '';
	return {
		merchantOrderNo: refundReference(row, COLUMN.refundNo, note),
		channelOrderNo: refundReference(row, COLUMN.refundTransactionNo, note),
		originalRef: referenceOf(row, hasTransactionNo ? COLUMN.transactionNo : COLUMN.orderNo, note),
	};
}

/** A column without a refund holds `0`. */
function refundReference(row: Row, name: string, note: Note): string | null {
	return cellOf(row, name) === '0' ? null : referenceOf(row, name, note);
}

/** What the row adds to the payout: settled amount less what is refunded of it, less the fee. */
function netOf(row: Row, feeMinor: Minor | null, currency: Currency): Minor | null {
	const settled = readAmount(cellOf(row, COLUMN.settled), currency);
	const refunded = row.columns.has(COLUMN.refundAmount) ? readAmount(cellOf(row, COLUMN.refundAmount), currency) : null;
	if (!settled.ok || (refunded && !refunded.ok) || feeMinor === null) return null;
	return settled.value - (refunded?.value ?? 0) - feeMinor;
}
