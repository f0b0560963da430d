import { columnNames } from '../shared/table/column-names.ts';

/** Columns of the payments export that say something about a payment; the merchant selects which of the many there are. */
export const COLUMN = {
	id: 'id',
	created: 'Created date (UTC)',
	amount: 'Amount',
	refunded: 'Amount Refunded',
	refundedAt: 'Refunded date (UTC)',
	currency: 'Currency',
	convertedCurrency: 'Converted Currency',
	convertedAmount: 'Converted Amount',
	convertedRefunded: 'Converted Amount Refunded',
	fee: 'Fee',
	status: 'Status',
	method: 'Payment Source Type',
	last4: 'Card Last4',
	orderNo: 'order_id (metadata)',
} as const;

/** Columns with amounts. */
export const MONEY = [COLUMN.amount, COLUMN.refunded, COLUMN.fee] as const;

/** The names by which the file is known. */
export const REQUIRED = [COLUMN.refunded, COLUMN.id, COLUMN.created, COLUMN.amount, COLUMN.status] as const;

/** Who paid, and what was written about it. */
export const PRIVATE = [
	...['Description', 'Seller Message', 'Statement Descriptor', 'Customer ID', 'Customer Description', 'Customer Email', 'Customer Phone', 'Card ID'],
	...['Card Name', 'Card Fingerprint', 'Card Address Line1', 'Card Address Line2', 'Card Address City', 'Card Address State', 'Card Address Zip'],
	...['Card Address Country', 'Shipping Name', 'Shipping Address Line1', 'Shipping Address Line2', 'Shipping Address City', 'Shipping Address State'],
	...['Shipping Address Country', 'Shipping Address Postal Code', 'Client Reference ID', 'Checkout Line Item Summary', COLUMN.last4],
];

const PASSED_OVER = [
	...['Taxes On Fee', 'Mode', 'Captured', 'Is Link', 'Application Fee', 'Application ID', 'Card Brand', 'Card Funding', 'Card Exp Month', 'Card Exp Year'],
	...['Card Issue Country', 'Card CVC Status', 'Card AVS Zip Status', 'Card AVS Line1 Status', 'Card Tokenization Method', 'Payment Intent ID', 'Invoice ID'],
	...['Invoice Number', 'Transfer', 'Transfer Date (UTC)', 'Transfer Group', 'Destination', 'Interval', 'Checkout Session ID', 'Payment Link ID'],
	...['Disputed Amount', 'Dispute Status', 'Dispute Reason', 'Dispute Date (UTC)', 'Dispute Evidence Due (UTC)', 'Decline Reason', 'Net'],
	...['Checkout Promotional Consent', 'Terms of Service Consent', 'Converted Disputed Amount'],
];

const OTHER_SPELLINGS: Readonly<Record<string, readonly string[]>> = {
	[COLUMN.created]: ['Created (UTC)', 'Created date', 'Created'],
	[COLUMN.refundedAt]: ['Refunded (UTC)', 'Refund date (UTC)', 'Refunded date'],
	[COLUMN.refunded]: ['Refunded Amount'],
	[COLUMN.method]: ['Payment Method Type', 'Payment Method'],
	[COLUMN.last4]: ['Card Last 4'],
	[COLUMN.orderNo]: ['orderId (metadata)', 'order number (metadata)', 'order_no (metadata)', 'order_number (metadata)', 'merchant_order_no (metadata)'],
	'Payment Intent ID': ['PaymentIntent ID'],
};

export const NAMES = columnNames(Object.fromEntries([...Object.values(COLUMN), ...PRIVATE, ...PASSED_OVER].map((name) => [name, OTHER_SPELLINGS[name] ?? []])));
