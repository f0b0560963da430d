/** The same tables as version 2; receipts of large bills lie in them as packed pages (`PackedReceiptPage`), which version 2 cannot read. */
export const STORES_V3 = {} as const;

/** SHA-256 of the shape of the rows, and of a packed page as it lies in the database; held by a test. */
export const PINNED_V3 = {
	rows: '083f7591ffa1249cd70e9405e88d0119ef9a1c29413918fd523981bf46fe009e',
	page: '31c6ecee26f091e222fc26915a96d7e4284d239767659c1229106c1b36c182af',
} as const;
