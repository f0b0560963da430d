import type { EntryId, SaleId } from '../ids.ts';
import type { Currency, Minor } from '../money.ts';
import type { BusinessDay, Instant, OffsetMinutes } from '../time.ts';
import type { PaymentKeys, SaleState } from './sale.ts';
import type { Shop } from './shop.ts';
import type { Tender } from './tender.ts';

/** Body of `sale-recorded` and `refund-recorded`. The sale's own time is the entry's, unless it was entered later. */
export type SaleRecorded = {
	readonly amountMinor: Minor;
	readonly tipMinor: Minor | null;
	readonly currency: Currency;
	readonly tender: Tender;
	readonly terminalId: string | null;
	readonly cashier: string;
	readonly state: SaleState;
	readonly day: BusinessDay;
	readonly keys: Partial<PaymentKeys>;
	readonly paperSlipNo: string | null;
	readonly note: string | null;
	readonly outageId: EntryId | null;
	readonly clockSuspect: boolean;
	/** Original time of a sale that is entered later (补录); null for one recorded as it happens. */
	readonly enteredFor: { readonly at: Instant; readonly offset: OffsetMinutes } | null;
};
export type RefundRecorded = SaleRecorded & { readonly refundOf: SaleId | null };

/** Undoes a whole sale or refund; the entry stays. */
export type SaleReversed = { readonly sale: SaleId; readonly reason: 'undo' | 'correction' | 'discrepancy' };

/** Only the fields that change; null clears. */
export type SaleAnnotated = {
	readonly sale: SaleId;
	readonly keys?: Partial<PaymentKeys>;
	readonly state?: SaleState;
	readonly tender?: Tender;
	readonly terminalId?: string | null;
	readonly paperSlipNo?: string | null;
	readonly note?: string | null;
};

/** The terminal is offline from now on; asked for is only the cause. */
export type OutageStarted = { readonly terminalId: string | null; readonly cause: 'shop_network' | 'carrier' | 'provider' | 'unknown' };
export type OutageEnded = { readonly outage: EntryId };

/** The whole setting of the shop, so that any day can be judged by the rules of its time. */
export type ShopConfigured = { readonly shop: Shop };

export type LedgerBodies = {
	'sale-recorded': SaleRecorded;
	'refund-recorded': RefundRecorded;
	'sale-reversed': SaleReversed;
	'sale-annotated': SaleAnnotated;
	'outage-started': OutageStarted;
	'outage-ended': OutageEnded;
	'shop-configured': ShopConfigured;
};
