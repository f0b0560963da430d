import { columnNames } from '../shared/table/column-names.ts';

/** Columns of the settlement detail report, thirty and more in any order. GC: in the currency of the payment, NC: of the payout. */
export const COLUMN = {
	type: 'Type',
	pspReference: 'Psp Reference',
	merchantReference: 'Merchant Reference',
	modificationReference: 'Modification Reference',
	method: 'Payment Method',
	created: 'Creation Date',
	createdZone: 'TimeZone',
	booked: 'Booking Date',
	bookedZone: 'Booking Date TimeZone',
	grossCurrency: 'Gross Currency',
	grossDebit: 'Gross Debit (GC)',
	grossCredit: 'Gross Credit (GC)',
	netCurrency: 'Net Currency',
	netDebit: 'Net Debit (NC)',
	netCredit: 'Net Credit (NC)',
	commission: 'Commission (NC)',
	markup: 'Markup (NC)',
	schemeFees: 'Scheme Fees (NC)',
	interchange: 'Interchange (NC)',
	batch: 'Batch Number',
	authCode: 'Authorisation Code',
	terminalId: 'Unique Terminal ID',
	gratuity: 'Gratuity Amount',
	cardNumber: 'Card Number',
} as const;

/** What a payment cost, in the currency of the payout. */
export const COSTS = [COLUMN.commission, COLUMN.markup, COLUMN.schemeFees, COLUMN.interchange] as const;

/** Columns with amounts. */
export const MONEY = [COLUMN.grossDebit, COLUMN.grossCredit, COLUMN.netDebit, COLUMN.netCredit, COLUMN.gratuity, ...COSTS] as const;

/** The names by which the report is known. */
export const REQUIRED = [COLUMN.pspReference, COLUMN.type, COLUMN.grossDebit, COLUMN.netCredit, COLUMN.batch] as const;

/** Who paid, and what the shop sent along. */
export const PRIVATE = [
	...['Shopper Name', 'Shopper Email', 'Shopper PAN', 'Shopper Interaction', 'Shopper Reference', 'Shopper IP', 'Shopper Country', 'Card Holder Name'],
	...['Metadata', COLUMN.cardNumber],
];

const PASSED_OVER = [
	...[
		'Company Account',
		'Merchant Account',
		'Exchange Rate',
		'Payment Method Variant',
		'Modification Merchant Reference',
		'ARN',
		'Advanced',
		'Payment Fees (NC)',
	],
	...Array.from({ length: 12 }, (_, i) => `Reserved${i + 1}`),
	...['Booking Type', 'Payout Date', 'Store', 'Store Name', 'Issuer Country', 'Issuing Country', 'Split Settlement', 'Global Card Brand', 'Acquirer'],
	...['Payable Batch', 'Creation Date (AMS)', 'Booking Date (AMS)', 'Dispute Date', 'Dispute End Date', 'Dispute Reason', 'Settlement Flow', 'MCC'],
	...['Additional Type', 'Installments', 'DCC Markup (NC)', 'Surcharge Amount'],
];

const OTHER_SPELLINGS: Readonly<Record<string, readonly string[]>> = {
	[COLUMN.createdZone]: ['Time Zone', 'Creation Date TimeZone'],
	[COLUMN.authCode]: ['Authorization Code', 'Auth Code'],
	[COLUMN.terminalId]: ['Terminal ID', 'UniqueTerminalID'],
	[COLUMN.cardNumber]: ['Card Summary', 'Card Number Summary', 'Last 4 digits'],
	[COLUMN.gratuity]: ['Gratuity'],
};

export const NAMES = columnNames(Object.fromEntries([...Object.values(COLUMN), ...PRIVATE, ...PASSED_OVER].map((name) => [name, OTHER_SPELLINGS[name] ?? []])));
