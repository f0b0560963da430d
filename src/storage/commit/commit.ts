import type { Committed, LedgerStore, ReceiptBatch } from '../../commands/ports.ts';
import type { Draft, Entry } from '../../domain/entries.ts';
import type { EntryId } from '../../domain/ids.ts';
import { type ChainHead, EMPTY_HEAD } from '../../domain/log/entry.ts';
import { chainEntries, type Sha256 } from '../../domain/log/hash-chain.ts';
import { type Problem, problem } from '../../domain/problems.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { Connection } from '../connection.ts';
import type { Database, EntryRow } from '../database.ts';
import type { Exclusive } from '../exclusive.ts';
import type { Journal, Witness } from '../journal/journal.ts';
import { describeFault, faultOf, type StorageFault } from '../storage-fault.ts';
import type { Prepared } from './prepare.ts';
import { type LedgerMemory, loadMemory, writeEntries } from './transaction.ts';

export type CommitParts = {
	readonly connection: Connection;
	readonly sha256: Sha256;
	readonly exclusive: Exclusive;
	readonly journal: Journal;
	/** Keeps the witness in a place of its own; must not throw and need not be waited for. */
	readonly keepWitness: (witness: Witness) => void;
	/** Where the chain ended when the database was opened: it can only have grown. */
	readonly floor: ChainHead;
	/** Told about every rejected transaction, whatever became of it; for diagnostics. */
	readonly onFault?: ((detail: string) => void) | undefined;
};

/** Where there are no Web Locks the fastest window wins each round; a commit gives up only after so many lost ones. */
const ATTEMPTS_MAX = 50;

/** The lock under which a ledger is written, by one window at a time. */
export function ledgerLock(databaseName: string): string {
	return `ledger:${databaseName}`;
}

type State = CommitParts & { memory: LedgerMemory | null; known: ChainHead };
type Request = { readonly drafts: readonly Draft[]; readonly batches: readonly ReceiptBatch[] };
type Answer = Result<Committed, Problem>;
/** What is left to write, and whether the connection was renewed for it already. */
type Progress = { readonly request: Request; open: Request; retriedAfterLoss: boolean };
type Attempt =
	| { readonly kind: 'written'; readonly entries: readonly Entry[]; readonly memory: LedgerMemory }
	| { readonly kind: 'rejected'; readonly error: unknown; readonly tip: string | null; readonly inJournal: boolean };

/**
 * The only writer of the ledger. Answers ok only when the entries are durable in the database
 * and in the journal; after any rejection it reads back by id what really happened before it says anything.
 */
export function createCommit(parts: CommitParts): LedgerStore['commit'] {
	const state: State = { ...parts, memory: null, known: parts.floor };
	let turn: Promise<unknown> = Promise.resolve();
	return (drafts, batches = []) => {
		if (drafts.length === 0) return Promise.resolve(ok({ entries: [] }));
		const commit = () => commitInTurn(state, { drafts, batches });
		const answer = turn.then(commit, commit);
		turn = answer;
		return answer;
	};
}

/**
 * What keeps the chain whole is the head check inside each transaction; the lock only spares windows from undoing each other's
 * work. A window that knows the head therefore writes at once, and waits for the lock when another one was faster.
 */
async function commitInTurn(state: State, request: Request): Promise<Answer> {
	const progress: Progress = { request, open: request, retriedAfterLoss: false };
	const first = state.memory ? await attempt(state, progress) : 'again';
	if (first !== 'again') return first;
	return state.exclusive(ledgerLock(state.connection.db.name), async () => {
		for (let count = 0; count < ATTEMPTS_MAX; count += 1) {
			const answer = await attempt(state, progress);
			if (answer !== 'again') return answer;
		}
		return fail(problem('not_saved', 'other windows were always faster'));
	});
}

async function attempt(state: State, progress: Progress): Promise<Answer | 'again'> {
	const { drafts } = progress.request;
	const gone = state.connection.loss();
	if (gone) return fail(gone);
	const tried = await tryOnce(state, progress.open);
	if (tried.kind === 'written') return acknowledge(state, tried, drafts);
	state.onFault?.(describeFault(tried.error));
	const there = await readBack(state, drafts);
	if (there === null) return fail(state.connection.loss() ?? problem('outcome_unknown', describeFault(tried.error)));
	const fault = faultOf(tried.error);
	if (there.size === drafts.length) {
		const entries = inOrder(drafts, there);
		// A transaction may reject although it has committed: then its line in the journal is right.
		if (entries.at(-1)?.hash !== tried.tip) await abandon(state, tried, false);
		return ok({ entries });
	}
	if (there.size > 0 && fault !== 'stale') return fail(problem('outcome_unknown', `${there.size} of ${drafts.length} entries are there`));
	if (!mayRetry(fault, progress.retriedAfterLoss)) return refuse(state, tried, fault);
	progress.retriedAfterLoss ||= fault === 'lost';
	progress.open = { ...progress.open, drafts: drafts.filter((draft) => !there.has(draft.id)) };
	await abandon(state, tried, false);
	return 'again';
}

function mayRetry(fault: StorageFault, retriedAfterLoss: boolean): boolean {
	return fault === 'stale' || (fault === 'lost' && !retriedAfterLoss);
}

/** One try: head, hashes, journal line and transaction. The line and the transaction run side by side; both are waited for. */
async function tryOnce(state: State, { drafts, batches }: Request): Promise<Attempt> {
	const { connection, journal } = state;
	let tip: string | null = null;
	let inJournal: Promise<boolean> = Promise.resolve(false);
	try {
		const memory = state.memory ?? (await loadMemory(connection.db, connection.identity.device));
		state.memory = null;
		if (memory.head.seq < state.known.seq) {
			connection.lose(problem('storage_lost', `${memory.head.seq} of ${state.known.seq} entries are there`));
			return { kind: 'rejected', error: new Error('entries are missing'), tip, inJournal: false };
		}
		const prepared = await prepareFor(connection.db, drafts, batches);
		const entries = await chain(state, memory.head, drafts);
		tip = entries.at(-1)?.hash ?? null;
		inJournal = journal.append({ kind: 'intent', entries, batches }, { flush: true });
		const next = await writeEntries(connection.db, memory, entries, prepared);
		await inJournal;
		return { kind: 'written', entries, memory: next };
	} catch (error) {
		return { kind: 'rejected', error, tip, inJournal: await inJournal };
	}
}

/** Selling needs nothing looked up beforehand, and so not the code for it either. */
async function prepareFor(db: Database, drafts: readonly Draft[], batches: readonly ReceiptBatch[]): Promise<Prepared> {
	if (batches.length === 0 && drafts.every(({ kind }) => kind === 'sale-recorded' || kind === 'refund-recorded'))
		return { batches: new Map(), receiptDays: new Map() };
	const { prepare } = await import('./prepare.ts');
	return prepare(db, drafts, batches);
}

async function chain(state: State, head: ChainHead, drafts: readonly Draft[]): Promise<readonly Entry[]> {
	return (await chainEntries(head, state.connection.identity.device, drafts, state.sha256)) as readonly Entry[];
}

/** The one place where a commit is declared durable. What follows here is not waited for. */
async function acknowledge(state: State, { entries, memory }: Extract<Attempt, { readonly kind: 'written' }>, drafts: readonly Draft[]): Promise<Answer> {
	state.memory = memory;
	state.known = memory.head;
	const witness: Witness = { ...state.connection.identity, ...memory.head };
	void state.journal.append({ kind: 'witness', ...witness }, { flush: false });
	state.keepWitness(witness);
	if (entries.length === drafts.length) return ok({ entries });
	const there = await readBack(state, drafts);
	return ok({ entries: there ? inOrder(drafts, there) : entries });
}

/** What of the drafts is in the log; null where not even that can be read, with a new connection either. */
async function readBack({ connection }: State, drafts: readonly Draft[]): Promise<ReadonlyMap<EntryId, Entry> | null> {
	const ids = drafts.map((draft) => draft.id);
	const read = async () => {
		const rows = await connection.db.entries.where('id').anyOf(ids).toArray();
		return new Map(rows.map((row) => [row.id, withoutSubjects(row)]));
	};
	try {
		return await read();
	} catch {
		if (connection.loss() || !(await connection.reopen())) return null;
		return read().catch(() => null);
	}
}

/** Tells the journal not to replay an intent that came to nothing. */
async function abandon({ journal }: State, { tip, inJournal }: Extract<Attempt, { readonly kind: 'rejected' }>, flush: boolean): Promise<boolean> {
	if (tip === null || !inJournal) return true;
	return journal.append({ kind: 'abandoned', tip }, { flush });
}

/** Nothing was written. An intent that cannot be taken back could still be replayed at the next start: then the outcome is open. */
async function refuse(state: State, tried: Extract<Attempt, { readonly kind: 'rejected' }>, fault: StorageFault): Promise<Result<never, Problem>> {
	const detail = describeFault(tried.error);
	if (!(await abandon(state, tried, true))) return fail(problem('outcome_unknown', detail));
	return fail(problem(fault === 'full' ? 'storage_full' : 'not_saved', detail));
}

function inOrder(drafts: readonly Draft[], there: ReadonlyMap<EntryId, Entry>): Entry[] {
	return drafts.flatMap((draft) => there.get(draft.id) ?? []);
}

export function withoutSubjects({ subjects: _, ...entry }: EntryRow): Entry {
	return entry as Entry;
}

/** For a ledger of which nothing is known yet. */
export const NO_FLOOR: ChainHead = EMPTY_HEAD;
