import { columnNames } from '../shared/table/column-names.ts';

/** Columns of the transactions export: 44 in 2018, 55 in 2026. */
export const COLUMN = {
	day: 'Date',
	clock: 'Time',
	zone: 'Time Zone',
	total: 'Total Collected',
	tip: 'Tip',
	card: 'Card',
	cash: 'Cash',
	giftCard: 'Square Gift Card',
	otherTender: 'Other Tender',
	cashApp: 'Cash App',
	installment: 'Installment',
	fees: 'Fees',
	net: 'Net Total',
	transactionId: 'Transaction ID',
	paymentId: 'Payment ID',
	panSuffix: 'PAN Suffix',
	event: 'Event Type',
	status: 'Transaction Status',
} as const;

/** The names by which the file is known. */
export const REQUIRED = [COLUMN.total, COLUMN.transactionId, COLUMN.paymentId, COLUMN.event] as const;

/** Who served, who bought, and what was written about it. */
export const PRIVATE = [
	...['Staff Name', 'Staff ID', 'Customer ID', 'Customer Name', 'Customer Reference ID', 'Description', 'Details', 'Tender Note', 'Refund Reason'],
	...['Fulfillment Note', 'Table Info', COLUMN.panSuffix],
];

const PASSED_OVER = [
	...['Gross Sales', 'Discounts', 'Service Charges', 'Net Sales', 'Gift Card Sales', 'Tax', 'Partial Refunds', 'Source', 'Card Entry Methods'],
	...['Other Tender Type', 'Card Brand', 'Device Name', 'Location', 'Dining Option', 'Device Nickname', 'Third Party Fees', 'Deposit ID', 'Deposit Date'],
	...['Deposit Details', 'Fee Percentage Rate', 'Fee Fixed Rate', 'Discount Name', 'Order Reference ID', 'Free Processing Applied', 'Channel'],
	...['Unattributed Tips', 'International Fee', 'Swedish Rounding'],
];

const OTHER_SPELLINGS: Readonly<Record<string, readonly string[]>> = {
	[COLUMN.zone]: ['Timezone'],
	[COLUMN.installment]: ['Installments', 'Afterpay', 'Buy Now Pay Later'],
	'Tender Note': ['Other Tender Note'],
};

export const NAMES = columnNames(Object.fromEntries([...Object.values(COLUMN), ...PRIVATE, ...PASSED_OVER].map((name) => [name, OTHER_SPELLINGS[name] ?? []])));
