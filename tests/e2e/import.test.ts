import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningHub, startHub } from './support/hub.ts';
import { launchBrowser, newDevice, openShop, readLedger, waitForOffline } from './support/till.ts';

const BILL = fileURLToPath(new URL('../fixtures/demo-day/wechat-trade-bill.csv', import.meta.url));

let hub: RunningHub;
let browser: Browser;

beforeAll(async () => {
	[hub, browser] = await Promise.all([startHub(), launchBrowser()]);
});
afterAll(async () => {
	await browser.close();
	await hub.stop();
});

async function choose(page: Page, name: string, text: string): Promise<Record<string, string>> {
	await page.goto(`${hub.url}/import`);
	await page.getByTestId('import-file').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
	const summary = page.getByTestId('import-summary');
	await summary.waitFor();
	return summary.evaluate((node) => ({ ...(node as HTMLElement).dataset }) as Record<string, string>);
}

const keptFiles = (page: Page) =>
	page.evaluate(async () => {
		const db = await new Promise<IDBDatabase>((resolve, reject) => {
			const request = indexedDB.open('counterfoil-evidence');
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error);
		});
		const all = await new Promise<{ name: string; size: number }[]>((resolve, reject) => {
			const request = db.transaction('files').objectStore('files').getAll();
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error);
		});
		db.close();
		return all.map(({ name, size }) => ({ name, size }));
	});

const kinds = async (page: Page) => (await readLedger(page)).map((entry) => entry.kind).filter((kind) => kind !== 'shop-configured');

describe('a bill in the built app', () => {
	test('is previewed and taken in; the same again changes nothing, an overlapping one adds only what is new, and withdrawing restores', async () => {
		const context = await newDevice(browser);
		const page = await openShop(context, hub.url);
		const text = await readFile(BILL, 'utf8');
		const first = await choose(page, 'bill.csv', text);
		expect(first).toMatchObject({ format: 'wechat-trade-bill', new: '54', known: '0', problems: '0' });
		await page.getByTestId('import-commit').click();
		await page.getByTestId('import-withdraw').first().waitFor();
		expect(await kinds(page)).toEqual(['receipts-imported']);
		await expect.poll(() => page.getByTestId('status-receipts').getAttribute('data-state'), { timeout: 20_000 }).toBe('gaps');
		const gaps = await page.getByTestId('status-receipts').innerText();

		expect(await choose(page, 'bill again.csv', text)).toMatchObject({ new: '0', known: '54' });
		expect(await kinds(page)).toEqual(['receipts-imported']);

		// The same bill without its first ten rows and its footer: other bytes, and nothing in it that is not there already.
		const lines = text.split('\n');
		const overlap = await choose(page, 'part.csv', [lines[0], ...lines.slice(11, 40)].join('\n'));
		expect(overlap).toMatchObject({ new: '0', known: '29' });
		await page.getByTestId('import-commit').click();
		await page.getByTestId('import-withdraw').first().waitFor();
		expect(await page.getByTestId('status-receipts').innerText()).toBe(gaps);

		await page.getByTestId('import-withdraw').first().click();
		await expect.poll(() => kinds(page)).toEqual(['receipts-imported', 'receipts-imported', 'import-withdrawn']);
		await page.waitForTimeout(1_000);
		expect(await page.getByTestId('status-receipts').innerText()).toBe(gaps);
		await context.close();
	});

	test('keeps its bytes once, however often the file comes', async () => {
		const context = await newDevice(browser);
		const page = await openShop(context, hub.url);
		const text = await readFile(BILL, 'utf8');
		for (const name of ['bill.csv', 'copy of bill.csv']) {
			await choose(page, name, text);
			await page.getByTestId('import-commit').click();
			await page.getByTestId('import-withdraw').first().click();
			await expect.poll(() => kinds(page).then((all) => all.at(-1))).toBe('import-withdrawn');
		}
		expect(await kinds(page)).toEqual(['receipts-imported', 'import-withdrawn', 'receipts-imported', 'import-withdrawn']);
		expect(await keptFiles(page)).toEqual([{ name: 'bill.csv', size: Buffer.byteLength(text) }]);
		await page.goto(`${hub.url}/import`);
		await page.getByTestId('import-details').first().locator('summary').click();
		const download = page.waitForEvent('download');
		await page.getByTestId('import-original').first().click();
		expect(await readFile(await (await download).path(), 'utf8')).toBe(text);
		await context.close();
	});

	test('is read although another one hangs: the worker is ended, and the other files go on', async () => {
		const context = await newDevice(browser, { serviceWorkers: 'block' });
		await context.route('**/assets/engine.worker-*.js', async (route) => {
			const script = await (await route.fetch()).text();
			// It begins, and is never heard of again.
			const hang = `
const answer = self.onmessage;
self.onmessage = (event) => {
	if (event.data.file?.name !== 'hang.csv') return answer(event);
	self.postMessage({ id: event.data.id, kind: 'started' });
	for (;;);
};`;
			await route.fulfill({ body: script + hang, contentType: 'text/javascript' });
		});
		const page = await openShop(context, hub.url);
		await page.goto(`${hub.url}/import`);
		const text = await readFile(BILL);
		const begun = Date.now();
		await page.getByTestId('import-file').setInputFiles([
			{ name: 'hang.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n') },
			{ name: 'bill.csv', mimeType: 'text/csv', buffer: text },
		]);
		await page.getByTestId('import-summary').waitFor({ timeout: 60_000 });
		// Well before the time that a worker is given to start.
		expect(Date.now() - begun).toBeLessThan(15_000);
		expect(await page.getByTestId('import-refused').getAttribute('data-problem')).toBe('file_hangs');
		expect(await page.getByTestId('import-summary').getAttribute('data-new')).toBe('54');
		await page.getByTestId('import-commit').click();
		await page.getByTestId('import-withdraw').first().waitFor();
		expect(await kinds(page)).toEqual(['receipts-imported']);
		await context.close();
	});

	test('may be shared to the app with others, and comes in a folder', async () => {
		const context = await newDevice(browser);
		const page = await openShop(context, hub.url);
		await waitForOffline(page);
		await page.reload();
		const text = await readFile(BILL, 'utf8');
		const address = await page.evaluate(async (bill) => {
			const share = async (name: string, content: string) => {
				const form = new FormData();
				form.append('files', new File([content], name, { type: 'text/csv' }));
				return (await fetch('/share-target', { method: 'POST', body: form, redirect: 'manual' })).type;
			};
			return [await share('one.csv', bill), await share('two.csv', `${bill}\n`)];
		}, text);
		expect(address).toEqual(['opaqueredirect', 'opaqueredirect']);
		await page.goto(`${hub.url}/import?shared=1`);
		await page.getByTestId('import-summary').waitFor();
		expect(await page.getByRole('button', { name: /(one|two)\.csv/ }).count()).toBe(2);

		const folder = await mkdtemp(join(tmpdir(), 'counterfoil-bills-'));
		await mkdir(join(folder, 'november'));
		await writeFile(join(folder, 'november', 'bill.csv'), text);
		await writeFile(join(folder, 'photo.jpg'), 'no bill');
		await page.goto(`${hub.url}/import`);
		await page.getByTestId('import-folder').setInputFiles(folder);
		await page.getByTestId('import-summary').waitFor();
		expect(await page.getByTestId('import-summary').getAttribute('data-new')).toBe('54');
		expect(await page.getByTestId('import-refused').count()).toBe(0);
		await rm(folder, { recursive: true });
		await context.close();
	});

	test('that is none is refused in words, and nothing is written', async () => {
		const context = await newDevice(browser);
		const page = await openShop(context, hub.url);
		for (const [name, bytes] of [
			['picture.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
			['empty.csv', Buffer.alloc(0)],
			['prose.csv', Buffer.from('hello, this is no bill\nat all\n')],
		] as const) {
			await page.goto(`${hub.url}/import`);
			await page.getByTestId('import-file').setInputFiles({ name, mimeType: 'text/csv', buffer: bytes });
			await page.getByRole('alert').first().waitFor();
			expect(await page.getByRole('alert').first().innerText(), name).toMatch(/已记的账都在/);
		}
		expect(await kinds(page)).toEqual([]);
		await context.close();
	});
});
