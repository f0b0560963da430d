import { columnNames } from '../shared/table/column-names.ts';

/** Columns of the itemised reports that say something about a row; the merchant chooses which of the many there are. */
export const COLUMN = {
	id: 'balance_transaction_id',
	category: 'reporting_category',
	gross: 'gross',
	fee: 'fee',
	net: 'net',
	createdUtc: 'created_utc',
	created: 'created',
	currency: 'currency',
	sourceId: 'source_id',
	chargeId: 'charge_id',
	method: 'payment_method_type',
	cardBrand: 'card_brand',
	cardFunding: 'card_funding',
	last4: 'card_last4',
	orderNo: 'payment_metadata[order_id]',
} as const;

/** Columns with amounts. */
export const MONEY = [COLUMN.gross, COLUMN.fee, COLUMN.net] as const;

/** The names by which the file is known. */
export const REQUIRED = [COLUMN.id, COLUMN.category, COLUMN.gross, COLUMN.fee, COLUMN.net] as const;

/** Who paid, and what was written about it. */
export const PRIVATE = [
	...['description', 'customer_id', 'customer_email', 'customer_name', 'customer_description', 'shipping_address_line1', 'shipping_address_line2'],
	...['shipping_address_city', 'shipping_address_state', 'shipping_address_postal_code', 'shipping_address_country', 'card_address_line1'],
	...['card_address_line2', 'card_address_city', 'card_address_state', 'card_address_postal_code', 'card_address_country', COLUMN.last4],
	...['statement_descriptor'],
];

const PASSED_OVER = [
	...['automatic_payout_id', 'automatic_payout_effective_at', 'automatic_payout_effective_at_utc', 'available_on', 'available_on_utc', 'payment_intent_id'],
	...['card_country', 'customer_facing_amount', 'customer_facing_currency', 'invoice_id', 'invoice_number', 'subscription_id'],
	...['dispute_reason', 'connected_account', 'connected_account_id', 'destination_payment_id', 'is_link', 'refund_id', 'dispute_id', 'trace_id'],
	...['trace_id_status', 'transfer_id', 'charge_created', 'charge_created_utc', 'regulatory_tag'],
];

const OTHER_SPELLINGS: Readonly<Record<string, readonly string[]>> = {
	[COLUMN.orderNo]: ['payment_metadata[orderId]', 'payment_metadata[order_no]', 'charge_metadata[order_id]', 'metadata[order_id]'],
};

export const NAMES = columnNames(Object.fromEntries([...Object.values(COLUMN), ...PRIVATE, ...PASSED_OVER].map((name) => [name, OTHER_SPELLINGS[name] ?? []])));
