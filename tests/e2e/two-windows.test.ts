import type { Browser } from 'playwright-core';
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

describe('two windows of one tablet', () => {
	test('sell at the same time into one chain, and each sees what the other sold', async () => {
		const context = await newDevice(browser);
		const one = await openShop(context, hub.url);
		const two = await context.newPage();
		await two.goto(`${hub.url}/sell`);
		await two.getByTestId('amount').waitFor();
		const sellTen = async (page: typeof one, start: number) => {
			for (let index = 0; index < 10; index += 1) await sell(page, String(start + index), 'cash');
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
