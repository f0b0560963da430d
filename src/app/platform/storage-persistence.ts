/** Asks the browser not to evict the ledger; true where it promised. Answers null where it cannot be asked. */
export async function askPersistence(): Promise<boolean | null> {
	if (!navigator.storage?.persist) return null;
	return (await navigator.storage.persisted()) || (await navigator.storage.persist());
}
