import type { ReceiptWire } from '../../src/feeds/protocol.ts';

/** Who gives a receipt: a part (one file, one run of the simulator, one upstream) of a source. */
export type PartKey = string;

/** Everything that was said about each receipt or statement, and what of it stands. */
export type Standing<T> = {
	/** Replaces what a part says about an id; null takes it back. */
	readonly say: (part: PartKey, id: string, item: T | null) => void;
	/** What stands under the id; null where nobody gives it (any more). */
	readonly item: (id: string) => T | null;
	/** Parts whose item lost against another one of the same id. */
	readonly conflicts: () => readonly Lost<T>[];
};

type Lost<T> = { readonly part: PartKey; readonly item: T };

/** `isSame` tells whether two items of one id are about the same; a later one then brings the earlier up to date. */
export function createStanding<T>(isSame: (a: T, b: T) => boolean): Standing<T> {
	const said = new Map<string, Map<PartKey, T>>();
	const shared = new Set<string>();

	function say(part: PartKey, id: string, item: T | null): void {
		const sayings = said.get(id) ?? new Map<PartKey, T>();
		if (item) sayings.set(part, item);
		else sayings.delete(part);
		if (sayings.size > 0) said.set(id, sayings);
		else said.delete(id);
		if (sayings.size > 1) shared.add(id);
		else shared.delete(id);
	}

	function conflicts() {
		return [...shared].flatMap((id) => judge(said.get(id), isSame).lost);
	}

	return { say, item: (id) => judge(said.get(id), isSame).stands, conflicts };
}

type Judged<T> = { readonly stands: T | null; readonly lost: readonly Lost<T>[] };

/**
 * The first that came stands; a later one of the same payment brings it up to date (a status, a fee). One of another
 * payment under the same id is a conflict (the first is kept, the other becomes a problem).
 */
function judge<T>(sayings: ReadonlyMap<PartKey, T> | undefined, isSame: (a: T, b: T) => boolean): Judged<T> {
	let stands: T | null = null;
	const lost: Lost<T>[] = [];
	for (const [part, item] of sayings ?? []) {
		if (stands === null || isSame(stands, item)) stands = item;
		else lost.push({ part, item });
	}
	return { stands, lost };
}

export function isSamePayment(a: ReceiptWire, b: ReceiptWire): boolean {
	return a.occurredAt === b.occurredAt && a.kind === b.kind && a.amount === b.amount && a.currency === b.currency && a.leg === b.leg;
}
