import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningHub, startHub } from './support/hub.ts';
import { launchBrowser, newDevice, openShop, readLedger, sell, waitForOffline } from './support/till.ts';

const ROUTES = ['/sell', '/queue', '/match', '/import', '/cases', '/cases/none', '/day', '/review', '/ledger', '/more'];

let hub: RunningHub;
let browser: Browser;

beforeAll(async () => {
	[hub, browser] = await Promise.all([startHub(), launchBrowser()]);
});
afterAll(async () => {
	await browser.close();
	await hub.stop();
});

describe('without a network', () => {
	test('every route opens, and a sale is recorded and still there after a reload', async () => {
		const context = await newDevice(browser);
		const page = await openShop(context, hub.url);
		await waitForOffline(page);
		await context.setOffline(true);
		for (const route of ROUTES) {
			await page.goto(hub.url + route);
			await page.locator('.rail').waitFor();
			await expect.poll(() => page.locator('#main').textContent(), { message: route }).not.toBe('');
			expect(await page.locator('.notice').count(), route).toBe(0);
		}
		await page.goto(`${hub.url}/sell`);
		const seq = await sell(page, '36.5');
		await expect.poll(() => page.getByTestId('status-network').getAttribute('data-state'), { timeout: 30_000 }).toBe('offline');
		await page.reload();
		await page.getByTestId('recent-sale').first().waitFor();
		expect((await readLedger(page)).at(-1)).toMatchObject({ seq, kind: 'sale-recorded' });
		await context.close();
	});
});

describe('what the app asks the network for', () => {
	test('nothing but its own origin, and the page breaks no rule of its policy', async () => {
		const context = await newDevice(browser);
		const foreign: string[] = [];
		const complaints: string[] = [];
		context.on('request', (request) => {
			if (new URL(request.url()).origin !== hub.url && !request.url().startsWith('data:') && !request.url().startsWith('blob:')) foreign.push(request.url());
		});
		context.on('console', (message) => {
			if (message.type() === 'error') complaints.push(message.text());
		});
		const page = await openShop(context, hub.url);
		await sell(page, '20');
		for (const route of ROUTES) {
			await page.goto(hub.url + route);
			await page.locator('.rail').waitFor();
		}
		await waitForOffline(page);
		expect(foreign).toEqual([]);
		expect(complaints.filter((text) => /Content Security Policy|TrustedScript|Refused/.test(text))).toEqual([]);
		await context.close();
	});

	test('it can be installed: manifest, icons and worker are there', async () => {
		const context = await newDevice(browser);
		const page = await openShop(context, hub.url);
		const href = await page.locator('link[rel=manifest]').getAttribute('href');
		const manifest = await page.evaluate(async (url) => (await fetch(url)).json(), href ?? '');
		expect(manifest).toMatchObject({ id: '/', display: 'standalone', lang: 'zh-CN', scope: '/' });
		for (const icon of [...manifest.icons, ...manifest.screenshots]) {
			const answer = await page.evaluate(async (url) => {
				const response = await fetch(url);
				return [response.status, response.headers.get('content-type')];
			}, icon.src);
			expect(answer, icon.src).toEqual([200, 'image/png']);
		}
		await context.close();
	});
});
