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
