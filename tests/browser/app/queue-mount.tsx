import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { type Language, loadCatalog, loadRest } from '../../../src/app/messages/catalog.ts';
import { MessagesContext, messagesOf } from '../../../src/app/messages/messages-context.ts';
import { ids } from '../../../src/app/platform/ids.ts';
import { PRACTICE_SHOP } from '../../../src/app/practice/practice-day.ts';
import { type Services, ServicesContext } from '../../../src/app/shell/services.ts';
import '../../../src/app/ui/styles/index.css';
import type { HubProblem } from '../../../src/commands/ports.ts';
import type { EntryKind } from '../../../src/domain/entries.ts';
import { ok } from '../../../src/domain/result.ts';
import type { Instant } from '../../../src/domain/time.ts';
import { DEMO_NOW, type DemoBooks, demoBooks } from '../../support/demo-books.ts';

export type OnDemoDay = DemoBooks & {
	/** Kinds of the entries that were written since the screen was mounted. */
	readonly written: () => Promise<EntryKind[]>;
	readonly unmount: () => Promise<void>;
};

type Options = {
	readonly language?: Language;
	readonly bills?: boolean;
	readonly address?: string;
	readonly mode?: Services['mode'];
	readonly hub?: readonly HubProblem[];
	readonly now?: Instant;
	readonly prepare?: (books: DemoBooks) => Promise<void>;
};

/** A screen over the demo day: a real database, the real commands, the real engine, without the shell around it. */
export async function mountOnDemoDay(
	screen: ReactNode,
	{ language = 'zh-CN', bills = true, address = '/queue', mode = 'practice', hub = [], now = DEMO_NOW, prepare }: Options = {},
): Promise<OnDemoDay> {
	history.replaceState(null, '', address);
	const books = await demoBooks(async (path) => new Uint8Array(await (await fetch(path)).arrayBuffer()), { bills, now });
	const ports = { ...books.ports, ids, feed: { ...books.ports.feed, problems: async () => ok(hub) } };
	await prepare?.({ ...books, ports });
	const seq = (await ports.ledger.head()).seq;
	const nothing = async () => undefined;
	const running = new Set<Promise<void>>();
	const compare = () => {
		const run = books.compare().finally(() => running.delete(run));
		running.add(run);
		return run.then(() => ok(undefined));
	};
	const services: Services = {
		ports,
		db: books.db,
		mode,
		shop: PRACTICE_SHOP,
		refresh: async () => void (await compare()),
		compare,
		device: {
			exportLedger: async () => ok({ name: '', entries: 0 }),
			enterPractice: () => undefined,
			leavePractice: () => undefined,
			resetPractice: nothing,
			acceptLoss: () => undefined,
		},
	};
	await loadRest();
	document.documentElement.lang = language;
	const element = document.createElement('main');
	// The shell gives a screen the height of the window; long lists scroll inside.
	element.style.height = '100dvh';
	document.body.append(element);
	const root = createRoot(element);
	root.render(
		<MessagesContext value={messagesOf(language, await loadCatalog(language))}>
			<ServicesContext value={services}>{screen}</ServicesContext>
		</MessagesContext>,
	);
	return {
		...books,
		ports,
		written: async () => (await books.db.entries.toArray()).filter((entry) => entry.seq > seq).map((entry) => entry.kind),
		unmount: async () => {
			await Promise.allSettled(running);
			root.unmount();
			element.remove();
			// Reads that were under way end before their database goes.
			await new Promise((resolve) => setTimeout(resolve, 60));
			await books.db.delete();
		},
	};
}
