import type { Minor } from '../../domain/money.ts';
import type { ReceiptKind } from '../../domain/receipts/receipt.ts';
import type { ReceiptDraft } from '../shared/reading/identity.ts';
import { type Note, quoted } from '../shared/reading/line-problems.ts';
import { amountOf, feeOf, referenceOf } from '../shared/table/rows.ts';
import { cellOf, type Row } from '../shared/table/tables.ts';
import { readAmount, readFee } from '../shared/values/amounts.ts';
import { BEIJING, readWallClock } from '../shared/values/times.ts';
import { COLUMN } from './columns.ts';

const KINDS: Readonly<Record<string, ReceiptKind>> = { 交易: 'sale', 退款: 'refund' };
const CURRENCY = 'CNY';

/** One row as a receipt; null where its time or amount is unreadable, which is noted. Refunds are written negative. */
export function readTrade(row: Row, note: Note): ReceiptDraft | null {
	const finishedAt = cellOf(row, COLUMN.finishedAt);
	const at = readWallClock(finishedAt, BEIJING);
	if (at === null) note('time_unreadable', `${COLUMN.finishedAt}: no such time (${quoted(finishedAt)}).`);
	const type = cellOf(row, COLUMN.type);
	const kind = KINDS[type] ?? 'adjustment';
	if (!KINDS[type]) note('kind_unknown', `${COLUMN.type}: ${quoted(type)} is not known.`);
	const written = amountOf(row, COLUMN.orderAmount, { currency: CURRENCY, note });
	const contradicts = kind === 'sale' && written !== null && written < 0;
	if (contradicts) note('amount_unreadable', `${COLUMN.orderAmount}: a sale of less than nothing.`);
	if (at === null || written === null || contradicts) return null;
	const cost = feeOf(row, COLUMN.fee, { currency: CURRENCY, note });
	const numbers = numbersOf(row, kind, note);
	return {
		ownId: null,
		at,
		offset: BEIJING,
		kind,
		status: 'success',
		amountMinor: Math.abs(written),
		tipMinor: null,
		feeMinor: cost === null ? null : 0 - cost,
		netMinor: netOf(row),
		currency: CURRENCY,
		tender: 'alipay',
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

/** A refund has only its request number; the trade and order numbers on its row are those of the sale. */
function numbersOf(row: Row, kind: ReceiptKind, note: Note): Pick<ReceiptDraft, 'merchantOrderNo' | 'channelOrderNo' | 'originalRef'> {
	const trade = cellOf(row, COLUMN.tradeNo) === '' ? COLUMN.orderNo : COLUMN.tradeNo;
	if (kind === 'refund') return { merchantOrderNo: referenceOf(row, COLUMN.refundNo, note), channelOrderNo: null, originalRef: referenceOf(row, trade, note) };
	return { merchantOrderNo: referenceOf(row, COLUMN.orderNo, note), channelOrderNo: referenceOf(row, COLUMN.tradeNo, note), originalRef: null };
}

/** What the row adds to the payout, as far as nothing is shared out of it: received and service fee, both signed. */
function netOf(row: Row): Minor | null {
	const received = readAmount(cellOf(row, COLUMN.received), CURRENCY);
	const fee = readFee(cellOf(row, COLUMN.fee), CURRENCY);
	const shared = readAmount(cellOf(row, COLUMN.shared) || '0', CURRENCY);
	return received.ok && fee.ok && shared.ok && shared.value === 0 ? received.value + fee.value : null;
}
