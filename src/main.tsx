import './app/ui/styles/index.css';

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { loadCatalog } from './app/messages/catalog.ts';
import { MessagesContext, messagesOf } from './app/messages/messages-context.ts';
import { alone } from './app/platform/alone.ts';
import { watchClock } from './app/platform/clock.ts';
import { sha256 } from './app/platform/hash.ts';
import { ids } from './app/platform/ids.ts';
import { trustedScriptUrl } from './app/platform/trusted-urls.ts';
import { beginPracticeAnew, endPractice, practiceChosen, practiceDatabase } from './app/practice/practice-database.ts';
import { App } from './app/shell/app.tsx';
import { setBoot } from './app/state/boot.ts';
import { languageAtStart, usePreferences } from './app/state/preferences.ts';
import { useTill } from './app/state/till.ts';
import type { Ports } from './commands/ports.ts';
import type { Problem } from './domain/problems.ts';
import type { Result } from './domain/result.ts';
import journalWorkerUrl from './storage/journal/journal.worker.ts?worker&url';
import { LEDGER_DATABASE, type Opening, openLedger } from './storage/open-database.ts';

const mode = practiceChosen() ? 'practice' : 'shop';
const clock = watchClock();
const root = createRoot(document.getElementById('root') ?? document.body);

// Not awaited here: chunks that are fetched meanwhile import this one, and would wait for it for ever.
void start();

/** Paints first and opens the ledger beside it; everything that a sale does not need comes after (`background.ts`). */
async function start(): Promise<void> {
	usePreferences.setState({ language: languageAtStart(location.search, navigator.language) });
	const opening = open();
	await render();
	usePreferences.subscribe((now, before) => {
		if (now.language !== before.language || now.theme !== before.theme) void render();
	});
	await show(await opening);
	const { keepOffline } = await import('./app/platform/service-worker.ts');
	await keepOffline();
}

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
		createJournalWorker: mode === 'practice' ? null : () => new Worker(trustedScriptUrl(journalWorkerUrl), { type: 'module' }),
		onBlocked: () => setBoot({ kind: 'replaced' }),
		acceptLoss: lossAccepted(),
	});
}

async function show(opening: Opening): Promise<void> {
	if (opening.kind === 'failed') {
		setBoot({ kind: 'failed', problem: opening.problem });
		return;
	}
	const { db, ledger } = opening;
	const near = { clock, ids, sha256, ledger, alone: aloneInMode, actor: () => useTill.getState().actor };
	const background = () => import('./background.ts').then((module) => module.startBackground({ near, db, mode, clock, live: opening.kind === 'ready' }));
	let started: ReturnType<typeof background> | null = null;
	const far = () => {
		started ??= background();
		return started;
	};
	const farPort = <K extends keyof Ports>(name: K) => later(() => far().then((part) => part.ports[name] as Ports[K] & object));
	const ports: Ports = {
		...near,
		receipts: farPort('receipts'),
		evidence: farPort('evidence'),
		derived: farPort('derived'),
		work: farPort('work'),
		engine: farPort('engine'),
		feed: farPort('feed'),
	};
	if (opening.kind === 'ready') {
		opening.connection.onLoss((problem) => setBoot(problem.code === 'database_replaced' ? { kind: 'replaced' } : { kind: 'failed', problem }));
		const seeded = mode === 'practice' ? await seed(ports) : null;
		if (seeded && !seeded.ok) {
			setBoot({ kind: 'failed', problem: seeded.error });
			return;
		}
	}
	setBoot({
		kind: 'ready',
		services: {
			ports,
			db,
			mode,
			refresh: () => far().then((part) => part.refresh()),
			compare: () => far().then((part) => part.compare()),
			device: {
				exportLedger: () => far().then((part) => part.exportLedger()),
				enterPractice: () => location.assign('/sell?practice=1'),
				leavePractice: () => {
					endPractice();
					location.assign('/sell');
				},
				resetPractice: () => resetPractice(opening),
				acceptLoss,
			},
		},
		readOnly: opening.kind === 'read-only' ? opening.problem : null,
		missing: opening.kind === 'read-only' ? opening.missing : null,
		recovered: opening.kind === 'ready' ? opening.recovered : 0,
	});
	void far();
}

/** Windows that practise and windows that sell do not wait for one another. */
function aloneInMode<T>(name: string, work: () => Promise<T>): Promise<T | null> {
	return alone(`${mode}:${name}`, work);
}

/** Stands for a port whose code is still on its way: each call waits for it. Every method of these ports answers with a promise. */
function later<Port extends object>(load: () => Promise<Port>): Port {
	const forward =
		(name: string | symbol) =>
		async (...values: readonly unknown[]) => {
			const method = Reflect.get(await load(), name) as (...values: readonly unknown[]) => unknown;
			return method(...values);
		};
	return new Proxy({} as Port, { get: (_, name) => forward(name) });
}

async function seed(ports: Ports): Promise<Result<unknown, Problem>> {
	const { seedPractice } = await import('./app/practice/seed-practice.ts');
	return seedPractice(ports, async (path) => (await fetch(path)).text());
}

async function resetPractice(opening: Opening): Promise<void> {
	if (mode !== 'practice' || opening.kind !== 'ready') return;
	opening.connection.close();
	beginPracticeAnew();
	location.assign('/sell?practice=1');
}

/** Somebody has read what is missing and goes on: a new chain begins, and the loss stays on record. */
function acceptLoss(): void {
	sessionStorage.setItem('counterfoil.loss-accepted', '1');
	location.reload();
}

/** Holds for one start only. */
function lossAccepted(): boolean {
	const accepted = sessionStorage.getItem('counterfoil.loss-accepted') === '1';
	sessionStorage.removeItem('counterfoil.loss-accepted');
	return accepted;
}
