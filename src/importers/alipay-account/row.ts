import type { Minor } from '../../domain/money.ts';
import type { ReceiptKind } from '../../domain/receipts/receipt.ts';
import type { ReceiptDraft } from '../shared/reading/identity.ts';
import { type Note, quoted } from '../shared/reading/line-problems.ts';
import { optionalAmountOf, referenceOf } from '../shared/table/rows.ts';
import { cellOf, type Row } from '../shared/table/tables.ts';
import { isDash, readReference } from '../shared/values/cells.ts';
import { BEIJING, readWallClock } from '../shared/values/times.ts';
import { COLUMN } from './columns.ts';

/** What 业务类型 makes of a row, and whether its money comes in. */
const KINDS: Readonly<Record<string, { readonly kind: ReceiptKind; readonly comesIn: boolean }>> = {
	在线支付: { kind: 'sale', comesIn: true },
	交易付款: { kind: 'sale', comesIn: true },
	交易退款: { kind: 'refund', comesIn: false },
	收费: { kind: 'fee', comesIn: false },
	提现: { kind: 'payout', comesIn: false },
};
const CURRENCY = 'CNY';

/**
 * One movement of the account as a receipt; null where its time or amount is unreadable, which is noted. A movement in the other
 * direction than its kind has (what the shop itself bought, a fee that came back) is an adjustment.
 */
export function readMovement(row: Row, note: Note): ReceiptDraft | null {
	const at = readWallClock(cellOf(row, COLUMN.time), BEIJING);
	if (at === null) note('time_unreadable', `${COLUMN.time}: no such time (${quoted(cellOf(row, COLUMN.time))}).`);
	const moved = readMoved(row, note);
	if (at === null || moved === null) return null;
	const kind = kindOf(row, moved, note);
	const flowNo = readReference(cellOf(row, COLUMN.flowNo)).value;
	const tradeNo = referenceOf(row, COLUMN.tradeNo, note);
	const orderNo = referenceOf(row, COLUMN.orderNo, note);
	return {
		ownId: flowNo === null ? null : `alipay-account:${kind}:${flowNo}:${at}:${moved}`,
		at,
		offset: BEIJING,
		kind,
		status: 'success',
		amountMinor: Math.abs(moved),
		tipMinor: null,
		feeMinor: null,
		netMinor: kind === 'payout' ? null : moved,
		currency: CURRENCY,
		tender: kind === 'sale' || kind === 'refund' ? 'alipay' : null,
		terminalId: null,
		batchNo: null,
		traceNo: null,
		rrn: null,
		authCode: null,
		last4: null,
		merchantOrderNo: orderNo,
		channelOrderNo: tradeNo,
		originalRef: kind === 'refund' ? (tradeNo ?? (cellOf(row, COLUMN.tradeNo) === '' ? orderNo : null)) : null,
		settlementDate: null,
		line: row.line,
	};
}

/** What the row adds to the account: 支出 is written with or without its sign. Null where it cannot be told, which is noted. */
function readMoved(row: Row, note: Note): Minor | null {
	const [income, outgo] = [COLUMN.income, COLUMN.outgo].map((name) => ({
		amount: optionalAmountOf(row, name, { currency: CURRENCY, note }),
		isEmpty: cellOf(row, name) === '' || isDash(cellOf(row, name)),
	}));
	if (!income || !outgo || [income, outgo].some(({ amount, isEmpty }) => amount === null && !isEmpty)) return null;
	const faults = [
		[income.isEmpty && outgo.isEmpty, 'there is no amount'],
		[income.amount !== null && income.amount < 0, 'an income of less than nothing'],
		[Boolean(income.amount) && Boolean(outgo.amount), 'one row cannot be both'],
	] as const;
	const fault = faults.find(([applies]) => applies);
	if (!fault) return income.amount || 0 - Math.abs(outgo.amount ?? 0) || 0;
	note('amount_unreadable', `${COLUMN.income}, ${COLUMN.outgo}: ${fault[1]}.`);
	return null;
}

function kindOf(row: Row, moved: Minor, note: Note): ReceiptKind {
	const type = cellOf(row, COLUMN.type);
	const known = KINDS[type];
	if (known && (moved === 0 || known.comesIn === moved > 0)) return known.kind;
	note(
		'kind_unknown',
		known ? `${COLUMN.type} ${quoted(type)} in the other direction: taken as an adjustment.` : `${COLUMN.type}: ${quoted(type)} is not known.`,
	);
	return 'adjustment';
}
