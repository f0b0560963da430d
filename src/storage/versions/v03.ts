/** The same tables as version 2; receipts of large bills lie in them as packed pages (`PackedReceiptPage`), which version 2 cannot read. */
export const STORES_V3 = {} as const;

/** SHA-256 of the shape of the rows, and of a packed page as it lies in the database; held by a test. */
export const PINNED_V3 = {
	rows: 'e9ef0a67bd440a66879b8ec75c8a689f54439e9236163ef7bad3be37561c9584',
	page: '31c6ecee26f091e222fc26915a96d7e4284d239767659c1229106c1b36c182af',
} as const;
