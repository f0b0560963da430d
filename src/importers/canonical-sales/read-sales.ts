import { maskCardNumbers } from '../../domain/card-numbers.ts';
import type { SaleRow } from '../../domain/matching/rows.ts';
import { type Problem, problem } from '../../domain/problems.ts';
import type { FileBytes } from '../../domain/receipts/read-options.ts';
import type { LineProblem } from '../../domain/receipts/reading.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { businessDayOf, type Stamp, zoneOffset } from '../../domain/time.ts';
import { decodeText } from '../shared/bytes/text.ts';
import { distinctIds } from '../shared/reading/identity.ts';
import { type Note, problemLog } from '../shared/reading/line-problems.ts';
import { type Identified, instantOf, keepOnePerId, tenderOf, unsignedAmountOf, wordOf } from '../shared/table/canonical-cells.ts';
import { sniffHeader } from '../shared/table/header.ts';
import { currencyOf, referenceOf } from '../shared/table/rows.ts';
import { tableOfText } from '../shared/table/table-source.ts';
import { cellOf, type Row, readTable } from '../shared/table/tables.ts';

/** Where business days are cut; without a zone by the offset written in each row. */
export type SalesOptions = { readonly cutoverMinutes: number; readonly zone: string | null };

/** The ledger side of a comparison: its rows in the order of the file, and the lines that were not understood. */
export type SalesReading = { readonly sales: readonly SaleRow[]; readonly problems: readonly LineProblem[] };

const REQUIRED = ['recorded_at', 'kind', 'amount'] as const;
const KINDS = ['sale', 'refund', 'reversal'] as const;

/** Reads the canonical sales table; fails only where the bytes are no such table at all. */
export function readSales(file: FileBytes, options: SalesOptions): Result<SalesReading, Problem> {
	if (file.bytes.length === 0) return fail(problem('file_empty'));
	const decoded = decodeText(file.bytes, (head) => sniffHeader(head, REQUIRED));
	if (!decoded) return fail(problem('format_unknown', `needs the columns ${REQUIRED.join(', ')}`));
	const log = problemLog();
	const read: Identified<SaleRow>[] = [];
	readTable(
		tableOfText(decoded.text),
		{ required: REQUIRED, known: [], privateColumns: ['last4', 'cashier'], split: null },
		{
			log,
			progress: () => {},
			header: () => {},
			aside: () => false,
			row: (row, note) => {
				const sale = readSale(row, note, options);
				if (sale)
					read.push({ row: sale, id: sale.id || null, line: row.line, at: sale.at, amountMinor: sale.amountMinor, content: () => JSON.stringify(sale) });
			},
		},
	);
	return ok({ sales: withDerivedIds(keepOnePerId(read, log)), problems: log.all() });
}

/** Null where the instant, kind or amount is unreadable, which is noted; `id` is empty where the row gives none. */
function readSale(row: Row, note: Note, { zone, cutoverMinutes }: SalesOptions): SaleRow | null {
	const stamp = instantOf(row, 'recorded_at', note);
	const kind = wordOf(row, 'kind', { words: KINDS, note });
	const currency = currencyOf(row, 'currency', note);
	const amountMinor = unsignedAmountOf(row, 'amount', { currency, note });
	if (stamp === null || kind === null || amountMinor === null) return null;
	const shown: Stamp = zone === null ? stamp : { at: stamp.at, offset: zoneOffset(zone, stamp.at) };
	return {
		id: referenceOf(row, 'id', note) ?? '',
		at: stamp.at,
		offset: stamp.offset,
		day: businessDayOf(shown, cutoverMinutes),
		kind,
		amountMinor,
		tipMinor: null,
		currency,
		tender: tenderOf(row, note),
		terminalId: referenceOf(row, 'terminal_id', note),
		cashier: maskCardNumbers(cellOf(row, 'cashier')) || null,
		keys: {
			authCode: referenceOf(row, 'auth_code', note),
			rrn: referenceOf(row, 'rrn', note),
			traceNo: referenceOf(row, 'trace_no', note),
			batchNo: referenceOf(row, 'batch_no', note),
			last4: typedLast4(row),
			merchantOrderNo: referenceOf(row, 'merchant_order_no', note),
			channelOrderNo: referenceOf(row, 'channel_order_no', note),
		},
		ref: referenceOf(row, 'ref_sale_id', note),
		state: 'paid_confirmed',
	};
}

/** As the cashier typed it, slips included; never more of a card number than its end. */
function typedLast4(row: Row): string | null {
	return cellOf(row, 'last4').replace(/[\s-]/g, '').slice(-4) || null;
}

/** A row without an id gets one from its content and, among equals, its occurrence. */
function withDerivedIds(sales: readonly SaleRow[]): SaleRow[] {
	const bases = sales.map((sale) => sale.id || `row:${sale.kind}:${sale.at}:${sale.amountMinor}`);
	const { ids } = distinctIds(bases, (place) => JSON.stringify(sales[place]));
	return sales.map((sale, place) => ({ ...sale, id: ids[place] ?? sale.id }));
}
