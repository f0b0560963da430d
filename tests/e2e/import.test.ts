import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningHub, startHub } from './support/hub.ts';
import { launchBrowser, newDevice, openShop, readLedger } from './support/till.ts';

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
