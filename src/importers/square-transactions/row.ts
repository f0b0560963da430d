import { last4Of } from '../../domain/card-numbers.ts';
import type { Tender } from '../../domain/ledger/tender.ts';
import type { Currency, Minor } from '../../domain/money.ts';
import type { ReceiptKind, ReceiptStatus } from '../../domain/receipts/receipt.ts';
import type { Stamp } from '../../domain/time.ts';
import { draftOf } from '../shared/reading/draft.ts';
import type { ReceiptDraft } from '../shared/reading/identity.ts';
import { type Note, quoted } from '../shared/reading/line-problems.ts';
import { amountOf, feeOf, optionalAmountOf, referenceOf } from '../shared/table/rows.ts';
import { cellOf, type Row } from '../shared/table/tables.ts';
import { readAmount } from '../shared/values/amounts.ts';
import { COLUMN } from './columns.ts';

const KINDS: Readonly<Record<string, ReceiptKind>> = { payment: 'sale', refund: 'refund' };
const STATUSES: Readonly<Record<string, ReceiptStatus>> = {
	...{ '': 'success', complete: 'success', completed: 'success', paid: 'success', refunded: 'success', 'partially refunded': 'success' },
	...{ pending: 'pending', authorized: 'pending', approved: 'pending', incomplete: 'pending', 'in progress': 'pending' },
	...{ failed: 'failed', declined: 'failed', canceled: 'failed', cancelled: 'failed', voided: 'reversed' },
};

/** In which column money lies, by the tender it stands for; of a payment by two the first. */
const TENDERS: readonly (readonly [string, Tender])[] = [
	[COLUMN.card, 'card'],
	[COLUMN.cash, 'cash'],
	...[COLUMN.otherTender, COLUMN.giftCard, COLUMN.cashApp, COLUMN.installment].map((name) => [name, 'other'] as const),
];

type ReadWith = { readonly note: Note; readonly currency: Currency; readonly clock: (row: Row) => Stamp | null };

/** One row as a receipt; null where its time or amount is unreadable, which is noted. Refunds are written negative, in rows of their own. */
export function readTransaction(row: Row, { note, currency, clock }: ReadWith): ReceiptDraft | null {
	const stamp = clock(row);
	if (!stamp) note('time_unreadable', `${COLUMN.day}, ${COLUMN.clock}: no such time (${quoted(`${cellOf(row, COLUMN.day)} ${cellOf(row, COLUMN.clock)}`)}).`);
	const event = cellOf(row, COLUMN.event);
	const kind = KINDS[event.toLowerCase()] ?? 'adjustment';
	if (kind === 'adjustment') note('kind_unknown', `${COLUMN.event}: ${quoted(event)} is not known.`);
	const written = amountOf(row, COLUMN.total, { currency, note });
	const contradicts = kind === 'sale' && written !== null && written < 0;
	if (contradicts) note('amount_unreadable', `${COLUMN.total}: a payment of less than nothing.`);
	if (!stamp || written === null || contradicts) return null;
	const cost = feeOf(row, COLUMN.fees, { currency, note });
	const tender = tenderOf(row, currency);
	return draftOf({
		stamp,
		kind,
		status: statusOf(row, note),
		amountMinor: Math.abs(written),
		tipMinor: kind === 'sale' ? optionalAmountOf(row, COLUMN.tip, { currency, note }) : null,
		feeMinor: cost === null ? null : 0 - cost,
		netMinor: tender === 'card' ? netOf(row, currency) : null,
		currency,
		tender,
		last4: last4Of(cellOf(row, COLUMN.panSuffix)),
		merchantOrderNo: kind === 'refund' ? null : referenceOf(row, COLUMN.transactionId, note),
		channelOrderNo: referenceOf(row, COLUMN.paymentId, note),
		originalRef: kind === 'refund' ? referenceOf(row, COLUMN.transactionId, note) : null,
		line: row.line,
	});
}

function statusOf(row: Row, note: Note): ReceiptStatus {
	const words = cellOf(row, COLUMN.status);
	const status = STATUSES[words.toLowerCase()];
	if (!status) note('kind_unknown', `${COLUMN.status}: ${quoted(words)} is not known.`);
	return status ?? 'pending';
}

function tenderOf(row: Row, currency: Currency): Tender | null {
	const paid = TENDERS.find(([name]) => {
		const amount = readAmount(cellOf(row, name), currency);
		return amount.ok && amount.value !== 0;
	});
	return paid?.[1] ?? (last4Of(cellOf(row, COLUMN.panSuffix)) === null ? null : 'card');
}

function netOf(row: Row, currency: Currency): Minor | null {
	const net = readAmount(cellOf(row, COLUMN.net), currency);
	return net.ok ? net.value : null;
}
