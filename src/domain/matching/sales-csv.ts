import { toCsv } from '../csv.ts';
import { formatMajor } from '../money.ts';
import { formatIso } from '../time.ts';
import type { SaleRow } from './rows.ts';

const HEADER = [
	...['id', 'recorded_at', 'kind', 'amount', 'currency', 'tender', 'terminal_id', 'cashier', 'auth_code', 'rrn', 'trace_no', 'batch_no', 'last4'],
	...['merchant_order_no', 'channel_order_no', 'ref_sale_id', 'note'],
] as const;

/**
 * The ledger's rows as the canonical sales table, for a comparison elsewhere. The table has no place for a payment that failed or was
 * left unpaid, and nothing is to be expected of one, so these are left out.
 */
export function salesCsv(sales: readonly SaleRow[]): string {
	const owed = sales.filter(({ state }) => state === 'paid_confirmed' || state === 'result_unknown');
	return toCsv([HEADER, ...owed.map(cellsOf)]);
}

function cellsOf({ keys, ...sale }: SaleRow): (string | null)[] {
	return [
		sale.id,
		formatIso(sale),
		sale.kind,
		formatMajor(sale.amountMinor, sale.currency),
		sale.currency,
		sale.tender,
		sale.terminalId,
		sale.cashier,
		keys.authCode,
		keys.rrn,
		keys.traceNo,
		keys.batchNo,
		keys.last4,
		keys.merchantOrderNo,
		keys.channelOrderNo,
		sale.ref,
		null,
	];
}
