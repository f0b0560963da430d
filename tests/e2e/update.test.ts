import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningHub, startHub } from './support/hub.ts';
import { launchBrowser, newDevice, openShop, readLedger, sell, waitForOffline } from './support/till.ts';

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));

let hub: RunningHub;
let browser: Browser;
let dist: string;

beforeAll(async () => {
	dist = await mkdtemp(join(tmpdir(), 'counterfoil-dist-'));
	await cp(DIST, dist, { recursive: true });
	[hub, browser] = await Promise.all([startHub({ dist }), launchBrowser()]);
});
afterAll(async () => {
	await browser.close();
	await hub.stop();
	await rm(dist, { recursive: true, force: true });
});

/** Another release under the same address: the page and the worker differ, as they do after every build. */
async function release(name: string): Promise<void> {
	const worker = join(dist, 'sw.js');
	const text = await readFile(worker, 'utf8');
	await writeFile(worker, `${text}\n// ${name}\n`);
}

describe('a new version', () => {
	test('is offered in the middle of a sale, reloads nothing, and is applied between sales', async () => {
		const context = await newDevice(browser);
		const page = await openShop(context, hub.url);
		await waitForOffline(page);
		await page.reload();
		await page.getByTestId('amount').waitFor();
		let loads = 0;
		page.on('load', () => {
			loads += 1;
		});
		for (const key of ['4', '5']) await page.getByTestId(`key-${key}`).tap();
		await release('second');
		await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
		const offer = page.getByTestId('update-offered');
		await offer.waitFor({ timeout: 30_000 });
		expect(await offer.getByRole('button').isDisabled()).toBe(true);
		await page.waitForTimeout(2_000);
		expect(loads).toBe(0);
		expect(await page.getByTestId('amount').getAttribute('data-minor')).toBe('4500');
		await page.getByTestId('tender-card').tap();
		await expect.poll(() => page.getByTestId('saved').getAttribute('data-seq')).not.toBeNull();
		expect(loads).toBe(0);
		await offer.getByRole('button').tap();
		await expect.poll(() => loads, { timeout: 15_000 }).toBe(1);
		await page.getByTestId('recent-sale').first().waitFor();
		expect(await page.getByTestId('recent-sale').first().getAttribute('data-minor')).toBe('4500');
		expect(await page.getByTestId('update-offered').count()).toBe(0);
		await context.close();
	});

	test('that another window takes over does not reload this one while a sale is being entered', async () => {
		const context = await newDevice(browser);
		const one = await openShop(context, hub.url);
		await waitForOffline(one);
		await one.reload();
		await one.getByTestId('amount').waitFor();
		const two = await context.newPage();
		await two.goto(`${hub.url}/sell`);
		await two.getByTestId('amount').waitFor();
		let loads = 0;
		one.on('load', () => {
			loads += 1;
		});
		await one.getByTestId('key-7').tap();
		await release('third');
		await two.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
		await two.getByTestId('update-offered').getByRole('button').tap({ timeout: 30_000 });
		await two.getByTestId('amount').waitFor();
		await one.waitForTimeout(2_000);
		expect(loads).toBe(0);
		await one.bringToFront();
		await one.getByTestId('key-0').tap();
		expect(await one.getByTestId('amount').getAttribute('data-minor')).toBe('7000');
		await one.getByTestId('tender-card').tap();
		await expect.poll(() => loads, { timeout: 15_000 }).toBe(1);
		const sales = (await readLedger(one)).filter((entry) => entry.kind === 'sale-recorded');
		expect(sales.map((entry) => entry.body.amountMinor)).toEqual([7_000]);
		await context.close();
	});

	test('that cannot be fetched whole leaves the old one running', async () => {
		const context = await newDevice(browser);
		const page = await openShop(context, hub.url);
		await waitForOffline(page);
		const text = await readFile(join(dist, 'sw.js'), 'utf8');
		await writeFile(join(dist, 'sw.js'), text.replace(/assets\/[\w-]+\.js/, 'assets/not-there.js'));
		await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update().catch(() => undefined));
		await page.waitForTimeout(3_000);
		expect(await page.getByTestId('update-offered').count()).toBe(0);
		await context.setOffline(true);
		await page.reload();
		await page.getByTestId('amount').waitFor();
		await sell(page, '3');
		await context.close();
	});
});
