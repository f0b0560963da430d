import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { camtStatement } from '../support/camt-statement.ts';
import { type RunningHub, startHub } from './support/hub.ts';
import { launchBrowser, newDevice, openShop, readLedger } from './support/till.ts';

const DEMO = fileURLToPath(new URL('../fixtures/demo-day/', import.meta.url));
/** The demo day was a Friday, so that its payouts were due on Monday the 23rd; it is Thursday now. */
const THURSDAY = Date.parse('2026-11-26T16:30:00+08:00');

let folder: string;
let hub: RunningHub;
let browser: Browser;

beforeAll(async () => {
	const drops = await mkdtemp(join(tmpdir(), 'counterfoil-drops-'));
	folder = join(drops, 'bank');
	for (const name of ['bank', 'bills']) await mkdir(join(drops, name));
	// Bills of two providers in one folder, each of whom pays by itself.
	await copyFile(join(DEMO, 'wechat-trade-bill.csv'), join(drops, 'bills', 'wechat.csv'));
	await copyFile(join(DEMO, '20886660000000010156_20261120_业务明细.csv'), join(drops, 'bills', 'alipay.csv'));
	const sources = ['bank', 'bills'].map((name) => `folder:${join(drops, name)}`);
	[hub, browser] = await Promise.all([startHub({ sources }), launchBrowser()]);
});
afterAll(async () => {
	await browser.close();
	await hub.stop();
	await rm(join(folder, '..'), { recursive: true, force: true });
});

const payouts = (page: Page) =>
	page
		.locator('.payouts__item')
		.evaluateAll((nodes) =>
			nodes.map((node) => `${node.querySelector('.payouts__name b')?.textContent?.slice(0, 3)} ${(node as HTMLElement).dataset.state}`).sort(),
		);

/** What the hub itself says, as soon as it says so. */
const hubSays = (path: string, field: string) =>
	expect.poll(async () => ((await (await fetch(hub.url + path)).json()) as Record<string, unknown[]>)[field]?.length ?? 0, { timeout: 20_000 });

describe('a bank statement that falls into the hub’s folder', () => {
	test('settles the payouts without a tap, says where it came from, and is withdrawn when it is taken away', async () => {
		await hubSays('/hub/v1/receipts', 'receipts').toBeGreaterThan(50);
		const context = await newDevice(browser);
		const page = await openShop(context, hub.url);
		await page.clock.setFixedTime(THURSDAY);
		await page.goto(`${hub.url}/review?payouts`);
		await expect.poll(() => payouts(page), { timeout: 40_000 }).toEqual(['微信支 not_covered', '支付宝 not_covered']);

		// 1966.00 taken, 28.00 given back, 11.67 of fees; Alipay never came.
		const entries = [
			{ on: '2026-11-23', amount: '1926.33', name: '财付通支付科技有限公司', reference: 'B1' },
			{ on: '2026-11-24', amount: '-88.00', name: '某某房东', reference: 'B2' },
		];
		await writeFile(join(folder, 'november.xml'), camtStatement(entries));
		await hubSays('/hub/v1/statements', 'statements').toBe(1);
		const look = () => page.evaluate(() => window.dispatchEvent(new Event('focus')));
		await look();
		await expect.poll(() => payouts(page), { timeout: 40_000 }).toEqual(['微信支 received', '支付宝 missing']);

		await page.goto(`${hub.url}/import`);
		const row = page.locator('[data-testid=import-past][data-from="folder:bank"]');
		await expect.poll(() => row.innerText(), { timeout: 20_000 }).toContain('november.xml');
		expect(await row.innerText()).toContain('folder:bank');
		expect(await page.getByTestId('hub-problems').count()).toBe(0);

		await rm(join(folder, 'november.xml'));
		await expect.poll(async () => ((await (await fetch(`${hub.url}/hub/v1/statements`)).json()) as { more: boolean }).more, { timeout: 20_000 }).toBe(true);
		await look();
		await expect.poll(() => row.getAttribute('data-withdrawn'), { timeout: 40_000 }).toBe('true');
		await page.goto(`${hub.url}/review?payouts`);
		await expect.poll(() => payouts(page), { timeout: 40_000 }).toEqual(['微信支 not_covered', '支付宝 not_covered']);
		expect((await readLedger(page)).filter(({ kind }) => kind === 'import-withdrawn')).toHaveLength(1);
		await context.close();
	});
});
