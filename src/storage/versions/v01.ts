/** First schema. Frozen: a change is a new version in a file of its own. */
export const STORES_V1 = {
	entries: '[device+seq], &id, *subjects',
	sales: 'id, seq, [day+number], at, amountMinor, *tails, refundOf',
	receiptPages: 'key, importId, day',
	imports: 'id, hash, seq, *days',
	decisions: 'id, seq, kind, discrepancy',
	dayOutcomes: 'day, nextDue, engineVersion',
	discrepancies: 'id, day, state',
	cases: 'id, state',
	cashCounts: 'day',
	dayCloses: 'day, z',
	outages: 'id, open',
	dirtyDays: 'day',
	meta: 'key',
} as const;

/** SHA-256 of the tables above and of the shape of the rows in them, held by a test: neither changes without a new version. */
export const PINNED_V1 = {
	stores: 'a9b78876b813ae3b1e269f6a513c24ca6fd8d997d7a5358174a29412f147abcf',
	rows: 'c3ed729a4e572d341557b750a303572a38788d201430f347d0cdeff908c699e1',
} as const;
