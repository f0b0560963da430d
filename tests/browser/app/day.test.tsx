import { afterEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { DayScreen } from '../../../src/app/screens/day/day-screen.tsx';
import { DAY, daySales, SHOP, storeDay } from '../../support/noodle-day.ts';
import { type Mounted, mountScreen } from './day-mount.tsx';

const CASH_MINOR = daySales()
	.filter(({ tender }) => tender === 'cash')
	.reduce((sum, { amountMinor }) => sum + amountMinor, 0);

let mounted: Mounted | null = null;
async function open(fill = storeDay) {
	history.replaceState(null, '', '/day');
	mounted = await mountScreen(<DayScreen />, { fill });
	await expect.element(page.getByRole('navigation', { name: '日结四步' })).toBeVisible();
	return mounted;
}
afterEach(async () => {
	await mounted?.unmount();
	mounted = null;
});

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
const totals = () =>
	Object.fromEntries(
		[...document.querySelectorAll<HTMLElement>('[data-testid="day-total"]')].map(({ dataset }) => [
			dataset.tender,
			[dataset.ledger, dataset.receipts, dataset.difference].join('|'),
		]),
	);

/** Counts 600 in hundreds and says that it is done. */
async function count() {
	await page.getByLabelText('100 的张数').fill('6');
	await button('点完了').click();
	await expect.element(page.getByRole('heading', { name: '点现金' })).toBeVisible();
}

describe('counting the drawer', () => {
	test('is blind: nothing on the page gives the expected cash away before the count is an entry', async () => {
		const { root, db } = await open();
		const expected = (CASH_MINOR / 100).toLocaleString('en', { minimumFractionDigits: 2 });
		expect(root.textContent).not.toContain(expected);
		await button('看一眼（X）').click();
		await expect.element(page.getByRole('dialog')).toBeVisible();
		expect(root.textContent).not.toContain(expected);
		await userEvent.keyboard('{Escape}');
		await count();
		expect(await db.cashCounts.get(DAY)).toMatchObject({ countedMinor: 60_000, expectedMinor: CASH_MINOR, pieces: { '10000': 6 } });
		expect(root.textContent).toContain(expected);
	});

	test('asks first when nothing was counted, and takes an empty drawer when it is said to be empty', async () => {
		const { db } = await open();
		await button('点完了').click();
		await expect.element(page.getByRole('alert')).toHaveTextContent('先点一点抽屉里的钱');
		await button('抽屉是空的').click();
		await expect.element(page.getByText('短款', { exact: true })).toBeVisible();
		expect(await db.cashCounts.get(DAY)).toMatchObject({ countedMinor: 0 });
	});

	test('goes by the keyboard alone: digits, Enter to the next kind, arrows for one more or less', async () => {
		await open();
		page.getByLabelText('100 的张数').element().focus();
		await userEvent.keyboard('3{Enter}4{ArrowUp}{ArrowUp}{ArrowDown}');
		await expect.element(page.getByLabelText('100 的张数')).toHaveValue('3');
		await expect.element(page.getByLabelText('50 的张数')).toHaveValue('5');
	});

	test('survives that the page is dropped in the middle', async () => {
		const first = await open();
		await page.getByLabelText('100 的张数').fill('7');
		await first.unmount();
		await open();
		await expect.element(page.getByLabelText('100 的张数')).toHaveValue('7');
		await page.getByLabelText('100 的张数').fill('0');
		await button('点完了').click();
	});

	test('keeps the reason for a difference with the count', async () => {
		const { db } = await open();
		await count();
		await button('找零').click();
		await page.getByLabelText('备注').fill('多找了一张');
		await button('记下原因').click();
		await expect.element(button('原因已记下')).toBeVisible();
		expect(await db.cashCounts.get(DAY)).toMatchObject({ countedMinor: 60_000, reason: 'change', note: '多找了一张' });
		expect(await db.entries.toArray()).toHaveLength(2);
	});
});

describe('the ticket of the day', () => {
	test('says the same in the four numbers and on the ticket, with nothing where no bill covers', async () => {
		await open();
		const first = totals();
		expect(first.unionpay_qr).toMatch(/^\d+\|\|$/);
		expect(first.cash).toBe(`${CASH_MINOR}||`);
		await count();
		await button(/签名封账/).click();
		await expect.element(page.getByRole('heading', { name: /11月20日.*186 笔/ })).toBeVisible();
		expect(totals()).toEqual({ ...first, cash: `${CASH_MINOR}|60000|${60_000 - CASH_MINOR}` });
	});

	test('leads from each gap to its work', async () => {
		await open();
		await button(/签名封账/).click();
		const links = [...document.querySelectorAll<HTMLAnchorElement>('.day__gap')].map((link) => decodeURIComponent(link.getAttribute('href') ?? ''));
		expect(links).toHaveLength(3);
		for (const link of links) expect(link).toMatch(/^\/queue\?id=(amount_short|missing_at_terminal|missing_in_ledger);/);
	});
});

describe('sealing', () => {
	test('needs the count and a name, asks once more in the page, and is final', async () => {
		const { db } = await open();
		await button(/签名封账/).click();
		await expect.element(button(/^封账/)).toBeDisabled();
		await button(/^1 ?点现金/).click();
		await count();
		await button(/签名封账/).click();
		await page.getByLabelText('交班').fill(' ');
		await expect.element(button(/^封账/)).toBeDisabled();
		await page.getByLabelText('交班').fill('李敏');
		await page.getByLabelText(/复核/).fill('周强');
		await button(/^封账/).click();
		expect(await db.dayCloses.count()).toBe(0);
		await expect.element(page.getByRole('heading', { name: /封11月20日.*Z-0001/ })).toHaveFocus();
		await button('封，盖章').click();
		await expect.element(page.getByRole('img', { name: /已封账/ })).toBeVisible();
		const close = await db.dayCloses.get(DAY);
		expect(close).toMatchObject({ z: 1, handedOverBy: '李敏', checkedBy: '周强', open: 3, awaiting: 6 });
		expect(close?.sealed.seq).toBe(1);
		expect(document.body.textContent).toContain(close?.sealed.hash.slice(0, 4));
		expect(page.getByRole('button', { name: /^封/ }).elements()).toHaveLength(0);
	});

	test('leaves the sealed figures alone and shows beside them what was logged later', async () => {
		const { db } = await open();
		await count();
		await button(/签名封账/).click();
		await button(/^封账/).click();
		await button('封，盖章').click();
		await expect.element(page.getByRole('img', { name: /已封账/ })).toBeVisible();
		const before = totals();
		const [sale] = daySales().filter(({ tender }) => tender === 'wechat');
		if (!sale) throw new Error('the day has WeChat sales');
		await db.sales.put({ ...sale, id: 'later' as typeof sale.id, number: 900, seq: 900 });
		await expect.element(page.getByRole('heading', { name: '封账后的调整' })).toBeVisible();
		expect(totals()).toEqual(before);
		expect(document.querySelector('.day__adjust')?.textContent).toContain('+¥');
	});
});

test('another day can be chosen, and a day without sales says so', async () => {
	await open();
	await page.getByRole('button', { name: '前一天' }).click();
	await expect.element(page.getByRole('button', { name: /11月19日/ })).toBeVisible();
	expect(new URLSearchParams(location.search).get('day')).toBe('2026-11-19');
	await expect.element(page.getByText('今天没有现金收入，不点也可以封账。')).toBeVisible();
	await page.getByRole('button', { name: /选一天/ }).click();
	await page.getByRole('button', { name: /11月20日.*3 件没对上/ }).click();
	await expect.element(page.getByText('抽屉里有多少')).toBeVisible();
	expect(totals().card).not.toBeUndefined();
});

test('what is printed is the report alone, on A4 or as a slip', async () => {
	await open();
	await button(/签名封账/).click();
	const printed: string[] = [];
	window.print = () => printed.push(document.querySelector('.dayprint')?.firstElementChild?.className ?? '');
	await button('打印小票').click();
	await button('打印 A4').click();
	expect(printed).toEqual(['dayprint__slip', 'dayprint__a4']);
	const report = document.querySelector('.dayprint')?.textContent ?? '';
	expect(report).toContain(SHOP.name);
	expect(report).not.toContain((CASH_MINOR / 100).toLocaleString('en', { minimumFractionDigits: 2 }));
});
