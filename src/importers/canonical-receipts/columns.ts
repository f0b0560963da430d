/** The names by which the table is known: what every row must say. */
export const REQUIRED = ['occurred_at', 'kind', 'amount'] as const;

/** Every column that the table may have. */
export const KNOWN = [
	...REQUIRED,
	...['id', 'status', 'tip', 'fee', 'currency', 'tender', 'terminal_id', 'batch_no', 'trace_no', 'rrn', 'auth_code', 'last4', 'merchant_order_no'],
	...['channel_order_no', 'original_ref', 'settlement_date'],
];
