import type { Draft, DraftOf, EntryBodies, EntryKind } from '../../src/domain/entries.ts';
import { asDeviceId, asEntryId, asReceiptId, type EntryId } from '../../src/domain/ids.ts';
import type { SaleRecorded } from '../../src/domain/ledger/entries.ts';
import { NO_KEYS } from '../../src/domain/ledger/sale.ts';
import type { Receipt } from '../../src/domain/receipts/receipt.ts';
import type { Instant } from '../../src/domain/time.ts';

export const DEVICE = asDeviceId('device-1');
/** 12:00 on 20 November 2026 in Shanghai. */
export const NOON: Instant = Date.UTC(2026, 10, 20, 4);
export const DAY = '2026-11-20';

export async function sha256(text: string): Promise<string> {
	const digest = await globalThis.crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
	return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

let last = 0;
/** Ids that rise like UUIDv7 does. */
export function nextId(): EntryId {
	last += 1;
	return asEntryId(`e${String(last).padStart(8, '0')}`);
}

export function draftOf<K extends EntryKind>(kind: K, body: EntryBodies[K], change: { readonly id?: EntryId; readonly at?: Instant } = {}): DraftOf<K> {
	return { id: change.id ?? nextId(), at: change.at ?? NOON, offset: 480, kind, v: 1, body, actor: 'Mei' } as DraftOf<K>;
}

export function saleBody(change: Partial<SaleRecorded> = {}): SaleRecorded {
	return {
		amountMinor: 2850,
		tipMinor: null,
		currency: 'CNY',
		tender: 'card',
		terminalId: '1',
		cashier: 'Mei',
		state: 'paid_confirmed',
		day: DAY,
		keys: {},
		paperSlipNo: null,
		note: null,
		outageId: null,
		clockSuspect: false,
		enteredFor: null,
		...change,
	};
}

export function saleDraft(change: Partial<SaleRecorded> = {}, entry: { readonly id?: EntryId; readonly at?: Instant } = {}): Draft {
	return draftOf('sale-recorded', saleBody(change), entry);
}

export function receipt(id: string, change: Partial<Receipt> = {}): Receipt {
	return {
		...NO_KEYS,
		id: asReceiptId(id),
		leg: 'terminal',
		source: 'canonical-receipts',
		at: NOON,
		offset: 480,
		kind: 'sale',
		status: 'success',
		amountMinor: 2850,
		tipMinor: null,
		feeMinor: null,
		netMinor: null,
		currency: 'CNY',
		tender: 'card',
		terminalId: '1',
		originalRef: null,
		settlementDate: null,
		line: null,
		...change,
	};
}
