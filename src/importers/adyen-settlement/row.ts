import { last4Of } from '../../domain/card-numbers.ts';
import type { Currency, Minor } from '../../domain/money.ts';
import type { ReceiptKind } from '../../domain/receipts/receipt.ts';
import type { Stamp } from '../../domain/time.ts';
import { draftOf } from '../shared/reading/draft.ts';
import type { ReceiptDraft } from '../shared/reading/identity.ts';
import { type Note, quoted } from '../shared/reading/line-problems.ts';
import { optionalAmountOf, referenceOf } from '../shared/table/rows.ts';
import { cellOf, type Row } from '../shared/table/tables.ts';
import { moneyOf } from './amounts.ts';
import { COLUMN } from './columns.ts';
import { kindOf, tenderOf } from './kinds.ts';

type ReadWith = { readonly note: Note; readonly currency: Currency; readonly clock: (row: Row) => Stamp | null };

/** One row as a receipt; null where its time or amount is unreadable, which is noted. */
export function readSettlementRow(row: Row, { note, currency: fallback, clock }: ReadWith): ReceiptDraft | null {
	const stamp = clock(row);
	if (!stamp) note('time_unreadable', `${COLUMN.created}: no such time (${quoted(cellOf(row, COLUMN.created))}).`);
	const type = cellOf(row, COLUMN.type);
	const known = kindOf(type);
	if (!known) note('kind_unknown', `${COLUMN.type}: ${quoted(type)} is not known.`);
	const money = moneyOf(row, known ?? 'adjustment', { note, fallback });
	if (!stamp || !money) return null;
	const numbers = numbersOf(row, known ?? 'adjustment', note);
	const kind = signedKind(known ?? 'adjustment', money.amountMinor);
	return draftOf({
		stamp,
		kind,
		amountMinor: Math.abs(money.amountMinor),
		tipMinor: kind === 'sale' ? optionalAmountOf(row, COLUMN.gratuity, { currency: money.currency, note }) : null,
		feeMinor: money.feeMinor,
		netMinor: money.netMinor,
		currency: money.currency,
		tender: tenderOf(cellOf(row, COLUMN.method)),
		terminalId: referenceOf(row, COLUMN.terminalId, note),
		batchNo: referenceOf(row, COLUMN.batch, note),
		authCode: referenceOf(row, COLUMN.authCode, note),
		last4: last4Of(cellOf(row, COLUMN.cardNumber)),
		merchantOrderNo: referenceOf(row, COLUMN.merchantReference, note),
		channelOrderNo: numbers.channelOrderNo,
		originalRef: numbers.originalRef,
		line: row.line,
	});
}

/** A cost that comes to the shop is one given back. */
function signedKind(kind: ReceiptKind, amount: Minor): ReceiptKind {
	return kind === 'fee' && amount > 0 ? 'adjustment' : kind;
}

/** What changes a payment has a reference of its own beside that of the payment; costs and payouts have words in its place. */
function numbersOf(row: Row, kind: ReceiptKind, note: Note): Pick<ReceiptDraft, 'channelOrderNo' | 'originalRef'> {
	const hasOneNumber = kind === 'sale' || kind === 'fee' || kind === 'payout';
	if (hasOneNumber) return { channelOrderNo: referenceOf(row, COLUMN.pspReference, note), originalRef: null };
	return { channelOrderNo: referenceOf(row, COLUMN.modificationReference, note), originalRef: referenceOf(row, COLUMN.pspReference, note) };
}
