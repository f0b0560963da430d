import { RECEIPT_KINDS, RECEIPT_STATUSES } from '../../domain/receipts/receipt.ts';
import type { ReceiptDraft } from '../shared/reading/identity.ts';
import { type Note, quoted } from '../shared/reading/line-problems.ts';
import { instantOf, last4CellOf, tenderOf, unsignedAmountOf, wordOf } from '../shared/table/canonical-cells.ts';
import { currencyOf, feeOf, optionalAmountOf, referenceOf } from '../shared/table/rows.ts';
import { cellOf, type Row } from '../shared/table/tables.ts';
import { readDay } from '../shared/values/times.ts';

/** One row as a receipt; null where its instant, kind, status or amount is unreadable, which is noted. */
export function readReceipt(row: Row, note: Note): ReceiptDraft | null {
	const stamp = instantOf(row, 'occurred_at', note);
	const kind = wordOf(row, 'kind', { words: RECEIPT_KINDS, note });
	const status = cellOf(row, 'status') === '' ? 'success' : wordOf(row, 'status', { words: RECEIPT_STATUSES, note });
	const currency = currencyOf(row, 'currency', note);
	const amountMinor = unsignedAmountOf(row, 'amount', { currency, note });
	if (stamp === null || kind === null || status === null || amountMinor === null) return null;
	return {
		ownId: referenceOf(row, 'id', note),
		at: stamp.at,
		offset: stamp.offset,
		kind,
		status,
		amountMinor,
		currency,
		line: row.line,
		tipMinor: optionalAmountOf(row, 'tip', { currency, note }),
		feeMinor: feeOf(row, 'fee', { currency, note }),
		netMinor: null,
		tender: tenderOf(row, note),
		terminalId: referenceOf(row, 'terminal_id', note),
		batchNo: referenceOf(row, 'batch_no', note),
		traceNo: referenceOf(row, 'trace_no', note),
		rrn: referenceOf(row, 'rrn', note),
		authCode: referenceOf(row, 'auth_code', note),
		last4: last4CellOf(row, note),
		merchantOrderNo: referenceOf(row, 'merchant_order_no', note),
		channelOrderNo: referenceOf(row, 'channel_order_no', note),
		originalRef: referenceOf(row, 'original_ref', note),
		settlementDate: readSettlementDate(row, note),
	};
}

function readSettlementDate(row: Row, note: Note): string | null {
	const text = cellOf(row, 'settlement_date');
	const day = readDay(text);
	if (day === null && text !== '') note('time_unreadable', `settlement_date: no such day (${quoted(text)}).`);
	return day;
}
