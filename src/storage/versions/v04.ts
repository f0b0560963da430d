/**
 * Fourth schema: where a business day has very many discrepancies, those that nobody works on lie in packed pages (`DiscrepancyPage`), which version 3
 * cannot read. Nothing has to be moved: what lies there as single rows stays good, and the next comparison of its day packs it.
 * Frozen: a change is a new version in a file of its own.
 */
export const STORES_V4 = {
	discrepancyPages: 'key, day, waiting',
} as const;

/** SHA-256 of the table above, and of a page as it lies in the database; held by a test: neither changes without a new version. */
export const PINNED_V4 = {
	stores: 'ab14f73f359b91a97dbfa2a3325cb953aa08bb30bb515b1c34ed825b189c19b7',
	page: '202884521fe66e707659aeeaeac396b76ae0bfa6f2b9553a0860aed473f4b3b4',
} as const;
