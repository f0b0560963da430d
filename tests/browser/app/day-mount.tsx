import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { type Language, loadCatalog, loadRest } from '../../../src/app/messages/catalog.ts';
import { MessagesContext, messagesOf } from '../../../src/app/messages/messages-context.ts';
import { ids } from '../../../src/app/platform/ids.ts';
import { type Services, ServicesContext } from '../../../src/app/shell/services.ts';
import type { Ports } from '../../../src/commands/ports.ts';
import { ok } from '../../../src/domain/result.ts';
import type { Instant } from '../../../src/domain/time.ts';
import '../../../src/app/ui/styles/index.css';
import type { Database } from '../../../src/storage/database.ts';
import { createDerivedStore } from '../../../src/storage/stores/derived-store.ts';
import { createReceiptStore } from '../../../src/storage/stores/receipt-store.ts';
import { createWorkStore } from '../../../src/storage/stores/work-store.ts';
import { memoryPorts } from '../../support/memory-ports.ts';
import { MIDNIGHT, SHOP } from '../../support/noodle-day.ts';
import { openTestLedger } from '../../support/open-test-ledger.ts';

export type Mounted = { readonly db: Database; readonly ports: Ports; readonly root: HTMLElement; readonly unmount: () => Promise<void> };

type Options = {
	readonly language?: Language;
	readonly fill: (db: Database) => Promise<void>;
	/** What the tablet's clock shows; 22:40 of the day by default. */
	readonly now?: Instant;
	readonly frame?: (screen: ReactNode) => ReactNode;
};

/** A screen over a real database and real commands, without the shell around it. */
export async function mountScreen(
	screen: ReactNode,
	{ language = 'zh-CN', fill, now = MIDNIGHT + 22 * 3_600_000 + 40 * 60_000, frame = (one) => one }: Options,
): Promise<Mounted> {
	const { db, ledger } = await openTestLedger();
	await fill(db);
	const ports: Ports = {
		...memoryPorts(),
		clock: { now: () => ({ at: now, offset: 480 }), suspect: () => false },
		ids,
		ledger,
		receipts: createReceiptStore(db),
		derived: createDerivedStore(db),
		work: createWorkStore(db),
		actor: () => '李敏',
	};
	const nothing = async () => undefined;
	const services: Services = {
		ports,
		db,
		mode: 'shop',
		shop: SHOP,
		refresh: nothing,
		compare: async () => ok(undefined),
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
	const element = document.createElement('div');
	document.body.append(element);
	const root = createRoot(element);
	root.render(
		<MessagesContext value={messagesOf(language, await loadCatalog(language))}>
			<ServicesContext value={services}>{frame(screen)}</ServicesContext>
		</MessagesContext>,
	);
	// The database stays: each test has its own, and reads in flight must not find it gone.
	const unmount = async () => {
		root.unmount();
		element.remove();
	};
	return { db, ports, root: element, unmount };
}
