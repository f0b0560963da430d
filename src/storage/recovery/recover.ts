import Dexie from 'dexie';
import type { Entry, EntryKind } from '../../domain/entries.ts';
import type { DeviceId } from '../../domain/ids.ts';
import { continueChain } from '../../domain/log/continue-chain.ts';
import { GENESIS_HASH } from '../../domain/log/entry.ts';
import { hashOf, type Sha256 } from '../../domain/log/hash-chain.ts';
import { prepare } from '../commit/prepare.ts';
import { loadMemory, writeEntries } from '../commit/transaction.ts';
import type { Database } from '../database.ts';
import { subjectsOf } from '../projections/subjects.ts';
import type { PreparedBatch } from '../projections/work.ts';
import { faultOf } from '../storage-fault.ts';
import type { Evidence, Intent } from './evidence.ts';
import { knownIds } from './orphans.ts';
import { refold } from './refold.ts';
import type { Standing } from './standing.ts';

/** Entries that come back in one transaction. */
const ENTRIES_TOGETHER = 500;
/** Kinds for which rows are looked up before the transaction. */
const LOOKS_BACK = new Set<EntryKind>(['match-confirmed', 'match-rejected', 'decision-undone']);

export type RecoverParts = {
	readonly sha256: Sha256;
	/** `done` of `total` entries are back. */
	readonly onRecovered?: (done: number, total: number) => void;
};

/**
 * Writes back what the journal has and the database lacks: entries missing inside a chain, then those that continue it.
 * Only what fits the chain by its hashes is taken. Answers how many entries came back.
 */
export async function recover(db: Database, standing: Standing, evidence: Evidence, parts: RecoverParts): Promise<number> {
	const devices = new Set([...standing.chains.map((chain) => chain.device), ...evidence.intents.flatMap((intent) => intent.entries[0]?.device ?? [])]);
	let recovered = 0;
	for (const device of devices) {
		if (standing.losses.some((loss) => loss.device === device)) continue;
		const intents = evidence.intents.filter((intent) => intent.entries[0]?.device === device);
		const chain = standing.chains.find((one) => one.device === device);
		if (chain && chain.count < chain.head.seq) recovered += await fillGaps(db, device, intents, parts.sha256);
		recovered += await continueLog(db, device, { ...evidence, intents }, parts);
	}
	return recovered;
}

/** Entries missing before others that are there: found backwards, by the hash that the next one names. */
async function fillGaps(db: Database, device: DeviceId, intents: readonly Intent[], sha256: Sha256): Promise<number> {
	const byHash = new Map(intents.flatMap((intent) => intent.entries.map((entry) => [entry.hash, entry] as const)));
	const found: Entry[] = [];
	let after: { readonly seq: number; readonly prev: string } | null = null;
	for (const entry of await db.entries.where('[device+seq]').between([device, Dexie.minKey], [device, Dexie.maxKey]).reverse().toArray()) {
		if (after) found.push(...(await between(entry.seq, after, byHash, sha256)));
		after = entry;
	}
	if (after) found.push(...(await between(0, after, byHash, sha256)));
	if (found.length === 0) return 0;
	await db.entries.bulkAdd(found.map((entry) => ({ ...entry, subjects: subjectsOf(entry) })));
	await refold(db, await lostBatches(db, found, intents));
	return found.length;
}

async function between(
	seq: number,
	after: { readonly seq: number; readonly prev: string },
	byHash: ReadonlyMap<string, Entry>,
	sha256: Sha256,
): Promise<Entry[]> {
	const found: Entry[] = [];
	let next = after;
	while (next.seq > seq + 1 && next.prev !== GENESIS_HASH) {
		const entry = byHash.get(next.prev);
		if (!entry || entry.seq !== next.seq - 1 || (await hashOf(entry, sha256)) !== entry.hash) break;
		found.push(entry);
		next = entry;
	}
	return found;
}

/** The receipts of imports whose entry was lost. */
async function lostBatches(db: Database, found: readonly Entry[], intents: readonly Intent[]): Promise<ReadonlyMap<Entry['id'], PreparedBatch>> {
	const lost = new Set(found.filter((entry) => entry.kind === 'receipts-imported').map((entry) => entry.id));
	const batches = new Map<Entry['id'], PreparedBatch>();
	for (const { entries, batches: stored } of intents) {
		const wanted = stored.filter((batch) => lost.has(batch.importId));
		if (wanted.length === 0) continue;
		for (const [id, batch] of (await prepare(db, entries, wanted)).batches) batches.set(id, batch);
	}
	return batches;
}

/** Entries behind the head of the chain, many commits in one transaction: a ledger of years must not take minutes to come back. */
async function continueLog(db: Database, device: DeviceId, { intents, witnesses }: Evidence, parts: RecoverParts): Promise<number> {
	let memory = await loadMemory(db, device);
	const known = await knownIds(db, intents);
	const heads = new Set(witnesses.map((witness) => witness.hash));
	const continuing = continueChain(memory.head, intents, { known, heads });
	const total = continuing.reduce((sum, { entries }) => sum + entries.length, 0);
	let recovered = 0;
	for (const { entries, batches } of together(continuing)) {
		for (const entry of entries) if ((await hashOf(entry, parts.sha256)) !== entry.hash) return recovered;
		try {
			memory = await writeEntries(db, memory, entries, await prepare(db, entries, batches));
		} catch (error) {
			// Its own window was only slow and has just committed it; the standing is read again after this.
			if (faultOf(error) === 'stale') return recovered;
			throw error;
		}
		recovered += entries.length;
		parts.onRecovered?.(recovered, total);
	}
	return recovered;
}

/** Neighbouring commits joined up to a size. One whose preparation reads what the one before it writes stays by itself. */
function together(intents: readonly Intent[]): Intent[] {
	const joined: { readonly entries: Entry[]; readonly batches: Intent['batches']; readonly open: boolean }[] = [];
	for (const { entries, batches } of intents) {
		const last = joined.at(-1);
		const open = batches.length === 0 && !entries.some((entry) => LOOKS_BACK.has(entry.kind));
		if (last?.open && open && last.entries.length < ENTRIES_TOGETHER) last.entries.push(...entries);
		else joined.push({ entries: [...entries], batches, open });
	}
	return joined;
}
