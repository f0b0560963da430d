import { columnNames } from '../shared/table/column-names.ts';

/** Columns of PaymentDetails.csv; shops move and rename them. */
export const COLUMN = {
	paymentId: 'Payment Id',
	orderId: 'Order Id',
	paidAt: 'Paid Date',
	amount: 'Amount',
	tip: 'Tip',
	gratuity: 'Gratuity',
	total: 'Total',
	swiped: 'Swiped Card Amount',
	refunded: 'Refunded',
	refundedAt: 'Refund Date',
	refundAmount: 'Refund Amount',
	refundTip: 'Refund Tip Amount',
	voidedAt: 'Void Date',
	status: 'Status',
	type: 'Type',
	last4: 'Last 4 Card Digits',
	fees: 'V/MC/D Fees',
} as const;

/** The names by which the file is known. */
export const REQUIRED = [COLUMN.paymentId, COLUMN.paidAt, COLUMN.swiped, COLUMN.fees] as const;

/** Who served, who paid, and where they sat. */
export const PRIVATE = [
	...['Server', 'Tab Name', 'Email', 'Phone', 'Void User', 'Void Approver', 'House Acct #', 'Room Info', 'Guest Name', 'Customer', 'Customer Id'],
	...['Last 4 Gift Card Digits', 'First 5 Gift Card Digits', 'Receipt', COLUMN.last4],
];

const PASSED_OVER = [
	...['Location', 'Order #', 'Order Date', 'Check Id', 'Check #', 'Table', 'Dining Area', 'Service', 'Dining Option', 'Keyed Card Amount'],
	...['Amount Tendered', 'Cash Drawer', 'Card Type', 'Other Type', 'Source'],
];

const OTHER_SPELLINGS: Readonly<Record<string, readonly string[]>> = {
	[COLUMN.paymentId]: ['PaymentId', 'Payment GUID', 'Toast Payment Id'],
	[COLUMN.orderId]: ['OrderId', 'Order GUID', 'Toast Order Id'],
	[COLUMN.paidAt]: ['Payment Date', 'Date Paid', 'Paid At', 'Paid Date/Time'],
	[COLUMN.total]: ['Total Amount', 'Payment Total', 'Total Payment'],
	[COLUMN.amount]: ['Payment Amount', 'Check Amount'],
	[COLUMN.tip]: ['Tip Amount', 'Tips'],
	[COLUMN.gratuity]: ['Gratuity Amount', 'Auto Gratuity', 'Grat'],
	[COLUMN.swiped]: ['Swiped Amount', 'Card Swiped Amount', 'Swiped Card Amt', 'Swiped Card'],
	[COLUMN.refunded]: ['Refund Status', 'Refund'],
	[COLUMN.refundedAt]: ['Refunded Date', 'Date Refunded', 'Refunded At'],
	[COLUMN.refundAmount]: ['Refunded Amount', 'Refund Amt'],
	[COLUMN.refundTip]: ['Refunded Tip Amount', 'Refund Tip', 'Refund Tip Amt', 'Tip Refund Amount'],
	[COLUMN.voidedAt]: ['Voided Date', 'Date Voided'],
	[COLUMN.status]: ['Payment Status'],
	[COLUMN.type]: ['Payment Type', 'Tender Type'],
	[COLUMN.last4]: ['Last 4 Digits', 'Last 4', 'Last Four Card Digits', 'Card Last 4', 'Last4', 'Card #'],
	[COLUMN.fees]: ['V/MC/D Fee', 'V/MC/D/AMEX Fees', 'Card Fees', 'Card Processing Fees', 'Processing Fees', 'Credit Card Fees', 'CC Fees', 'Fees'],
};

export const NAMES = columnNames(Object.fromEntries([...Object.values(COLUMN), ...PRIVATE, ...PASSED_OVER].map((name) => [name, OTHER_SPELLINGS[name] ?? []])));
