/** What can go wrong while selling: what happened, and what to do. Whether data is safe is told by `safety` from the code's own entry. */
export const problems = {
	amount_missing: { what: 'There is no amount yet.', todo: 'Enter the amount, then tap a tender.' },
	amount_too_large: { what: 'The amount is too large.', todo: 'Check for a zero too many.' },
	tip_too_large: { what: 'The tip is more than the total.', todo: 'The total includes the tip; check again.' },
	sale_not_found: { what: 'This sale was not found.', todo: 'Look for it in the ledger.' },
	already_reversed: { what: 'This sale was undone already.', todo: 'Nothing more to do.' },
	refund_exceeds_sale: { what: 'The refund is more than the sale.', todo: 'Enter a smaller amount.' },
	not_allowed_now: { what: 'This cannot be done now.', todo: 'See which step it has reached first.' },
	not_saved: { what: 'It was not saved.', todo: 'Save it again; keep a note on paper meanwhile.' },
	outcome_unknown: { what: 'It is not certain that it was saved.', todo: 'Do not tap again. Reopen the app and look under "Just now".' },
	storage_full: { what: 'The tablet is full; it was not saved.', todo: 'Free some space, then save again; keep a note on paper meanwhile.' },
	storage_lost: { what: 'The connection to the data on this device was lost.', todo: 'Reopen the app.' },
	database_newer: { what: 'The data was written by a newer version; it can only be read.', todo: 'Update the app, then go on.' },
	database_replaced: { what: 'Another window has been updated.', todo: 'Reload this window.' },
	chain_broken: { what: 'The chain of the ledger does not hold; it can only be read.', todo: 'Export a copy, do not clear any data, contact support.' },
} as const;

/** Whether what was recorded before is safe. */
export const safety = {
	yes: 'Everything recorded is there, unchanged.',
	not_saved: 'Everything recorded before is there; only this one was not saved.',
	read_only: 'All data is there, unchanged.',
	unknown: 'Everything recorded before is there; please check this one.',
} as const;
