/**
 * Second schema: bank statements, what is derived from them, and files among the imports of a feed. Nothing has to be moved: what is derived is made anew by the
 * next comparison. Frozen: a change is a new version in a file of its own.
 */
export const STORES_V2 = {
	imports: 'id, hash, seq, *days, origin',
	bankPages: 'key, importId',
	dayParts: 'day',
	payouts: 'id, nextDue',
} as const;

/** SHA-256 of the tables above and of the shape of the rows in them, held by a test: neither changes without a new version. */
export const PINNED_V2 = {
	stores: 'b5e78cbe59c5518846aa0af33a0fca6bf6a9ba0991f6b252f49ef84b3cfafdb1',
	rows: '42b0299af21ce0baa3d5241390605a2bdf9123b5b401b7b8400e368a70d6ed7b',
} as const;
