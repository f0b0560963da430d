import type { Minor } from '../../domain/money.ts';
import type { ReceiptKind } from '../../domain/receipts/receipt.ts';
import type { ReceiptDraft } from '../shared/reading/identity.ts';
import { type Note, quoted } from '../shared/reading/line-problems.ts';
import { amountOf, referenceOf } from '../shared/table/rows.ts';
import { cellOf, type Row } from '../shared/table/tables.ts';
import { readReference } from '../shared/values/cells.ts';
import { BEIJING, readWallClock } from '../shared/values/times.ts';
import { COLUMN, INCOME, OUTGO } from './columns.ts';

/** What 业务类型 makes of a row, and in which direction its money moves. */
const KINDS: Readonly<Record<string, { readonly kind: ReceiptKind; readonly direction: string }>> = {
	交易: { kind: 'sale', direction: INCOME },
	退款: { kind: 'refund', direction: OUTGO },
	扣除交易手续费: { kind: 'fee', direction: OUTGO },
	退还交易手续费: { kind: 'adjustment', direction: INCOME },
	提现: { kind: 'payout', direction: OUTGO },
};
const CURRENCY = 'CNY';

/**
 * One movement of money as a receipt; null where its time or amount is unreadable, which is noted. A movement in the other direction
 * than its kind has, as of a withdrawal that came back, is an adjustment.
 */
export function readMovement(row: Row, note: Note): ReceiptDraft | null {
	const at = readWallClock(cellOf(row, COLUMN.time), BEIJING);
	if (at === null) note('time_unreadable', `${COLUMN.time}: no such time (${quoted(cellOf(row, COLUMN.time))}).`);
	const kind = kindOf(row, note);
	const written = amountOf(row, COLUMN.amount, { currency: CURRENCY, note });
	const contradicts = kind === 'sale' && written !== null && written < 0;
	if (contradicts) note('amount_unreadable', `${COLUMN.amount}: a sale of less than nothing.`);
	if (at === null || written === null || contradicts) return null;
	const amountMinor = Math.abs(written);
	const flowNo = readReference(cellOf(row, COLUMN.flowNo)).value;
	return {
		ownId: flowNo === null ? null : `wechat-fund-flow:${kind}:${flowNo}:${at}:${amountMinor}`,
		at,
		offset: BEIJING,
		kind,
		status: 'success',
		amountMinor,
		tipMinor: null,
		feeMinor: null,
		netMinor: kind === 'payout' ? null : netOf(row, amountMinor),
		currency: CURRENCY,
		tender: kind === 'sale' || kind === 'refund' ? 'wechat' : null,
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

function kindOf(row: Row, note: Note): ReceiptKind {
	const type = cellOf(row, COLUMN.type);
	const known = KINDS[type];
	if (!known) {
		note('kind_unknown', `${COLUMN.type}: ${quoted(type)} is not known.`);
		return 'adjustment';
	}
	const direction = cellOf(row, COLUMN.direction);
	if (direction === '' || direction === known.direction) return known.kind;
	note('kind_unknown', `${COLUMN.type} ${quoted(type)} with ${COLUMN.direction} ${quoted(direction)}: taken as an adjustment.`);
	return 'adjustment';
}

function netOf(row: Row, amountMinor: Minor): Minor | null {
	const direction = cellOf(row, COLUMN.direction);
	if (direction === INCOME) return amountMinor;
	return direction === OUTGO ? 0 - amountMinor : null;
}
