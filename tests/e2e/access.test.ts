import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFaults, LOOKS, layoutFaults, SIZES } from './support/access.ts';
import { type RunningHub, startHub } from './support/hub.ts';
import { launchBrowser, newDevice, openPractice } from './support/till.ts';

const ROUTES = ['/sell', '/queue', '/match', '/import', '/cases', '/day', '/review', '/ledger', '/more'];
/** Pages that open inside a screen, with what shows that they stand. */
const PAGES = ['/more?section=sources', '/more?section=sources&source=wechat'];

let hub: RunningHub;
let browser: Browser;

beforeAll(async () => {
	[hub, browser] = await Promise.all([startHub(), launchBrowser()]);
});
afterAll(async () => {
	await browser.close();
	await hub.stop();
});

describe.concurrent('every screen can be used by everyone, light and dark, in both languages', () => {
	test.each(SIZES)('%s', { timeout: 400_000 }, async (size) => {
		const context = await newDevice(browser, { size });
		const page = await openPractice(context, hub.url);
		await page.getByTestId('tour-bills').click();
		await expect.poll(() => page.getByTestId('status-receipts').getAttribute('data-state'), { timeout: 60_000 }).toBe('gaps');
		const faults: unknown[] = [];
		for (const { colorScheme, language } of LOOKS) {
			await page.emulateMedia({ colorScheme });
			await page.goto(`${hub.url}/more?lang=${language}`);
			await page.locator('#main :is(h2, button, a)').first().waitFor();
			for (const route of [...ROUTES, ...PAGES]) {
				await openRoute(page, route);
				expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
				const where = `${route} ${colorScheme} ${language}`;
				faults.push(...(await axeFaults(page, where)), ...(await layoutFaults(page, where, size)));
			}
		}
		expect(faults).toEqual([]);
		await context.close();
	});
});

/** As a tap on a link does, without loading the app anew for each of sixty looks. */
async function openRoute(page: Page, route: string): Promise<void> {
	await page.evaluate((to) => {
		for (const part of document.querySelectorAll('#main :is(h2, button, a)')) part.setAttribute('data-before', '');
		history.pushState(null, '', to);
	}, route);
	const stands = PAGES.includes(route) ? '[data-testid=source-row], [data-testid=source-editor]' : '#main :is(h2, button, a):not([data-before])';
	await page.locator(stands).filter({ visible: true }).first().waitFor();
	await page.waitForTimeout(300);
	expect(await page.evaluate(() => location.pathname + location.search)).toBe(route);
}
