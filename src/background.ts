import type { WatchedClock } from './app/platform/clock.ts';
import { handOver } from './app/platform/download.ts';
import { trustedScriptUrl } from './app/platform/trusted-urls.ts';
import type { DeviceActions } from './app/shell/services.ts';
import { feltComparison, isComparingHeld, releaseComparing } from './app/state/comparison.ts';
import { useConnection } from './app/state/connection.ts';
import { usePreferences } from './app/state/preferences.ts';
import { type ReconcileWatch, reconcile } from './commands/matching/reconcile.ts';
import type { Ports } from './commands/ports.ts';
import { pullFeed } from './commands/receipts/pull-feed.ts';
import { pullStatements } from './commands/receipts/pull-statements.ts';
import { type Problem, problem } from './domain/problems.ts';
import { fail, ok, type Result } from './domain/result.ts';
import { formatIso } from './domain/time.ts';
import engineWorkerUrl from './engine/engine.worker.ts?worker&url';
import { createEngine } from './engine/engine-client.ts';
import { browserEnvironment, watchConnectivity } from './feeds/connectivity.ts';
import { createFeedClient } from './feeds/feed-client.ts';
import { createLiveFeed } from './feeds/live-feed.ts';
// Fetched now, so that undoing and deciding never wait for a chunk.
import './storage/commit/prepare.ts';
import './storage/commit/projected-write.ts';
import type { Database } from './storage/database.ts';
import { exportLedger, markCopied } from './storage/export-ledger.ts';
import { createDerivedStore } from './storage/stores/derived-store.ts';
import { createEvidenceStore, EvidenceDatabase } from './storage/stores/evidence-store.ts';
import { createReceiptStore } from './storage/stores/receipt-store.ts';
import { createWorkStore } from './storage/stores/work-store.ts';

export type BackgroundParts = {
	readonly near: Pick<Ports, 'clock' | 'ids' | 'sha256' | 'ledger' | 'alone' | 'actor'>;
	readonly db: Database;
	readonly mode: 'shop' | 'practice';
	readonly clock: WatchedClock;
	/** False where the ledger can only be read. */
	readonly live: boolean;
};

export type Background = {
	readonly ports: Ports;
	readonly refresh: () => Promise<unknown>;
	readonly compare: () => Promise<Result<unknown, Problem>>;
	readonly exportLedger: DeviceActions['exportLedger'];
};

/** The other half of the composition root: receipts, comparing and copies. The till is open before any of it is fetched. */
export function startBackground(parts: BackgroundParts): Background {
	const { near, db, live } = parts;
	const ports: Ports = {
		...near,
		receipts: createReceiptStore(db),
		evidence: createEvidenceStore(new EvidenceDatabase(db.name)),
		derived: createDerivedStore(db),
		work: createWorkStore(db),
		engine: createEngine(() => new Worker(trustedScriptUrl(engineWorkerUrl), { type: 'module' })),
		feed: createFeedClient({
			baseUrl: '',
			get token() {
				return usePreferences.getState().hubToken || null;
			},
			fetch: (url, init) => fetch(url, init),
		}),
	};
	const compare = () => {
		releaseComparing();
		return compareToTheEnd(ports);
	};
	// Left over where the app was ended while it took in a large bill.
	if (live) setTimeout(() => void ports.alone('stage', () => ports.receipts.unstage()), SWEEP_AFTER_MS);
	return { ports, compare, refresh: live ? followFeed(ports, parts) : compare, exportLedger: () => copyOut(db, ports) };
}

const SWEEP_AFTER_MS = 10_000;

/** How often, and how far apart, a comparison that is under way elsewhere is waited for. */
const BUSY_TRIES_MAX = 300;
const BUSY_PAUSE_MS = 100;

/** Compares all that has changed. One that runs already may have looked before the last change, so it is waited for and done again. */
async function compareToTheEnd(ports: Ports): Promise<Result<unknown, Problem>> {
	return feltComparison((watch) => compareInTurn(ports, watch)).catch((error: unknown) => fail(problem('engine_stopped', String(error))));
}

async function compareInTurn(ports: Ports, watch: ReconcileWatch): Promise<Result<unknown, Problem>> {
	for (let tries = 1; ; tries += 1) {
		if (watch.signal?.aborted) return fail(problem('comparing_stopped'));
		const done = await reconcile(ports, watch);
		if (!done.ok || !done.value.busy || tries >= BUSY_TRIES_MAX) return done;
		await new Promise((resolve) => setTimeout(resolve, BUSY_PAUSE_MS));
	}
}

/** Receipts come in and are compared by themselves: at start, when the app is looked at, when the network is back, by the clock. */
function followFeed(ports: Ports, { mode, clock }: BackgroundParts): () => Promise<unknown> {
	const feed = createLiveFeed({
		// Practice has its bills with it, so that its gaps are the planted ones wherever it runs.
		pull: () => (mode === 'practice' ? Promise.resolve(ok({ more: false })) : pullAll(ports)),
		// Somebody who has just stopped it does not want it back at once.
		reconcile: async () => (isComparingHeld(clock.now().at) ? ok(null) : compareToTheEnd(ports)),
		alone: ports.alone,
	});
	const run = async (connected: boolean) => {
		useConnection.setState({ comparing: true });
		const outcome = await feed.run(connected);
		useConnection.setState({
			comparing: false,
			...(outcome.kind === 'done' ? { problem: outcome.problems.find(({ code }) => code !== 'comparing_stopped') ?? null } : {}),
		});
	};
	const health: Ports['feed']['health'] = async () => {
		const answer = await ports.feed.health();
		if (answer.ok) clock.sawHub(answer.value.at);
		return answer;
	};
	const watch = watchConnectivity(
		browserEnvironment(health, () => clock.now().at),
		{
			onChange: ({ state, since }) => useConnection.setState({ network: state, since }),
			onTick: ({ state }) => void run(state === 'online' || state === 'unstable'),
		},
	);
	return async () => {
		releaseComparing();
		const { state } = await watch.check();
		await run(state === 'online' || state === 'unstable');
	};
}

/** Receipts first: what comes to the bank pays for them. */
async function pullAll(ports: Ports): Promise<Result<{ readonly more: boolean }, Problem>> {
	const some = { practice: false, pagesMax: PAGES_AT_ONCE };
	const receipts = await pullFeed(ports, some);
	return !receipts.ok || receipts.value.more ? receipts : pullStatements(ports, some);
}

const PAGES_AT_ONCE = 20;

/** Writes the whole log as a file for the person, and remembers how far it goes. */
async function copyOut(db: Database, ports: Ports): ReturnType<DeviceActions['exportLedger']> {
	const { at, offset } = ports.clock.now();
	try {
		const copy = await exportLedger(db, at);
		const lines: string[] = [];
		for await (const line of copy.lines) lines.push(line);
		const name = `counterfoil-${formatIso({ at, offset }).slice(0, 19).replaceAll(':', '')}.ndjson`;
		await handOver(name, lines, 'application/x-ndjson');
		const head = copy.head.heads.at(-1);
		if (head) await markCopied(db, head, at);
		return ok({ name, entries: copy.head.entries });
	} catch (error) {
		return fail(problem('storage_lost', String(error)));
	}
}
