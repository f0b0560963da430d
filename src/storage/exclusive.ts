/** Runs work while no other window (and no other call) that uses the same name is at it. */
export type Exclusive = <T>(name: string, work: () => Promise<T>) => Promise<T>;

/** Web Locks; they end with the tab, so that a killed window blocks nobody. Without them a queue within this window. */
export function exclusiveByWebLocks(locks: LockManager | undefined = globalThis.navigator?.locks): Exclusive {
	if (!locks) return exclusiveInWindow();
	return async (name, work) => {
		// The lock manager answers with a promise of its own making; the outcome is carried past it so that errors keep their type.
		return await locks.request(name, { mode: 'exclusive' }, work);
	};
}

/** One after the other within this window only. The head check inside each transaction keeps the chain whole regardless. */
export function exclusiveInWindow(): Exclusive {
	const tails = new Map<string, Promise<unknown>>();
	return (name, work) => {
		const turn = (tails.get(name) ?? Promise.resolve()).then(work, work);
		tails.set(
			name,
			turn.catch(() => undefined),
		);
		return turn;
	};
}
