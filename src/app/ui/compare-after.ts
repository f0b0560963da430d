/** Compares after a decision. The decision is safe without it: where comparing stops, the next run takes it up. */
export async function compareAfter(compare: () => Promise<unknown>): Promise<void> {
	await compare().catch(() => undefined);
}
