import { columnNames } from '../shared/table/column-names.ts';

/** Columns of the settlement report; over the first, which holds the type of each record, stands that of the line of names. */
export const COLUMN = {
	record: 'CH',
	transactionId: 'Transaction ID',
	invoiceId: 'Invoice ID',
	referenceId: 'PayPal Reference ID',
	event: 'Transaction Event Code',
	initiated: 'Transaction Initiation Date',
	completed: 'Transaction Completion Date',
	sign: 'Transaction Debit or Credit',
	gross: 'Gross Transaction Amount',
	currency: 'Gross Transaction Currency',
	feeSign: 'Fee Debit or Credit',
	fee: 'Fee Amount',
	feeCurrency: 'Fee Currency',
} as const;

/** The names by which the report is known. */
export const REQUIRED = [COLUMN.event, COLUMN.record, COLUMN.transactionId, COLUMN.gross] as const;

/** Who paid, and what the shop sent along. */
export const PRIVATE = ['Consumer ID', 'Custom Field', 'Payer Account ID', 'Payer Email'];

const PASSED_OVER = [
	...['PayPal Reference ID Type', 'Payment Tracking ID', 'Store ID', 'Bank Reference ID', 'Credit Transactional Fee', 'Credit Promotional Fee'],
	...['Credit Term', 'Terminal ID', 'Coupons', 'Special Offers', 'Loyalty Card Number', 'Checkout Type', 'Payment Source', 'Authorization Code'],
	...['Transaction Subject', 'Transaction Note', 'PayPal Account ID', 'Card Type', 'Payer Name'],
];

const OTHER_SPELLINGS: Readonly<Record<string, readonly string[]>> = {
	[COLUMN.event]: ['T-Code', 'Event Code'],
	[COLUMN.sign]: ['Transaction  Debit or Credit', 'Debit or Credit'],
};

export const NAMES = columnNames(Object.fromEntries([...Object.values(COLUMN), ...PRIVATE, ...PASSED_OVER].map((name) => [name, OTHER_SPELLINGS[name] ?? []])));
