import { last4Of } from '../../domain/card-numbers.ts';
import type { Tender } from '../../domain/ledger/tender.ts';
import type { Currency, Minor } from '../../domain/money.ts';
import type { BillMapping, MappedField } from '../../domain/receipts/bill-mapping.ts';
import type { ReceiptKind, ReceiptStatus } from '../../domain/receipts/receipt.ts';
import type { Result } from '../../domain/result.ts';
import type { Stamp } from '../../domain/time.ts';
import type { ReceiptDraft } from '../shared/reading/identity.ts';
import { type Note, quoted } from '../shared/reading/line-problems.ts';
import { referenceOf } from '../shared/table/rows.ts';
import { cellOf, type Row } from '../shared/table/tables.ts';
import type { AmountFault } from '../shared/values/amounts.ts';
import { isDash } from '../shared/values/cells.ts';
import { readDate, readDateAndClock, readMoment, splitMoment } from './moments.ts';
import { readMoney, readMoneyFee } from './money.ts';
import { meaningOf, type WordLists } from './words.ts';

/** A mapping with its words ready. */
export type Mapped = { readonly mapping: BillMapping; readonly words: WordLists };

/** One row and who hears of what is wrong with it. */
type Reading = Mapped & { readonly row: Row; readonly note: Note };

/** One row as a receipt; null where its time or amount is unreadable, which is noted. */
export function readPayment(row: Row, note: Note, mapped: Mapped): ReceiptDraft | null {
	const reading: Reading = { ...mapped, row, note };
	const when = readWhen(reading);
	const currency = readCurrency(reading);
	const written = readWritten(reading, currency);
	if (when === null || written === null) return null;
	const kind = readKind(reading, written);
	if (kind === 'sale' && written < 0) {
		note('amount_unreadable', `${amountColumn(mapped.mapping)}: a sale of less than nothing.`);
		return null;
	}
	const net = netOf(optionalMoney(reading, 'net', currency), kind);
	return {
		ownId: null,
		at: when.at,
		offset: when.offset,
		kind,
		status: readStatus(reading),
		amountMinor: Math.abs(written),
		tipMinor: sized(optionalMoney(reading, 'tip', currency)),
		feeMinor: feeOf(reading, { currency, kind, written, net }),
		netMinor: kind === 'adjustment' ? null : net,
		currency,
		tender: readTender(reading),
		terminalId: reference(reading, 'terminalId'),
		batchNo: reference(reading, 'batchNo'),
		traceNo: reference(reading, 'traceNo'),
		rrn: reference(reading, 'rrn'),
		authCode: reference(reading, 'authCode'),
		last4: readLast4(cell(reading, 'card')),
		merchantOrderNo: reference(reading, 'merchantOrderNo'),
		channelOrderNo: reference(reading, 'channelOrderNo'),
		originalRef: kind === 'sale' ? null : reference(reading, 'originalRef'),
		settlementDate: readSettlement(reading),
		line: row.line,
	};
}

/** What stands in the field's column; empty where the table has none. */
function cell({ mapping, row }: Pick<Reading, 'mapping' | 'row'>, field: MappedField): string {
	const name = mapping.columns[field];
	return name === undefined ? '' : cellOf(row, name);
}

function readWhen(reading: Reading): Stamp | null {
	const { mapping, note } = reading;
	const style = { order: mapping.dayOrder, zone: mapping.zone };
	if (mapping.columns.dateTime !== undefined) {
		const text = cell(reading, 'dateTime');
		const when = readMoment(text, style);
		if (!when) note('time_unreadable', `${mapping.columns.dateTime}: no such time (${quoted(text)}).`);
		return when;
	}
	const [day, clock] = [cell(reading, 'date'), mapping.columns.time === undefined ? (mapping.timeOfDay ?? '') : cell(reading, 'time')];
	const when = readDateAndClock({ day, clock }, style);
	const names = [mapping.columns.date, mapping.columns.time].filter((name) => name !== undefined).join(', ');
	if (!when) note('time_unreadable', `${names}: no such time (${quoted(`${day} ${clock}`)}).`);
	return when;
}

function readCurrency(reading: Reading): Currency {
	const { mapping, note } = reading;
	const code = cell(reading, 'currency').toUpperCase();
	if (code === '' || code === '人民币' || code === 'RMB') return code === '' ? mapping.currency : 'CNY';
	if (/^[A-Z]{3}$/.test(code)) return code;
	note('row_unreadable', `${mapping.columns.currency}: ${quoted(code)} is no currency; taken as ${mapping.currency}.`);
	return mapping.currency;
}

/** The amount with the sign that it has in the table: what came in is positive, what went out negative. */
function readWritten(reading: Reading, currency: Currency): Minor | null {
	if (reading.mapping.columns.amount !== undefined) return money(reading, 'amount', { currency, needed: true });
	const [came, went] = [money(reading, 'moneyIn', { currency, needed: false }), money(reading, 'moneyOut', { currency, needed: false })];
	// A column that does not apply is empty or zero.
	if (came !== null && came !== 0 && went !== null && went !== 0) {
		reading.note('amount_unreadable', `${amountColumn(reading.mapping)}: money came in and went out on one row.`);
		return null;
	}
	if (went !== null && went !== 0) return -Math.abs(went);
	if (came === null && went === null) reading.note('amount_unreadable', `${amountColumn(reading.mapping)}: there is no amount.`);
	return came ?? went;
}

function amountColumn({ columns }: BillMapping): string {
	return columns.amount ?? [columns.moneyIn, columns.moneyOut].filter((name) => name !== undefined).join(', ');
}

function money(reading: Reading, field: MappedField, { currency, needed }: { readonly currency: Currency; readonly needed: boolean }): Minor | null {
	const { mapping, note } = reading;
	const text = cell(reading, field);
	if (text === '' || isDash(text)) {
		if (needed) note('amount_unreadable', `${mapping.columns[field]}: there is no amount.`);
		return null;
	}
	return noted(field === 'fee' ? readMoneyFee(text, currency, mapping) : readMoney(text, currency, mapping), { reading, field, text });
}

function noted(amount: Result<Minor, AmountFault>, { reading, field, text }: { reading: Reading; field: MappedField; text: string }): Minor | null {
	if (amount.ok) return amount.value;
	reading.note('amount_unreadable', `${reading.mapping.columns[field]}: ${amount.error} (${quoted(text)}).`);
	return null;
}

function optionalMoney(reading: Reading, field: MappedField, currency: Currency): Minor | null {
	return money(reading, field, { currency, needed: false });
}

function sized(amount: Minor | null): Minor | null {
	return amount === null ? null : Math.abs(amount);
}

/** By the column's words; without such a column by the sign. */
function readKind({ mapping, words, row, note }: Reading, written: Minor): ReceiptKind {
	const name = mapping.columns.kind;
	if (name === undefined) return written < 0 ? 'refund' : 'sale';
	const word = cellOf(row, name);
	const kind = meaningOf(words.kind, word);
	if (!kind) note('kind_unknown', `${name}: ${quoted(word)} is not known.`);
	return kind ?? 'adjustment';
}

/** A word that is not known may mean anything: the payment waits for another bill to say. */
function readStatus({ mapping, words, row, note }: Reading): ReceiptStatus {
	const name = mapping.columns.status;
	if (name === undefined) return 'success';
	const word = cellOf(row, name);
	const status = meaningOf(words.status, word);
	if (!status) note('kind_unknown', `${name}: ${quoted(word)} is not known.`);
	return status ?? 'pending';
}

function readTender({ mapping, words, row, note }: Reading): Tender | null {
	const name = mapping.columns.tender;
	if (name === undefined) return mapping.tender;
	const word = cellOf(row, name);
	const tender = meaningOf(words.tender, word) ?? mapping.tender;
	if (!tender && word !== '') note('kind_unknown', `${name}: ${quoted(word)} is not known.`);
	return tender;
}

/** The last digits, also where the name of the card stands before them. */
function readLast4(text: string): string | null {
	const plain = text.replaceAll('#', '*');
	return last4Of(plain) ?? last4Of(plain.replace(/^[\p{L}\s.]+/u, ''));
}

function reference({ mapping, row, note }: Reading, field: MappedField): string | null {
	const name = mapping.columns[field];
	return name === undefined ? null : referenceOf(row, name, note);
}

function readSettlement(reading: Reading): string | null {
	const text = cell(reading, 'settlementDate');
	if (text === '' || isDash(text)) return null;
	const { dayOrder, columns } = reading.mapping;
	const day = readDate(text, dayOrder) ?? readDate(splitMoment(text)?.day ?? '', dayOrder);
	if (day === null) reading.note('time_unreadable', `${columns.settlementDate}: no such day (${quoted(text)}).`);
	return day;
}

/** What is settled on a row that gives money back leaves the payout, whatever its sign in the table. */
function netOf(net: Minor | null, kind: ReceiptKind): Minor | null {
	return net !== null && (kind === 'refund' || kind === 'void' || kind === 'chargeback') ? 0 - Math.abs(net) : net;
}

/**
 * The fee as cost of the shop. On rows that give money back tables differ in its sign, so what is settled decides: it is the amount less the
 * fee. Where that does not tell, a fee beside an amount without a sign is taken as given back.
 */
function feeOf(reading: Reading, row: { currency: Currency; kind: ReceiptKind; written: Minor; net: Minor | null }): Minor | null {
	const fee = optionalMoney(reading, 'fee', row.currency);
	if (fee === null || fee === 0) return fee;
	const cost = reading.mapping.fees === 'negative' ? 0 - fee : fee;
	const isBack = row.kind === 'refund' || row.kind === 'void' || row.kind === 'chargeback';
	if (!isBack) return cost;
	const bySettled = row.net === null ? null : 0 - Math.abs(row.written) - row.net;
	if (bySettled !== null && Math.abs(bySettled) === Math.abs(cost)) return bySettled;
	return row.written > 0 && cost > 0 ? 0 - cost : cost;
}
