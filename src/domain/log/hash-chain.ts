import type { DeviceId } from '../ids.ts';
import { canonicalJson } from './canonical-json.ts';
import { type ChainHead, EMPTY_HEAD, type EntryDraft, type LogEntry } from './entry.ts';

/** SHA-256 of a text's UTF-8 bytes as lower-case hex; given by the surroundings (WebCrypto). */
export type Sha256 = (text: string) => Promise<string>;

/** Gives drafts their place in the chain. Hashing is asynchronous, so this happens before any transaction. */
export async function chainEntries(head: ChainHead, device: DeviceId, drafts: readonly EntryDraft[], sha256: Sha256): Promise<LogEntry[]> {
	const entries: LogEntry[] = [];
	let { seq, hash } = head;
	for (const draft of drafts) {
		const open = { ...draft, device, seq: seq + 1, prev: hash };
		hash = await sha256(canonicalJson(open));
		seq = open.seq;
		entries.push({ ...open, hash });
	}
	return entries;
}

/** The hash that an entry should carry. */
export async function hashOf({ hash: _, ...open }: LogEntry, sha256: Sha256): Promise<string> {
	return sha256(canonicalJson(open));
}

export type ChainFault =
	| { readonly code: 'missing'; readonly seq: number }
	| { readonly code: 'altered'; readonly seq: number }
	| { readonly code: 'unlinked'; readonly seq: number }
	| { readonly code: 'repeated'; readonly seq: number };

export type ChainReport = {
	readonly count: number;
	readonly head: ChainHead;
	/** The first fault; null where the chain is whole. */
	readonly fault: ChainFault | null;
};

/**
 * Checks one device's entries in the order of their seq: none missing, none twice, none altered, each linked to the one before.
 * Takes them in batches so that a large ledger never stands in memory at once.
 */
export async function verifyChain(batches: AsyncIterable<readonly LogEntry[]>, sha256: Sha256, from: ChainHead = EMPTY_HEAD): Promise<ChainReport> {
	let head = from;
	let count = 0;
	for await (const batch of batches) {
		for (const entry of batch) {
			const fault = linkFault(head, entry) ?? ((await hashOf(entry, sha256)) === entry.hash ? null : ({ code: 'altered', seq: entry.seq } as const));
			if (fault) return { count, head, fault };
			head = { seq: entry.seq, hash: entry.hash };
			count += 1;
		}
	}
	return { count, head, fault: null };
}

function linkFault(head: ChainHead, entry: LogEntry): ChainFault | null {
	if (entry.seq <= head.seq) return { code: 'repeated', seq: entry.seq };
	if (entry.seq > head.seq + 1) return { code: 'missing', seq: head.seq + 1 };
	return entry.prev === head.hash ? null : { code: 'unlinked', seq: entry.seq };
}
