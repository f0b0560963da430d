import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { CHROMIUM_ARGS, chromiumPath } from '../../../scripts/chromium.mjs';

export const SIZES = { landscape: { width: 1280, height: 800 }, portrait: { width: 800, height: 1280 }, phone: { width: 390, height: 844 } } as const;
export type Size = keyof typeof SIZES;

const executablePath = chromiumPath();
const LAUNCH = { args: CHROMIUM_ARGS, ...(executablePath ? { executablePath } : {}) };

export function launchBrowser(): Promise<Browser> {
	return chromium.launch(LAUNCH);
}

/** A browser whose profile lies in `folder`, so that it can be killed and opened again. */
export function launchProfile(folder: string): Promise<BrowserContext> {
	return chromium.launchPersistentContext(folder, { ...LAUNCH, viewport: SIZES.landscape, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
}

/** A fresh device at the shop: Chinese, in Shanghai, on a tablet lying on its side unless said otherwise. */
export function newDevice(
	browser: Browser,
	options: { readonly size?: Size; readonly dark?: boolean; readonly language?: string; readonly serviceWorkers?: 'allow' | 'block' } = {},
): Promise<BrowserContext> {
	return browser.newContext({
		viewport: SIZES[options.size ?? 'landscape'],
		colorScheme: options.dark ? 'dark' : 'light',
		locale: options.language ?? 'zh-CN',
		timezoneId: 'Asia/Shanghai',
		hasTouch: true,
		serviceWorkers: options.serviceWorkers ?? 'allow',
	});
}

/** Opens the till of a new shop that was set up with what stands there. */
export async function openShop(context: BrowserContext, url: string, path = '/sell'): Promise<Page> {
	const page = await context.newPage();
	await page.goto(url + path);
	await page.getByTestId('setup-finish').click();
	await page.getByTestId('amount').waitFor();
	return page;
}

/** Opens practice mode with the demo day in its ledger. */
export async function openPractice(context: BrowserContext, url: string): Promise<Page> {
	const page = await context.newPage();
	await page.goto(`${url}/sell?practice=1`);
	await page.getByTestId('amount').waitFor();
	await page.getByTestId('recent-sale').first().waitFor();
	return page;
}

/** Enters a sale by touch, and waits until the ledger says that it is durable; its seq. */
export async function sell(page: Page, amount: string, tender = 'card'): Promise<number> {
	const before = await page.getByTestId('saved').getAttribute('data-seq');
	for (const character of amount) await page.getByTestId(character === '.' ? 'key-dot' : `key-${character}`).tap();
	await page.getByTestId(`tender-${tender}`).tap();
	await expect.poll(() => page.getByTestId('saved').getAttribute('data-seq'), { timeout: 10_000 }).not.toBe(before);
	return Number(await page.getByTestId('saved').getAttribute('data-seq'));
}

/** Everything in the ledger of a page, straight from the database. */
export function readLedger(page: Page, database = 'counterfoil'): Promise<readonly StoredEntry[]> {
	return page.evaluate(async (name) => {
		const db = await new Promise<IDBDatabase>((resolve, reject) => {
			const request = indexedDB.open(name);
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error);
		});
		const all = await new Promise<unknown[]>((resolve, reject) => {
			const request = db.transaction('entries').objectStore('entries').getAll();
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error);
		});
		db.close();
		return all as StoredEntry[];
	}, database);
}

export type StoredEntry = {
	readonly device: string;
	readonly seq: number;
	readonly id: string;
	readonly kind: string;
	readonly hash: string;
	readonly prev: string;
	readonly body: Readonly<Record<string, unknown>>;
	/** What the row is found by; it is no part of the entry. */
	readonly subjects: readonly string[];
};

/** Waits until the service worker controls the page, so that it opens offline. */
export async function waitForOffline(page: Page): Promise<void> {
	await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
	await expect
		.poll(
			() =>
				page.evaluate(() =>
					caches
						.keys()
						.then(async (keys) =>
							(await Promise.all(keys.map(async (key) => (await (await caches.open(key)).keys()).length))).reduce((sum, count) => sum + count, 0),
						),
				),
			{ timeout: 30_000 },
		)
		.toBeGreaterThan(10);
}
