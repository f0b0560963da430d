import type { Draft } from '../../domain/entries.ts';
import type { EntryId } from '../../domain/ids.ts';
import { invariant } from '../../domain/invariant.ts';
import type { SaleRecorded } from '../../domain/ledger/entries.ts';
import type { Shop } from '../../domain/ledger/shop.ts';
import { isTender } from '../../domain/ledger/tender.ts';
import { parseMajor } from '../../domain/money.ts';
import { businessDayOf, parseIso, type Stamp } from '../../domain/time.ts';

/**
 * The demo day's sales file (the canonical sales CSV; its cells hold no commas) as log entries with
 * their original times, in the order of the file. The file is shipped with the product: what it cannot hold is a fault of
 * the build, not of a person.
 */
export function demoSaleDrafts(csv: string, shop: Shop, nextId: () => EntryId): Draft[] {
	const rows = rowsOf(csv);
	const ids = new Map(rows.map((row) => [row('id'), nextId()]));
	return rows.map((row) => draftOf(row, ids, shop));
}

type Row = (column: string) => string;

function rowsOf(csv: string): Row[] {
	const [header = '', ...lines] = csv.split(/\r?\n/).filter((line) => line !== '');
	const columns = header.split(',');
	return lines.map((line) => {
		const cells = line.split(',');
		invariant(cells.length === columns.length, `demo sales: ${line}`);
		return (column) => cells[columns.indexOf(column)] ?? '';
	});
}

function draftOf(row: Row, ids: ReadonlyMap<string, EntryId>, shop: Shop): Draft {
	const stamp = parseIso(row('recorded_at'));
	const id = ids.get(row('id'));
	invariant(stamp && id, `demo sales: ${row('id')}`);
	const body = saleBody(row, stamp, shop);
	const envelope = { id, at: stamp.at, offset: stamp.offset, v: 1, actor: body.cashier };
	if (row('kind') === 'sale') return { ...envelope, kind: 'sale-recorded', body };
	return { ...envelope, kind: 'refund-recorded', body: { ...body, refundOf: ids.get(row('ref_sale_id')) ?? null } };
}

const KEY_COLUMNS = {
	authCode: 'auth_code',
	rrn: 'rrn',
	traceNo: 'trace_no',
	batchNo: 'batch_no',
	last4: 'last4',
	merchantOrderNo: 'merchant_order_no',
	channelOrderNo: 'channel_order_no',
} as const;

function saleBody(row: Row, stamp: Stamp, shop: Shop): SaleRecorded {
	const tender = row('tender');
	const amount = parseMajor(row('amount'), row('currency'));
	invariant(isTender(tender) && amount.ok, `demo sales: ${row('id')}`);
	const keys = Object.entries(KEY_COLUMNS).flatMap(([key, column]) => (row(column) === '' ? [] : [[key, row(column)]]));
	return {
		amountMinor: amount.value,
		tipMinor: null,
		currency: row('currency'),
		tender,
		terminalId: row('terminal_id') || null,
		cashier: row('cashier'),
		state: 'paid_confirmed',
		day: businessDayOf(stamp, shop.cutoverMinutes),
		keys: Object.fromEntries(keys),
		paperSlipNo: null,
		note: row('note') || null,
		outageId: null,
		clockSuspect: false,
		enteredFor: null,
	};
}
