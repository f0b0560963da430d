import { last4Of } from '../../domain/card-numbers.ts';
import type { Currency } from '../../domain/money.ts';
import type { ReceiptKind } from '../../domain/receipts/receipt.ts';
import type { Stamp } from '../../domain/time.ts';
import { draftOf } from '../shared/reading/draft.ts';
import type { ReceiptDraft } from '../shared/reading/identity.ts';
import { type Note, quoted } from '../shared/reading/line-problems.ts';
import { stripeTender } from '../shared/reading/stripe-tenders.ts';
import { amountOf, currencyCodeOf, feeOf, optionalAmountOf, referenceOf } from '../shared/table/rows.ts';
import { cellOf, type Row } from '../shared/table/tables.ts';
import { cardKindOf } from '../shared/trades/card-kinds.ts';
import type { DayOrder } from '../shared/values/local-dates.ts';
import { readUtc } from '../shared/values/wall-times.ts';
import { COLUMN } from './columns.ts';
import { kindOf } from './kinds.ts';

type ReadWith = { readonly note: Note; readonly currency: Currency; readonly order: DayOrder };

/** One row as a receipt; null where its time or amount is unreadable, which is noted. */
export function readBalanceTransaction(row: Row, using: ReadWith): ReceiptDraft | null {
	const { note } = using;
	const stamp = readCreated(row, using);
	const currency = currencyCodeOf(row, COLUMN.currency, { note, fallback: using.currency });
	const gross = amountOf(row, COLUMN.gross, { currency, note });
	const category = cellOf(row, COLUMN.category);
	const known = kindOf(category.toLowerCase(), gross ?? 0);
	if (!known) note('kind_unknown', `${COLUMN.category}: ${quoted(category)} is not known.`);
	if (!stamp || gross === null) return null;
	const kind = known ?? 'adjustment';
	const tender = stripeTender(cellOf(row, COLUMN.method), cellOf(row, COLUMN.cardBrand) === '' ? null : 'card');
	const cardKind = tender === 'card' ? cardKindOf(cellOf(row, COLUMN.cardFunding)) : undefined;
	return draftOf({
		stamp,
		kind,
		amountMinor: Math.abs(gross),
		feeMinor: feeOf(row, COLUMN.fee, { currency, note }),
		netMinor: optionalAmountOf(row, COLUMN.net, { currency, note }),
		currency,
		tender,
		...(cardKind && { cardKind }),
		last4: last4Of(cellOf(row, COLUMN.last4)),
		merchantOrderNo: referenceOf(row, COLUMN.orderNo, note),
		channelOrderNo: referenceOf(row, cellOf(row, COLUMN.sourceId) === '' ? COLUMN.id : COLUMN.sourceId, note),
		originalRef: originalOf(row, kind, note),
		line: row.line,
	});
}

function readCreated(row: Row, { note, order }: ReadWith): Stamp | null {
	const name = cellOf(row, COLUMN.createdUtc) === '' ? COLUMN.created : COLUMN.createdUtc;
	const stamp = readUtc(cellOf(row, name), order);
	if (!stamp) note('time_unreadable', `${name}: no such time (${quoted(cellOf(row, name))}).`);
	return stamp;
}

/** The charge that a row is about, where it is not the charge itself. */
function originalOf(row: Row, kind: ReceiptKind, note: Note): string | null {
	if (kind === 'sale' || cellOf(row, COLUMN.chargeId) === cellOf(row, COLUMN.sourceId)) return null;
	return referenceOf(row, COLUMN.chargeId, note);
}
