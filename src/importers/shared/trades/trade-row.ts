import { last4Of } from '../../../domain/card-numbers.ts';
import type { Tender } from '../../../domain/ledger/tender.ts';
import type { Minor } from '../../../domain/money.ts';
import type { ReceiptKind, ReceiptStatus } from '../../../domain/receipts/receipt.ts';
import type { Instant } from '../../../domain/time.ts';
import type { ReceiptDraft } from '../reading/identity.ts';
import { type Note, quoted } from '../reading/line-problems.ts';
import { amountOf, feeOf, referenceOf } from '../table/rows.ts';
import { cellOf, type Row } from '../table/tables.ts';
import { readAmount, readMinorAmount } from '../values/amounts.ts';
import { BEIJING, readDay } from '../values/times.ts';
import { cardKindOf } from './card-kinds.ts';
import { signedFee } from './fees.ts';

/** Names that exports have for one thing, the usual one first. */
export type Names = readonly string[];

/** Under which names an acquirer's table of trades keeps what a receipt says; no names: it does not say it. */
export type TradeColumns = {
	readonly amount: Names;
	/** Amount less fee. */
	readonly settled: Names;
	readonly fee: Names;
	readonly terminal: Names;
	readonly batchNo: Names;
	readonly traceNo: Names;
	readonly rrn: Names;
	readonly authCode: Names;
	readonly card: Names;
	/** Debit or credit. */
	readonly cardKind?: Names;
	readonly orderNo: Names;
	readonly channelOrderNo: Names;
	readonly originalRef: Names;
	readonly clearingDay: Names;
};

export type Judgement = { readonly kind: ReceiptKind; readonly status: ReceiptStatus };

/** How a format writes its trades. Amounts are in yuan, or in fen where `inFen` says so of a column. */
export type TradeFormat = {
	readonly columns: TradeColumns;
	readonly inFen: (column: string) => boolean;
	/** The moment of the trade; null where it cannot be read, which is noted. */
	readonly at: (row: Row, note: Note) => Instant | null;
	/** What the row is; a type that is not known is an adjustment, which is noted. `written` is null where the amount is unreadable. */
	readonly judge: (row: Row, written: Minor | null, note: Note) => Judgement;
	readonly tender: (row: Row) => Tender | null;
};

const CURRENCY = 'CNY';

/** One row as a receipt; null where its time or amount is unreadable, which is noted. The kind decides, whatever the sign of the amount. */
export function readTrade(row: Row, format: TradeFormat, note: Note): ReceiptDraft | null {
	const { columns } = format;
	const amountName = nameIn(row, columns.amount);
	const feeName = nameIn(row, columns.fee);
	const reference = (names: Names) => referenceOf(row, nameIn(row, names), note);
	const at = format.at(row, note);
	const written = amountOf(row, amountName, { currency: CURRENCY, minor: format.inFen(amountName), note });
	const { kind, status } = format.judge(row, written, note);
	if (at === null || written === null) return null;
	const settledMinor = settledOf(row, format);
	const fee = feeOf(row, feeName, { currency: CURRENCY, minor: format.inFen(feeName), note });
	const tender = format.tender(row);
	const cardKind = tender === 'card' && columns.cardKind ? cardKindOf(cellIn(row, columns.cardKind)) : undefined;
	return {
		ownId: null,
		at,
		offset: BEIJING,
		kind,
		status,
		amountMinor: Math.abs(written),
		tipMinor: null,
		feeMinor: signedFee(fee, { kind, written, settledMinor }),
		netMinor: settledMinor === null || kind === 'adjustment' || status !== 'success' ? null : kind === 'sale' ? settledMinor : 0 - settledMinor,
		currency: CURRENCY,
		tender,
		terminalId: reference(columns.terminal),
		batchNo: reference(columns.batchNo),
		traceNo: reference(columns.traceNo),
		rrn: reference(columns.rrn),
		authCode: reference(columns.authCode),
		last4: last4Of(cellIn(row, columns.card)),
		merchantOrderNo: reference(columns.orderNo),
		channelOrderNo: reference(columns.channelOrderNo),
		originalRef: reference(columns.originalRef),
		settlementDate: clearingDayIn(row, columns.clearingDay, note),
		line: row.line,
		...(cardKind && { cardKind }),
	};
}

/** The name under which the row says something; where it says nothing, the first that its table has. */
export function nameIn(row: Row, names: Names): string {
	return names.find((name) => cellOf(row, name) !== '') ?? names.find((name) => row.columns.has(name)) ?? names[0] ?? '';
}

/** What the row says under one of the names; empty where it says nothing. */
export function cellIn(row: Row, names: Names): string {
	return cellOf(row, nameIn(row, names));
}

/** Without its sign, which exports differ in; null where it is not stated. */
function settledOf(row: Row, { columns, inFen }: TradeFormat): Minor | null {
	const name = nameIn(row, columns.settled);
	const text = cellOf(row, name);
	const settled = inFen(name) ? readMinorAmount(text) : readAmount(text, CURRENCY);
	return settled.ok ? Math.abs(settled.value) : null;
}

function clearingDayIn(row: Row, names: Names, note: Note): string | null {
	const name = nameIn(row, names);
	const text = cellOf(row, name);
	const day = readDay(text);
	if (day === null && text !== '') note('time_unreadable', `${name}: no such day (${quoted(text)}).`);
	return day;
}
