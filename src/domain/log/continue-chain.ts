import type { ChainHead, LogEntry } from './entry.ts';

/** Entries that were written together; never empty. */
export type WrittenTogether = { readonly entries: readonly LogEntry[] };

export type ContinueOptions = {
	/** Ids that are in the log already: what repeats one of them is no continuation. */
	readonly known: ReadonlySet<string>;
	/** Hashes that were once the head of the log; of two equal continuations the one through such a hash is right. */
	readonly heads: ReadonlySet<string>;
};

/**
 * Of many writes in any order, those that continue the chain from `head` without a gap, in their order. Where two writes
 * claim one place (one of them came to nothing), the one on which more was built is taken. Links are compared, hashes are
 * not recomputed here.
 */
export function continueChain<T extends WrittenTogether>(head: ChainHead, writes: readonly T[], { known, heads }: ContinueOptions): T[] {
	const following = followersByPrev(writes, heads);
	const used = new Set(known);
	const path: T[] = [];
	let at = head;
	for (;;) {
		const next = following.get(at.hash)?.find((link) => link.seq === at.seq + 1 && link.write.entries.every((entry) => !used.has(entry.id)));
		if (!next) return path;
		for (const entry of next.write.entries) used.add(entry.id);
		path.push(next.write);
		at = next.tip;
	}
}

type Link<T> = { readonly write: T; readonly seq: number; readonly tip: ChainHead; readonly reach: number };

/** Writes by the hash they follow, the one that reaches furthest first. */
function followersByPrev<T extends WrittenTogether>(writes: readonly T[], heads: ReadonlySet<string>): Map<string, Link<T>[]> {
	const following = new Map<string, Link<T>[]>();
	const latestFirst = writes.flatMap((write) => linkEnds(write) ?? []).sort((a, b) => b.seq - a.seq);
	for (const { write, prev, seq, tip } of latestFirst) {
		const reach = following.get(tip.hash)?.[0]?.reach ?? tip.seq * 2 + (heads.has(tip.hash) ? 1 : 0);
		const links = following.get(prev) ?? [];
		links.push({ write, seq, tip, reach });
		links.sort((a, b) => b.reach - a.reach);
		following.set(prev, links);
	}
	return following;
}

function linkEnds<T extends WrittenTogether>(write: T): { readonly write: T; readonly prev: string; readonly seq: number; readonly tip: ChainHead } | null {
	const first = write.entries[0];
	const last = write.entries.at(-1);
	return first && last ? { write, prev: first.prev, seq: first.seq, tip: { seq: last.seq, hash: last.hash } } : null;
}
