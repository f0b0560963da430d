import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { alone } from './app/platform/alone.ts';
import { type WatchedClock, watchClock } from './app/platform/clock.ts';
import { sha256 } from './app/platform/hash.ts';
import { ids } from './app/platform/ids.ts';
import { registerServiceWorker } from './app/platform/service-worker.ts';
import { askPersistence } from './app/platform/storage-persistence.ts';
import { trustedScriptUrl } from './app/platform/trusted-urls.ts';
import { loadCatalog } from './app/messages/catalog.ts';
import { MessagesContext, messagesOf } from './app/messages/messages-context.ts';
import { beginPracticeAnew, endPractice, practiceChosen, practiceDatabase } from './app/practice/practice-database.ts';
import { seedPractice } from './app/practice/seed-practice.ts';
import { App } from './app/shell/app.tsx';
import type { DeviceActions } from './app/shell/services.ts';
import { setBoot } from './app/state/boot.ts';
import { useConnection } from './app/state/connection.ts';
import { listenForInstall } from './app/state/install.ts';
import { languageAtStart, usePreferences } from './app/state/preferences.ts';
import type { Ports } from './commands/ports.ts';
import { pullFeed } from './commands/receipts/pull-feed.ts';
import { reconcile } from './commands/matching/reconcile.ts';
import { ok } from './domain/result.ts';
import { createEngine } from './engine/engine-client.ts';
import { browserEnvironment, watchConnectivity } from './feeds/connectivity.ts';
import { createFeedClient } from './feeds/feed-client.ts';
import { createLiveFeed } from './feeds/live-feed.ts';
import { exportLedger } from './storage/export-ledger.ts';
import { LEDGER_DATABASE, type Opening, openLedger } from './storage/open-database.ts';
import { createDerivedStore } from './storage/stores/derived-store.ts';
import { createEvidenceStore } from './storage/stores/evidence-store.ts';
import { createReceiptStore } from './storage/stores/receipt-store.ts';
import { createWorkStore } from './storage/stores/work-store.ts';
import './app/ui/styles/index.css';

const mode = practiceChosen() ? 'practice' : 'shop';
const clock = watchClock();

await start();

/** Paints first, opens the ledger beside it, and only then looks at the network. */
async function start(): Promise<void> {
	usePreferences.setState({ language: languageAtStart(location.search, navigator.language) });
	listenForInstall();
	const opening = open();
	await render();
	usePreferences.subscribe((now, before) => {
		if (now.language !== before.language || now.theme !== before.theme) void render();
	});
	await show(await opening);
	void registerServiceWorker();
}

const root = createRoot(document.getElementById('root') ?? document.body);

async function render(): Promise<void> {
	const { language, theme } = usePreferences.getState();
	const messages = messagesOf(language, await loadCatalog(language));
	document.documentElement.lang = language;
	if (theme === 'system') delete document.documentElement.dataset.theme;
	else document.documentElement.dataset.theme = theme;
	root.render(
		<StrictMode>
			<MessagesContext value={messages}>
				<App />
			</MessagesContext>
		</StrictMode>,
	);
}

function open(): Promise<Opening> {
	return openLedger({
		name: mode === 'practice' ? practiceDatabase() : LEDGER_DATABASE,
		sha256,
		newId: () => crypto.randomUUID(),
		// Practice may be thrown away, so nothing has to survive the loss of its database.
		createJournalWorker: mode === 'practice' ? null : () => new Worker(trustedScriptUrl(new URL('./storage/journal/journal.worker.ts', import.meta.url)), { type: 'module' }),
		onBlocked: () => setBoot({ kind: 'replaced' }),
	});
}

async function show(opening: Opening): Promise<void> {
	if (opening.kind === 'failed') return setBoot({ kind: 'failed', problem: opening.problem });
	const ports = portsOf(opening);
	if (opening.kind === 'ready') {
		opening.connection.onLoss((problem) => setBoot(problem.code === 'database_replaced' ? { kind: 'replaced' } : { kind: 'failed', problem }));
		if (mode === 'practice') await seedPractice(ports, async (path) => (await fetch(path)).text());
	}
	const compare = async () => {
		await reconcile(ports);
	};
	const refresh = opening.kind === 'ready' ? followFeed(ports, clock) : compare;
	setBoot({
		kind: 'ready',
		services: { ports, db: opening.db, mode, refresh, compare, device: deviceActions(opening, ports) },
		readOnly: opening.kind === 'read-only' ? opening.problem : null,
		recovered: opening.kind === 'ready' ? opening.recovered : 0,
	});
	void askPersistence();
}

function portsOf({ db, ledger }: Exclude<Opening, { kind: 'failed' }>): Ports {
	return {
		clock,
		ids,
		sha256,
		ledger,
		receipts: createReceiptStore(db),
		evidence: createEvidenceStore(mode === 'practice' ? 'counterfoil-practice-evidence' : 'counterfoil-evidence'),
		derived: createDerivedStore(db),
		work: createWorkStore(db),
		engine: createEngine(() => new Worker(trustedScriptUrl(new URL('./engine/engine.worker.ts', import.meta.url)), { type: 'module' })),
		feed: createFeedClient({ baseUrl: '', token: null, fetch: (url, init) => fetch(url, init) }),
		alone: (name, work) => alone(`${mode}:${name}`, work),
		actor: () => usePreferences.getState().cashier ?? '',
	};
}

/** Receipts come in and are compared by themselves: at start, when the app is looked at, when the network is back, by the clock. */
function followFeed(ports: Ports, watched: WatchedClock): () => Promise<void> {
	const feed = createLiveFeed({
		// Practice has its bills with it, so that its gaps are the planted ones wherever it runs.
		pull: () => (mode === 'practice' ? Promise.resolve(ok({ more: false })) : pullFeed(ports, { practice: false, pagesMax: 20 })),
		reconcile: () => reconcile(ports),
		alone: ports.alone,
	});
	const run = async (connected: boolean) => {
		useConnection.setState({ comparing: true });
		await feed.run(connected);
		useConnection.setState({ comparing: false });
	};
	const health: Ports['feed']['health'] = async () => {
		const answer = await ports.feed.health();
		if (answer.ok) watched.sawHub(answer.value.at);
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
		const { state } = await watch.check();
		await run(state === 'online' || state === 'unstable');
	};
}

function deviceActions({ db }: Exclude<Opening, { kind: 'failed' }>, ports: Ports): DeviceActions {
	return {
		exportLedger: () => exportLedger(db, ports.clock.now().at, save),
		enterPractice: () => location.assign('/sell?practice=1'),
		leavePractice: () => {
			endPractice();
			location.assign('/sell');
		},
		resetPractice: async () => {
			if (mode !== 'practice') return;
			db.close({ disableAutoOpen: true });
			beginPracticeAnew();
			location.assign('/sell?practice=1');
		},
	};
}
