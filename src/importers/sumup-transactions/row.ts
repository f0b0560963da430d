import { last4Of } from '../../domain/card-numbers.ts';
import type { Currency } from '../../domain/money.ts';
import type { ReceiptKind, ReceiptStatus } from '../../domain/receipts/receipt.ts';
import type { Stamp } from '../../domain/time.ts';
import { draftOf } from '../shared/reading/draft.ts';
import type { ReceiptDraft } from '../shared/reading/identity.ts';
import { type Note, quoted } from '../shared/reading/line-problems.ts';
import { amountOf, currencyCodeOf, feeOf, optionalAmountOf, referenceOf } from '../shared/table/rows.ts';
import { cellOf, type Row } from '../shared/table/tables.ts';
import type { DayOrder } from '../shared/values/local-dates.ts';
import { readWall, type WallTime } from '../shared/values/wall-times.ts';
import { COLUMN } from './columns.ts';
import { cashOf, kindOf, statusOf } from './words.ts';

type ReadWith = { readonly note: Note; readonly currency: Currency; readonly order: DayOrder; readonly clock: (wall: WallTime) => Stamp };

/**
 * One row, amounts with a decimal point, as a receipt; null where its time or amount is unreadable, which is noted. A sale and its payout are two
 * rows under one transaction id.
 */
export function readTransaction(row: Row, { note, currency: fallback, order, clock }: ReadWith): ReceiptDraft | null {
	const wall = readWall(cellOf(row, COLUMN.date), order);
	if (wall === null) note('time_unreadable', `${COLUMN.date}: no such time (${quoted(cellOf(row, COLUMN.date))}).`);
	const kind = readKind(row, note);
	const currency = currencyCodeOf(row, COLUMN.currency, { note, fallback });
	const written = amountOf(row, kind === 'payout' ? COLUMN.payout : COLUMN.total, { currency, note });
	const contradicts = kind === 'sale' && written !== null && written < 0;
	if (contradicts) note('amount_unreadable', `${COLUMN.total}: a sale of less than nothing.`);
	if (wall === null || written === null || contradicts) return null;
	const isPayout = kind === 'payout';
	return draftOf({
		stamp: clock(wall),
		kind,
		status: readStatus(row, note),
		amountMinor: Math.abs(written),
		tipMinor: kind === 'sale' ? optionalAmountOf(row, COLUMN.tip, { currency, note }) : null,
		feeMinor: feeOf(row, COLUMN.fee, { currency, note }),
		currency,
		tender: isPayout ? null : cashOf(methodOf(row)) ? 'cash' : 'card',
		authCode: isPayout ? null : referenceOf(row, COLUMN.authCode, note),
		last4: isPayout ? null : last4Of(cellOf(row, COLUMN.last4)),
		channelOrderNo: referenceOf(row, COLUMN.transactionId, note),
		line: row.line,
	});
}

function hasType(row: Row): boolean {
	return row.columns.has(COLUMN.type);
}

function readKind(row: Row, note: Note): ReceiptKind {
	const name = hasType(row) ? COLUMN.type : COLUMN.typeOrMethod;
	const kind = kindOf(cellOf(row, name));
	if (!kind) note('kind_unknown', `${name}: ${quoted(cellOf(row, name))} is not known.`);
	return kind ?? 'adjustment';
}

function methodOf(row: Row): string {
	return cellOf(row, COLUMN.method) || (hasType(row) ? cellOf(row, COLUMN.typeOrMethod) : '');
}

function readStatus(row: Row, note: Note): ReceiptStatus {
	const status = statusOf(cellOf(row, COLUMN.status));
	if (!status) note('kind_unknown', `${COLUMN.status}: ${quoted(cellOf(row, COLUMN.status))} is not known.`);
	return status ?? 'pending';
}
