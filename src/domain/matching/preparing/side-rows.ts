import type { PaymentKeys } from '../../ledger/sale.ts';
import type { Tender } from '../../ledger/tender.ts';
import type { Receipt } from '../../receipts/receipt.ts';
import type { ShopHabits } from '../habits.ts';
import type { ClockedRow } from '../pairing/prepared.ts';
import { plainKeys } from '../pairing/scoring/keys.ts';
import type { RowSource, SideRow } from '../pairing/side.ts';
import type { SaleRow } from '../rows.ts';
import type { Calendar } from './calendar.ts';
import type { LedgerStanding } from './ledger-netting.ts';
import type { Members, Payment } from './payments.ts';

export type RowRules = { readonly calendar: Calendar; readonly lateDays: number; readonly habits: ShopHabits };

/** Ledger rows as the comparison sees them. */
export function saleRows(sales: readonly { readonly row: SaleRow; readonly standing: LedgerStanding }[]): RowSource<SideRow> {
	return { size: sales.length, row: (k) => saleRow((sales[k] as (typeof sales)[number]).row, sales[k]?.standing ?? 'live') };
}

/** Payments as the comparison sees them. */
export function paymentRows(payments: readonly Payment[], rules: RowRules): RowSource<ClockedRow> {
	return { size: payments.length, row: (k) => paymentRow(payments[k] as Payment, rules) };
}

function saleRow(row: SaleRow, standing: LedgerStanding): SideRow {
	const { id, at, day, amountMinor, tipMinor, currency, tender, terminalId } = row;
	return {
		id,
		at,
		day,
		amountMinor,
		tipMinor,
		currency,
		tender,
		terminalId,
		keys: plainKeys(row.keys),
		names: row.kind === 'refund' && row.ref !== null,
		standing,
	};
}

/** What any record of the payment says, the terminal's first. */
function paymentRow({ members, lead, standing }: Payment, { calendar }: RowRules): ClockedRow {
	const { id, at, offset, amountMinor, currency } = lead;
	return {
		id,
		at,
		offset,
		amountMinor,
		currency,
		standing,
		names: false,
		day: calendar.dayOf(at, offset),
		tipMinor: firstOf(members, (one) => one.tipMinor),
		tender: tenderOf(members),
		terminalId: firstOf(members, (one) => one.terminalId),
		keys: plainKeys(members.length === 1 ? lead : keysOf(members)),
		clock: clockOf(lead),
	};
}

/** Terminals keep their own time; a provider's records share its servers' time. */
export function clockOf(row: Receipt): string {
	return row.leg === 'terminal' ? (row.terminalId ?? row.source) : row.source;
}

/** `other` from a source means only that it names no tender we know, so it contradicts nothing. */
export function tenderOf(members: readonly Receipt[]): Tender | null {
	return firstOf(members, (one) => (one.tender === 'other' ? null : one.tender));
}

function keysOf(members: Members): PaymentKeys {
	const of = (field: keyof PaymentKeys) => firstOf(members, (one) => one[field]);
	return {
		authCode: of('authCode'),
		rrn: of('rrn'),
		traceNo: of('traceNo'),
		batchNo: of('batchNo'),
		last4: of('last4'),
		merchantOrderNo: of('merchantOrderNo'),
		channelOrderNo: of('channelOrderNo'),
	};
}

function firstOf<T>(members: readonly Receipt[], value: (one: Receipt) => T | null): T | null {
	for (const one of members) {
		const found = value(one);
		if (found !== null) return found;
	}
	return null;
}
