import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { ReviewScreen } from '../../../src/app/screens/review/review-screen.tsx';
import { DAY, storeDay } from '../../support/noodle-day.ts';
import { type Mounted, mountScreen } from './day-mount.tsx';

let mounted: Mounted;
beforeEach(async () => {
	history.replaceState(null, '', `/review?day=${DAY}`);
	mounted = await mountScreen(<ReviewScreen />, { fill: storeDay });
	await expect.element(page.getByRole('heading', { name: '没对上的 3 件' })).toBeVisible();
});
afterEach(() => mounted.unmount());

describe("the owner's day", () => {
	test('says what is missing in one sentence and how far the bills reach', async () => {
		expect(document.querySelector('.review__say')?.textContent).toBe('差 3 件，可能少收 ¥21.50');
		expect(document.querySelector('.review__hero')?.textContent).toContain('截至账单 今天 22:30 · 银联码还没有账单');
	});

	test('has one total a tender for scripts, as the day close has', () => {
		const rows = [...document.querySelectorAll<HTMLElement>('[data-testid="day-total"]')].map(({ dataset }) => dataset);
		expect(rows.map(({ tender }) => tender).sort()).toEqual(['alipay', 'card', 'cash', 'unionpay_qr', 'wechat']);
		expect(rows.find(({ tender }) => tender === 'card')?.difference).toBe('-2150');
		expect(rows.find(({ tender }) => tender === 'unionpay_qr')).toMatchObject({ receipts: '', difference: '' });
	});

	test('tells the picture of the hours in words and in numbers', async () => {
		await expect.element(page.getByRole('img', { name: /每小时笔数，最忙 12 点 57 笔；17、19 点有差异/ })).toBeVisible();
		await page.getByText('看数字').first().click();
		const cells = page.getByRole('table', { name: '每小时' }).getByRole('row', { name: /^12:00/ });
		await expect.element(cells).toHaveTextContent(/57/);
	});

	test('leads from a gap to its work and from a terminal to its rows', () => {
		const links = [...document.querySelectorAll<HTMLAnchorElement>('.review a')].map((link) => link.getAttribute('href') ?? '');
		expect(links.filter((link) => link.startsWith('/queue?id='))).toHaveLength(4);
		expect(links.filter((link) => link.startsWith('/ledger?sale='))).toHaveLength(1);
		expect(links.filter((link) => link === `/ledger?day=${DAY}`).length).toBeGreaterThan(0);
	});

	test('lets the most urgent one wait a day with one tap, on record', async () => {
		const first = (await mounted.db.discrepancies.toArray()).find(({ kind }) => kind === 'missing_at_terminal');
		await page.getByRole('button', { name: '再等一天' }).click();
		await expect.poll(() => mounted.db.entries.toArray()).toHaveLength(1);
		const [entry] = await mounted.db.entries.toArray();
		expect(entry).toMatchObject({ kind: 'discrepancy-snoozed', body: { discrepancy: first?.id } });
		await expect.element(page.getByRole('heading', { name: /再等补传|这笔钱是谁的|怎么处理/ })).toHaveFocus();
		await expect.element(page.getByText(/终端缺 ¥16.50 · 明天 22:40再看/)).toBeVisible();
	});

	test('compares no cashier on too few cases', async () => {
		await expect.element(page.getByText('件数太少，不作比较')).toBeVisible();
		await expect.element(page.getByText('周强')).toBeVisible();
	});
});
