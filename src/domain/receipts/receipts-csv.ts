import { toCsv } from '../csv.ts';
import { formatMajor, type Minor } from '../money.ts';
import { formatIso } from '../time.ts';
import type { Receipt } from './receipt.ts';

const HEADER = [
	...['id', 'occurred_at', 'kind', 'status', 'amount', 'tip', 'fee', 'currency', 'tender', 'terminal_id', 'batch_no', 'trace_no', 'rrn', 'auth_code', 'last4'],
	...['merchant_order_no', 'channel_order_no', 'original_ref', 'settlement_date'],
] as const;

/** Receipts as the canonical receipts table, which the command line and this app read back to the same receipts. */
export function receiptsCsv(receipts: readonly Receipt[]): string {
	return toCsv([HEADER, ...receipts.map(cellsOf)]);
}

function cellsOf(receipt: Receipt): (string | null)[] {
	const money = (minor: Minor | null) => (minor === null ? null : formatMajor(minor, receipt.currency));
	return [
		receipt.id,
		formatIso(receipt),
		receipt.kind,
		receipt.status,
		money(receipt.amountMinor),
		money(receipt.tipMinor),
		money(receipt.feeMinor),
		receipt.currency,
		receipt.tender,
		receipt.terminalId,
		receipt.batchNo,
		receipt.traceNo,
		receipt.rrn,
		receipt.authCode,
		receipt.last4,
		receipt.merchantOrderNo,
		receipt.channelOrderNo,
		receipt.originalRef,
		receipt.settlementDate,
	];
}
