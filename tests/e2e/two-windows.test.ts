import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningHub, startHub } from './support/hub.ts';
import { launchBrowser, newDevice, openShop, readLedger, sell } from './support/till.ts';

let hub: RunningHub;
let browser: Browser;

beforeAll(async () => {
	[hub, browser] = await Promise.all([startHub(), launchBrowser()]);
});
afterAll(async () => {
	await browser.close();
	await hub.stop();
});

/** Through the keys of the page, without waiting until a window that is not in front is painted. */
async function sellAtOnce(page: Page, yuan: number): Promise<void> {
	await page.evaluate(async (amount) => {
		const key = (name: string) => document.querySelector<HTMLButtonElement>(`[data-testid="${name}"]`);
		const saved = key('saved');
		const before = saved?.dataset.seq;
		for (const digit of amount) key(`key-${digit}`)?.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, cancelable: true, button: 0 }));
		await new Promise((resolve) => setTimeout(resolve, 20));
		key('tender-cash')?.click();
		while (saved?.dataset.seq === before) await new Promise((resolve) => setTimeout(resolve, 5));
	}, String(yuan));
}

describe('two windows of one tablet', () => {
	test('sell at the same time into one chain, and each sees what the other sold', async () => {
		const context = await newDevice(browser);
		const one = await openShop(context, hub.url);
		const two = await context.newPage();
		await two.goto(`${hub.url}/sell`);
		await two.getByTestId('amount').waitFor();
		const sellTen = async (page: typeof one, start: number) => {
			for (let index = 0; index < 10; index += 1) await sellAtOnce(page, start + index);
		};
		await Promise.all([sellTen(one, 10), sellTen(two, 50)]);
		const ledger = await readLedger(one);
		expect(ledger.map((entry) => entry.seq)).toEqual(ledger.map((_, index) => index + 1));
		ledger.slice(1).forEach((entry, index) => {
			expect(entry.prev).toBe(ledger[index]?.hash);
		});
		expect(ledger.filter((entry) => entry.kind === 'sale-recorded')).toHaveLength(20);
		await sell(one, '99', 'card');
		await two.locator('[data-testid=recent-sale][data-minor="9900"]').waitFor();
		await context.close();
	});
});
