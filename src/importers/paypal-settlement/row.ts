import type { Currency, Minor } from '../../domain/money.ts';
import type { ReceiptKind } from '../../domain/receipts/receipt.ts';
import type { Stamp } from '../../domain/time.ts';
import { draftOf } from '../shared/reading/draft.ts';
import type { ReceiptDraft } from '../shared/reading/identity.ts';
import { type Note, quoted } from '../shared/reading/line-problems.ts';
import { amountOf, currencyCodeOf, optionalAmountOf, referenceOf } from '../shared/table/rows.ts';
import { cellOf, type Row } from '../shared/table/tables.ts';
import { COLUMN } from './columns.ts';
import { MINOR_UNITS } from './sums.ts';

/** Groups of event codes, by the direction in which their money goes; the other direction takes it back. */
const KINDS: Readonly<Record<string, { readonly kind: ReceiptKind; readonly sign: 'CR' | 'DR' }>> = {
	T00: { kind: 'sale', sign: 'CR' },
	T01: { kind: 'fee', sign: 'DR' },
	T04: { kind: 'payout', sign: 'DR' },
	T11: { kind: 'refund', sign: 'DR' },
	T12: { kind: 'chargeback', sign: 'DR' },
};

type ReadWith = { readonly note: Note; readonly currency: Currency; readonly read: (text: string) => Stamp | null };

/** One record as a receipt; null where it is none, or its time or amount is unreadable, which is noted. */
export function readRecord(row: Row, { note, currency: fallback, read }: ReadWith): ReceiptDraft | null {
	const record = cellOf(row, COLUMN.record);
	if (record !== 'SB') {
		note('row_unreadable', `Records of the type ${quoted(record)} are not known.`);
		return null;
	}
	const stamp = readTime(row, read, note);
	const sign = signOf(row, note);
	const kind = kindOf(row, sign, note);
	const currency = currencyCodeOf(row, COLUMN.currency, { note, fallback });
	const written = amountOf(row, COLUMN.gross, { currency: MINOR_UNITS, note });
	if (!stamp || sign === null || written === null) return null;
	const amountMinor = Math.abs(written);
	const feeMinor = feeOf(row, currency, note);
	return draftOf({
		stamp,
		kind,
		amountMinor,
		feeMinor,
		netMinor: (sign === 'CR' ? amountMinor : 0 - amountMinor) - (feeMinor ?? 0),
		currency,
		tender: kind === 'sale' ? 'other' : null,
		merchantOrderNo: referenceOf(row, COLUMN.invoiceId, note),
		channelOrderNo: referenceOf(row, COLUMN.transactionId, note),
		originalRef: referenceOf(row, COLUMN.referenceId, note),
		line: row.line,
	});
}

function readTime(row: Row, read: (text: string) => Stamp | null, note: Note): Stamp | null {
	const name = cellOf(row, COLUMN.initiated) === '' ? COLUMN.completed : COLUMN.initiated;
	const stamp = read(cellOf(row, name));
	if (!stamp) note('time_unreadable', `${name}: no such time (${quoted(cellOf(row, name))}).`);
	return stamp;
}

function signOf(row: Row, note: Note): 'CR' | 'DR' | null {
	const sign = cellOf(row, COLUMN.sign).toUpperCase();
	if (sign === 'CR' || sign === 'DR') return sign;
	note('amount_unreadable', `${COLUMN.sign}: neither CR nor DR (${quoted(sign)}).`);
	return null;
}

/** By the group of the event code; what goes against the group's direction, such as a chargeback won, is an adjustment. */
function kindOf(row: Row, sign: 'CR' | 'DR' | null, note: Note): ReceiptKind {
	const code = cellOf(row, COLUMN.event);
	const group = /^T\d{4}$/.test(code) ? KINDS[code.slice(0, 3)] : undefined;
	if (!group) note('kind_unknown', `${COLUMN.event}: ${quoted(code)} is not known.`);
	return group && group.sign === sign ? group.kind : 'adjustment';
}

/** Debited fees were charged, credited ones given back; null in another currency than the payment's. */
function feeOf(row: Row, currency: Currency, note: Note): Minor | null {
	const written = optionalAmountOf(row, COLUMN.fee, { currency: MINOR_UNITS, note });
	if (written === null || currencyCodeOf(row, COLUMN.feeCurrency, { note, fallback: currency }) !== currency) return null;
	return cellOf(row, COLUMN.feeSign).toUpperCase() === 'CR' ? 0 - Math.abs(written) : Math.abs(written);
}
