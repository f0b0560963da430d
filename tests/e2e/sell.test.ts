import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type RunningHub, startHub } from './support/hub.ts';
import { launchBrowser, newDevice, openShop, readLedger, sell } from './support/till.ts';

let hub: RunningHub;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
	[hub, browser] = await Promise.all([startHub(), launchBrowser()]);
});
afterAll(async () => {
	await browser.close();
	await hub.stop();
});
beforeEach(async () => {
	context = await newDevice(browser);
	page = await openShop(context, hub.url);
});
afterEach(() => context.close());

const rows = () => page.getByTestId('recent-sale');
const amount = () => page.getByTestId('amount').getAttribute('data-minor');
const savedSeq = () => page.getByTestId('saved').getAttribute('data-seq');
const sales = async () => (await readLedger(page)).filter((entry) => entry.kind === 'sale-recorded');

/** Types as a scanner does: all in one moment, with Enter at the end. */
const scan = (target: Page, code: string) =>
	target.evaluate((text) => {
		for (const key of [...text, 'Enter']) document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
	}, code);

describe('by touch', () => {
	test('digits and a tender are a sale: it stands in the strip and in the ledger', async () => {
		const seq = await sell(page, '28.5', 'wechat');
		await rows().first().waitFor();
		expect(await rows().first().getAttribute('data-minor')).toBe('2850');
		expect(await rows().first().getAttribute('data-tender')).toBe('wechat');
		expect(await rows().first().getAttribute('data-seq')).toBe(String(seq));
		expect(await amount()).toBe('0');
		expect((await sales()).map((entry) => [entry.seq, entry.body.amountMinor, entry.body.tender])).toEqual([[seq, 2850, 'wechat']]);
	});

	test('plus adds up before the tender', async () => {
		for (const key of ['1', '8', 'plus', '1', '4', 'plus', '4', 'dot', '5']) await page.getByTestId(`key-${key}`).tap();
		expect(await amount()).toBe('3650');
	});

	test('undoing is an entry of its own that names the sale; the sale stays', async () => {
		const seq = await sell(page, '12');
		await rows().first().getByRole('button', { name: /撤销/ }).tap();
		await page.locator('[data-testid=recent-sale][data-state=reversed]').waitFor();
		const ledger = await readLedger(page);
		const sale = ledger.find((entry) => entry.seq === seq);
		expect(ledger.at(-1)?.kind).toBe('sale-reversed');
		expect(ledger.at(-1)?.body.sale).toBe(sale?.id);
	});

	test('the same amount and tender at once is asked about, and nothing is blocked', async () => {
		await sell(page, '64');
		await sell(page, '64');
		await page.getByText('和上一笔一样').waitFor();
		await sell(page, '5');
		expect(await sales()).toHaveLength(3);
	});

	test('numbers are added afterwards', async () => {
		await sell(page, '45');
		await rows().first().getByRole('button', { name: /补充/ }).tap();
		await page.getByLabel('凭证号').fill('004588');
		await page.getByRole('button', { name: '存下' }).tap();
		await expect.poll(async () => (await readLedger(page)).at(-1)?.kind).toBe('sale-annotated');
		expect((await readLedger(page)).at(-1)?.body.keys).toMatchObject({ traceNo: '004588' });
	});

	test('an unknown result is recorded as one, and only for that sale', async () => {
		await page.locator('.write__kind').tap();
		await page.getByRole('button', { name: /结果不明/ }).tap();
		await sell(page, '30');
		await sell(page, '31');
		expect((await sales()).map((entry) => entry.body.state)).toEqual(['result_unknown', 'paid_confirmed']);
	});

	test('a refund of a sale names it and may not exceed it', async () => {
		await sell(page, '28', 'wechat');
		await rows().first().getByRole('button', { name: /补充/ }).tap();
		await page.getByRole('button', { name: /退这一笔/ }).tap();
		expect(await amount()).toBe('2800');
		await page.getByTestId('tender-wechat').tap();
		await expect.poll(async () => (await readLedger(page)).at(-1)?.kind).toBe('refund-recorded');
		const [sale, refund] = (await readLedger(page)).slice(-2);
		expect(refund?.body.refundOf).toBe(sale?.id);
	});
});

describe('by keyboard alone', () => {
	const press = async (...keys: string[]) => {
		for (const key of keys) {
			await page.keyboard.press(key);
			await page.waitForTimeout(50);
		}
	};

	test('digits, function keys, Enter and undo do the whole job', async () => {
		await press('2', '8', '.', '5', 'F2');
		await expect.poll(savedSeq).not.toBeNull();
		const first = await savedSeq();
		await press('1', '8', '+', '2', 'Backspace', '4', 'Enter');
		await expect.poll(savedSeq).not.toBe(first);
		expect((await sales()).map((entry) => [entry.body.amountMinor, entry.body.tender])).toEqual([
			[2850, 'wechat'],
			[2200, 'wechat'],
		]);
		await press('Control+z');
		await expect.poll(async () => (await readLedger(page)).at(-1)?.kind).toBe('sale-reversed');
	});

	test('Escape clears, and Enter on nothing records nothing', async () => {
		await press('7', '7', 'Escape', 'Enter');
		expect(await amount()).toBe('0');
		expect(await sales()).toEqual([]);
	});

	test('a scanner never becomes an amount', async () => {
		await press('1', '5');
		await page.waitForTimeout(200);
		await scan(page, '6901234567892');
		await page.waitForTimeout(300);
		expect(await amount()).toBe('1500');
		expect(await sales()).toEqual([]);
	});

	test('Enter after a digit records the sale, whatever button had the focus', async () => {
		await sell(page, '9');
		await rows().first().getByRole('button', { name: /撤销/ }).focus();
		await press('3', 'Enter');
		await expect.poll(async () => (await sales()).length).toBe(2);
		expect((await readLedger(page)).some((entry) => entry.kind === 'sale-reversed')).toBe(false);
	});
});

describe('when the write fails', () => {
	test('there is no tick, the tap stays to be saved again, and saving again records it once', async () => {
		await page.evaluate(() => {
			const add = IDBObjectStore.prototype.add;
			IDBObjectStore.prototype.add = function refuse() {
				IDBObjectStore.prototype.add = add;
				throw new DOMException('no room', 'QuotaExceededError');
			};
		});
		for (const key of ['5', '0']) await page.getByTestId(`key-${key}`).tap();
		await page.getByTestId('tender-card').tap();
		const unsaved = page.locator('[data-testid=unsaved-sale][data-state=failed]');
		await unsaved.waitFor();
		expect(await savedSeq()).toBeNull();
		expect(await sales()).toEqual([]);
		await unsaved.getByRole('button', { name: '再存一次' }).tap();
		await expect.poll(savedSeq).not.toBeNull();
		expect(await sales()).toHaveLength(1);
	});
});
