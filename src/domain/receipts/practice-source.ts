/** The source of the hub whose receipts are invented for practice: they never go into a shop's ledger, and nothing else into the practice one. */
export const PRACTICE_SOURCE = 'practice';
