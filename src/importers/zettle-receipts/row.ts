import { last4Of } from '../../domain/card-numbers.ts';
import type { Currency } from '../../domain/money.ts';
import type { Stamp } from '../../domain/time.ts';
import { draftOf } from '../shared/reading/draft.ts';
import type { ReceiptDraft } from '../shared/reading/identity.ts';
import { type Note, quoted } from '../shared/reading/line-problems.ts';
import { amountOf, currencyCodeOf, feeOf, referenceOf } from '../shared/table/rows.ts';
import { cellOf, type Row } from '../shared/table/tables.ts';
import type { DayOrder } from '../shared/values/local-dates.ts';
import { readWallParts, type WallTime } from '../shared/values/wall-times.ts';
import { COLUMN } from './columns.ts';
import { tenderOf } from './tenders.ts';

type ReadWith = { readonly note: Note; readonly currency: Currency; readonly order: DayOrder; readonly clock: (wall: WallTime) => Stamp };

/**
 * One row, amounts with a decimal point, as a receipt; null where its time or amount is unreadable, which is noted. The words for what happened
 * differ by language, so the sign tells a refund. The net amount is rounded as the fee in it is.
 */
export function readReceipt(row: Row, { note, currency: fallback, order, clock }: ReadWith): ReceiptDraft | null {
	const day = cellOf(row, COLUMN.day);
	const time = cellOf(row, COLUMN.clock);
	const wall = readWallParts(day, time || day, order);
	if (wall === null) note('time_unreadable', `${COLUMN.day}, ${COLUMN.clock}: no such time (${quoted(`${day} ${time}`)}).`);
	const currency = currencyCodeOf(row, COLUMN.currency, { note, fallback });
	const written = amountOf(row, COLUMN.total, { currency, note });
	if (wall === null || written === null) return null;
	const last4 = last4Of(cellOf(row, COLUMN.lastDigits));
	return draftOf({
		stamp: clock(wall),
		kind: written < 0 ? 'refund' : 'sale',
		amountMinor: Math.abs(written),
		feeMinor: feeOf(row, COLUMN.fee, { currency, note }),
		netMinor: feeOf(row, COLUMN.net, { currency, note }),
		currency,
		tender: tenderOf(cellOf(row, COLUMN.method), last4 !== null || cellOf(row, COLUMN.issuer) !== ''),
		last4,
		channelOrderNo: referenceOf(row, COLUMN.receiptNo, note),
		line: row.line,
	});
}
