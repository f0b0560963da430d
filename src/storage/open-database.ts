import type { LedgerStore } from '../commands/ports.ts';
import type { DeviceId } from '../domain/ids.ts';
import { EMPTY_HEAD } from '../domain/log/entry.ts';
import type { Sha256 } from '../domain/log/hash-chain.ts';
import { type Problem, problem } from '../domain/problems.ts';
import { fail } from '../domain/result.ts';
import { ledgerLock } from './commit/commit.ts';
import { type Connection, type Identity, installedVersion, nativeVersion, watchConnection } from './connection.ts';
import { Database, type Loss, openReadOnly } from './database.ts';
import { type Exclusive, exclusiveByWebLocks } from './exclusive.ts';
import { type Journal, NO_JOURNAL } from './journal/journal.ts';
import { startJournal } from './journal/journal-client.ts';
import { type Evidence, gatherEvidence } from './recovery/evidence.ts';
import { orphans } from './recovery/orphans.ts';
import { contradicted, missingChains, readStanding, type Standing } from './recovery/standing.ts';
import { describeFault, faultOf } from './storage-fault.ts';
import { createLedgerStore } from './stores/ledger-store.ts';
import { createWitnessCache, NO_WITNESS_CACHE, type WitnessCache } from './witness-cache.ts';

export const LEDGER_DATABASE = 'counterfoil';
/** The demo shop of the practice mode, apart from everything real. */
export const PRACTICE_DATABASE = 'counterfoil-practice';

export type OpenOptions = {
	readonly name: string;
	readonly sha256: Sha256;
	/** Random, for the device and for each new database. */
	readonly newId: () => string;
	/** Makes the journal's worker. Null goes without a journal and without a witness: for a ledger that may be thrown away. */
	readonly createJournalWorker: (() => Worker) | null;
	/** Another window holds an older version open and has not closed it yet. */
	readonly onBlocked?: () => void;
	/** A person has read what is missing and wants to go on: a new chain begins, the loss stays on record. */
	readonly acceptLoss?: boolean;
	/** Told how far a recovery has come, in entries. */
	readonly onRecovered?: (done: number, total: number) => void;
	/** Told about every rejected transaction, for diagnostics. */
	readonly onFault?: (detail: string) => void;
	readonly exclusive?: Exclusive;
	readonly witnessCache?: WitnessCache;
	readonly journal?: Journal;
};

/** How the start went. Nothing here ever begins an empty ledger where one is known to have been. */
export type Opening =
	| {
			readonly kind: 'ready';
			readonly db: Database;
			readonly connection: Connection;
			readonly ledger: LedgerStore;
			readonly journal: Journal;
			/** Entries that came back from the journal at this start. */
			readonly recovered: number;
	  }
	/** Can be read and exported; `ledger.commit` refuses with the problem. `missing` where entries are known to have been and are nowhere. */
	| { readonly kind: 'read-only'; readonly db: Database; readonly ledger: LedgerStore; readonly problem: Problem; readonly missing: Loss | null }
	| { readonly kind: 'failed'; readonly problem: Problem };

/**
 * Chromium refuses a damaged database at first and opens an empty one a moment later; then the journal fills it again.
 * Milliseconds between the tries.
 */
const REST_MS_BETWEEN_TRIES: readonly number[] = [200, 800, 1_500];

/** Opens a ledger: version gate, comparison with what is known from outside, recovery, identity. */
export async function openLedger(options: OpenOptions): Promise<Opening> {
	const starting = startOwnJournal(options);
	const opening = await openPatiently(options, starting, REST_MS_BETWEEN_TRIES);
	if (opening.kind !== 'ready') void starting.then((journal) => journal.close());
	return opening;
}

async function openPatiently(options: OpenOptions, starting: Promise<Journal>, [rest, ...rests]: readonly number[]): Promise<Opening> {
	const db = new Database(options.name);
	try {
		return (await isNewer(db)) ? await openNewer(options) : await openOwn(db, options, starting);
	} catch (error) {
		db.close({ disableAutoOpen: true });
		if (rest === undefined || faultOf(error) !== 'lost') return { kind: 'failed', problem: problem('storage_lost', describeFault(error)) };
		await new Promise((resolve) => setTimeout(resolve, rest));
		return openPatiently(options, starting, rests);
	}
}

async function isNewer(db: Database): Promise<boolean> {
	return ((await installedVersion(db.name)) ?? 0) > nativeVersion(db);
}

async function openOwn(db: Database, options: OpenOptions, starting: Promise<Journal>): Promise<Opening> {
	db.on('blocked', () => options.onBlocked?.());
	await db.open();
	if (db.backendDB().version > nativeVersion(db)) {
		db.close({ disableAutoOpen: true });
		return openNewer(options);
	}
	const [journal, standing] = await Promise.all([starting, readStanding(db)]);
	return examine({ db, options, journal, cache: witnessCacheFor(options) }, standing);
}

function witnessCacheFor({ name, witnessCache, createJournalWorker }: OpenOptions): WitnessCache {
	return witnessCache ?? (createJournalWorker ? createWitnessCache(name) : NO_WITNESS_CACHE);
}

function startOwnJournal({ name, createJournalWorker, journal }: OpenOptions): Promise<Journal> {
	if (journal) return Promise.resolve(journal);
	return createJournalWorker ? startJournal(name, createJournalWorker) : Promise.resolve(NO_JOURNAL);
}

type Parts = { readonly db: Database; readonly options: OpenOptions; readonly journal: Journal; readonly cache: WitnessCache };

/** Looks first without the lock, since nearly always all is well; whatever is to be written waits for the other windows. */
async function examine(parts: Parts, standing: Standing): Promise<Opening> {
	const evidence = await gatherEvidence(parts.journal, parts.cache, 'tails');
	if (standing.identity && (await isWhole(parts.db, standing, evidence)))
		return ready(parts, { identity: standing.identity, standing, evidence, recovered: 0 });
	const exclusive = parts.options.exclusive ?? exclusiveByWebLocks();
	const settled = await exclusive(ledgerLock(parts.options.name), () => settle(parts));
	return 'problem' in settled ? readOnly(parts.db, settled.problem, settled.missing) : ready(parts, settled);
}

async function isWhole(db: Database, standing: Standing, evidence: Evidence): Promise<boolean> {
	if (missingChains(standing, evidence).length > 0 || (await contradicted(db, standing, evidence)).length > 0) return false;
	const ids = evidence.intents.flatMap((intent) => intent.entries.map((entry) => entry.id));
	const known = await db.entries.where('id').anyOf(ids).count();
	return known === new Set(ids).size;
}

type Found = { readonly identity: Identity; readonly standing: Standing; readonly evidence: Evidence; readonly recovered: number };
type Broken = { readonly problem: Problem; readonly missing: Loss };

/** Alone with the ledger, and with evidence no younger than the standing: brings back what can be brought back, then gives the database its identity. */
async function settle({ db, options, journal, cache }: Parts): Promise<Found | Broken> {
	let evidence = await gatherEvidence(journal, cache, 'tails');
	let standing = await readStanding(db);
	if (missingChains(standing, evidence).length > 0) evidence = await gatherEvidence(journal, cache, 'all');
	// Hardly any start needs it.
	const { recover } = await import('./recovery/recover.ts');
	const recovered = await recover(db, standing, evidence, options);
	standing = await readStanding(db);
	const losses = [...(await contradicted(db, standing, evidence)), ...missingChains(standing, evidence)];
	const [missing] = losses;
	if (missing && !options.acceptLoss) return { problem: problem('chain_broken', `${missing.have} of ${missing.want} entries are there`), missing };
	return { identity: await giveIdentity(db, { standing, evidence, losses, newId: options.newId }), standing, evidence, recovered };
}

type IdentityParts = { readonly standing: Standing; readonly evidence: Evidence; readonly losses: readonly Loss[]; readonly newId: () => string };

/** A chain that has lost entries is not continued: a new one begins, and the loss stays on record. */
async function giveIdentity(db: Database, { standing, evidence, losses, newId }: IdentityParts): Promise<Identity> {
	const known = standing.identity?.device ?? standing.chains.at(0)?.device ?? evidence.witnesses.at(-1)?.device ?? null;
	const whole = known !== null && !losses.some((loss) => loss.device === known);
	const identity: Identity = whole && standing.identity ? standing.identity : { device: whole ? known : (newId() as DeviceId), generation: newId() };
	await db.transaction('rw', db.meta, async () => {
		await db.meta.put({ key: 'device', ...identity });
		if (losses.length > 0) await db.meta.put({ key: 'losses', losses: [...standing.losses, ...losses] });
	});
	return identity;
}

async function ready({ db, options, journal, cache }: Parts, { identity, standing, evidence, recovered }: Found): Promise<Opening> {
	const connection = watchConnection(db, identity);
	const exclusive = options.exclusive ?? exclusiveByWebLocks();
	const floor = standing.chains.find((chain) => chain.device === identity.device)?.head ?? EMPTY_HEAD;
	const ledger = createLedgerStore({ connection, sha256: options.sha256, exclusive, journal, keepWitness: cache.keep, floor, onFault: options.onFault });
	if (floor.seq > 0) cache.keep({ ...identity, ...floor });
	let again = 0;
	for (const { entries, batches } of await orphans(db, identity.device, evidence)) {
		const drafts = entries.map(({ device: _device, seq: _seq, prev: _prev, hash: _hash, ...draft }) => draft);
		const committed = await ledger.commit(drafts, batches);
		if (committed.ok) again += drafts.length;
	}
	return { kind: 'ready', db, connection, ledger, journal, recovered: recovered + again };
}

/** A newer app has changed the database: this one shows it and asks for the update, and never writes. */
async function openNewer({ name }: OpenOptions): Promise<Opening> {
	return readOnly(await openReadOnly(name), problem('database_newer'), null);
}

async function readOnly(db: Database, reason: Problem, missing: Loss | null): Promise<Opening> {
	const identity = (await readStanding(db)).identity ?? { device: '' as DeviceId, generation: '' };
	const connection = watchConnection(db, identity);
	const exclusive: Exclusive = (_name, work) => work();
	const parts = { connection, exclusive, sha256: () => Promise.resolve(''), journal: NO_JOURNAL, keepWitness: () => undefined, floor: EMPTY_HEAD };
	const ledger: LedgerStore = { ...createLedgerStore(parts), commit: () => Promise.resolve(fail(reason)) };
	return { kind: 'read-only', db, ledger, problem: reason, missing };
}
