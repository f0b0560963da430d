import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningHub, startHub } from './support/hub.ts';
import { launchBrowser, newDevice, openPractice } from './support/till.ts';

const BILL = fileURLToPath(new URL('../fixtures/demo-day/wechat-trade-bill.csv', import.meta.url));
const DAY = '2026-11-20';

let hub: RunningHub;
let browser: Browser;

beforeAll(async () => {
	[hub, browser] = await Promise.all([startHub(), launchBrowser()]);
});
afterAll(async () => {
	await browser.close();
	await hub.stop();
});

type StoredMatch = { readonly sales: readonly string[]; readonly receipts: readonly string[]; readonly confirmed: boolean };

/** What the comparison left for the demo day, straight from the database, and when it ran. */
function outcomeOf(page: Page): Promise<{ readonly matches: readonly StoredMatch[]; readonly judgedAt: number }> {
	return page.evaluate(async (day) => {
		const db = await new Promise<IDBDatabase>((resolve, reject) => {
			const request = indexedDB.open('counterfoil-practice');
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error);
		});
		const outcome = await new Promise<{ matches: StoredMatch[]; judgedAt: number }>((resolve, reject) => {
			const request = db.transaction('dayOutcomes').objectStore('dayOutcomes').get(day);
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error);
		});
		db.close();
		return { matches: outcome?.matches ?? [], judgedAt: outcome?.judgedAt ?? 0 };
	}, DAY);
}

const confirmed = async (page: Page) => (await outcomeOf(page)).matches.filter((match) => match.confirmed).length;
const together = async (page: Page, sale: string, receipt: string) =>
	(await outcomeOf(page)).matches.some((match) => match.sales.includes(sale) && match.receipts.includes(receipt));

describe('decisions on the match board', () => {
	test('stay through a reload, the same bill again in other bytes, and every comparison after', async () => {
		const context = await newDevice(browser);
		const page = await openPractice(context, hub.url);
		await page.getByTestId('tour-bills').click();
		await expect.poll(() => page.getByTestId('status-receipts').getAttribute('data-state'), { timeout: 30_000 }).toBe('gaps');
		await page.goto(`${hub.url}/match?day=${DAY}`);

		const joined = page.locator('.match-row--joined').first();
		await joined.waitFor();
		const { sales = '', receipts = '' } = await joined.evaluate((node) => ({ ...(node as HTMLElement).dataset }));
		await joined.locator('.match-row__end button').first().click();
		await expect.poll(() => together(page, sales, receipts), { timeout: 20_000 }).toBe(false);
		await page.getByRole('button', { name: /^确认 \d+ 笔“确定”$/ }).click();
		await expect.poll(() => confirmed(page), { timeout: 20_000 }).toBeGreaterThan(100);
		const held = await confirmed(page);

		await page.reload();
		await page.locator('.match-row--joined').first().waitFor();
		expect(await confirmed(page)).toBe(held);
		expect(await page.locator('.match-row--joined').first().getAttribute('data-confirmed')).toBe('true');

		const { judgedAt } = await outcomeOf(page);
		const lines = (await readFile(BILL, 'utf8')).split('\n');
		await page.goto(`${hub.url}/import`);
		const again = Buffer.from([lines[0], ...lines.slice(6)].join('\n'));
		await page.getByTestId('import-file').setInputFiles({ name: 'again.csv', mimeType: 'text/csv', buffer: again });
		await page.getByTestId('import-summary').waitFor();
		await page.getByTestId('import-commit').click();
		await page.getByTestId('import-withdraw').first().waitFor();
		await expect.poll(async () => (await outcomeOf(page)).judgedAt, { timeout: 20_000 }).toBeGreaterThan(judgedAt);
		expect(await confirmed(page)).toBe(held);
		expect(await together(page, sales, receipts)).toBe(false);
		await context.close();
	});
});
