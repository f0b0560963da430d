import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningHub, startHub } from './support/hub.ts';
import { launchBrowser, newDevice, openPractice, readLedger, waitForOffline } from './support/till.ts';

let hub: RunningHub;
let browser: Browser;

beforeAll(async () => {
	[hub, browser] = await Promise.all([startHub(), launchBrowser()]);
});
afterAll(async () => {
	await browser.close();
	await hub.stop();
});

/** The gaps planted in the demo day, by kind, with their amounts in fen. */
const PLANTED = [
	['amount_short', 5_000],
	['duplicate_charge', 4_500],
	['missing_at_provider', 5_200],
	['missing_at_provider', 6_400],
	['missing_at_provider', 8_600],
	['missing_in_ledger', 3_700],
	['tender_mismatch', 7_300],
];

const gapsOf = async (page: Page) => {
	const items = await page
		.getByTestId('queue-item')
		.evaluateAll((nodes) => nodes.map((node) => [node.getAttribute('data-kind'), Number(node.getAttribute('data-minor'))] as const));
	return items.sort((a, b) => String(a[0]).localeCompare(String(b[0])) || a[1] - b[1]);
};

describe('practice', () => {
	test('shows the main job in a minute, without a network: the gaps that it finds are the planted ones', async () => {
		const context = await newDevice(browser);
		const first = await openPractice(context, hub.url);
		await waitForOffline(first);
		await first.close();
		await context.setOffline(true);

		const begun = Date.now();
		const page = await openPractice(context, hub.url);
		expect((await readLedger(page, 'counterfoil-practice')).filter((entry) => /recorded/.test(entry.kind))).toHaveLength(140);
		await page.getByTestId('tour-bills').click();
		await expect.poll(() => page.getByTestId('status-receipts').getAttribute('data-state'), { timeout: 30_000 }).toBe('gaps');
		await page.goto(`${hub.url}/queue`);
		await expect.poll(() => gapsOf(page), { timeout: 15_000 }).toEqual(PLANTED);
		await page.getByTestId('tour-late').click();
		await expect.poll(() => gapsOf(page), { timeout: 15_000 }).toEqual(PLANTED.filter(([, minor]) => minor !== 5_200));
		expect(Date.now() - begun).toBeLessThan(60_000);
		await context.close();
	});

	test('is kept apart from the real books', async () => {
		const context = await newDevice(browser);
		const page = await openPractice(context, hub.url);
		await page.getByRole('button', { name: '结束练习' }).click();
		await page.getByTestId('setup-finish').click();
		await page.getByTestId('amount').waitFor();
		expect((await readLedger(page)).map((entry) => entry.kind)).toEqual(['shop-configured']);
		await context.close();
	});
});
