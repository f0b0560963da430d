import { afterEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ImportScreen } from '../../../src/app/screens/import/import-screen.tsx';
import { startOver } from '../../../src/app/screens/import/session/read-files.ts';
import { mountOnDemoDay, type OnDemoDay } from './queue-mount.tsx';

let mounted: OnDemoDay | null = null;
async function open(options: { readonly language?: 'en' } = {}) {
	mounted = await mountOnDemoDay(<ImportScreen />, { bills: false, address: '/import', ...options });
	await expect.element(page.getByTestId('import-file')).toBeInTheDocument();
	return mounted;
}
afterEach(async () => {
	startOver();
	await mounted?.unmount();
	mounted = null;
});

const choose = (name: string, text: string) => userEvent.upload(page.getByTestId('import-file'), [new File([text], name)]);
const field = (name: string) => document.querySelector<HTMLSelectElement>(`[data-testid="mapping-step"] [data-field="${name}"]`);
const options = (name: string) => [...(field(name)?.options ?? [])].map(({ text }) => text);
const data = () => ({ ...(document.querySelector<HTMLElement>('[data-testid="import-summary"]')?.dataset ?? {}) });

/** A day, a text and an amount: what a bank's statement has, too. */
const COMMON = (day: string) => `日期,摘要,金额\n${day},午餐,38.00\n${day},晚餐,52.50\n`;
const NAMELESS = '2026-11-20 10:15:00;微信;T1001;12.50;张小明\n2026-11-20 11:02:33;微信;T1002;8.00;李建国\n2026-11-20 11:20:05;现金;T1003;31.00;王丽华\n';

describe('a table that was taken for a bank statement', () => {
	test('can be explained as a list of payments with days alone, which is said, and is not taken for one again', async () => {
		const { written } = await open();
		await choose('小店_20261120.csv', COMMON('2026-11-20'));
		await page.getByRole('button', { name: '这不是银行流水：说说每一列' }).click();
		await expect.element(page.getByTestId('mapping-name')).toHaveValue('小店');
		await page.getByTestId('mapping-go').click();
		await expect.element(page.getByRole('alert').getByText('没有时刻就选“只有日期”', { exact: false })).toBeVisible();
		expect(await written()).toEqual([]);

		await page.getByText('只有日期', { exact: true }).click();
		await expect.element(page.getByTestId('mapping-time-of-day')).toHaveValue('12:00');
		await expect.element(page.getByText('这张表没有时刻', { exact: false })).toBeVisible();
		await expect.element(page.getByTestId('mapping-result')).toHaveAttribute('data-count', '2');
		await page.getByTestId('mapping-go').click();
		await expect.element(page.getByTestId('import-summary')).toBeVisible();
		expect(data()).toMatchObject({ format: 'mapped:小店', new: '2' });
		await expect.element(page.getByText('文件里没有时刻', { exact: false }).first()).toBeVisible();
		await page.getByTestId('import-commit').click();
		await expect.element(page.getByTestId('import-withdraw').first()).toBeVisible();
		expect(await written()).toEqual(['bill-mapping-saved', 'receipts-imported']);

		startOver();
		await choose('明天.csv', COMMON('2026-11-21'));
		await expect.element(page.getByTestId('import-summary')).toBeVisible();
		expect(data()).toMatchObject({ format: 'mapped:小店', new: '2' });
	});

	test('a saved time of day stays with the mapping when its columns are looked at again', async () => {
		await open({ language: 'en' });
		await choose('shop.csv', COMMON('2026-11-20'));
		await page.getByRole('button', { name: 'This is no bank statement: explain the table' }).click();
		await page.getByText('Date only', { exact: true }).click();
		await userEvent.fill(page.getByTestId('mapping-time-of-day'), '18:30');
		await page.getByTestId('mapping-go').click();
		await page.getByTestId('mapping-change').click();
		await expect.element(page.getByTestId('mapping-time-of-day')).toHaveValue('18:30');
		await page.getByText('In two columns', { exact: true }).click();
		expect(page.getByTestId('mapping-time-of-day').query()).toBeNull();
		await expect.element(page.getByText('Choose the columns for time and amount', { exact: false })).toBeVisible();
	});
});

describe('a table without column names', () => {
	test('offers its columns by their places, with a cell of each', async () => {
		await open();
		await choose('till.txt', NAMELESS);
		await expect.element(page.getByRole('heading', { name: '每一列是什么？' })).toHaveFocus();
		expect(options('amount').slice(1, 5)).toEqual(['第1列 · 2026-11-20 10:15:00', '第2列 · 微信', '第3列 · T1001', '第4列 · 12.50']);
		expect([field('dateTime')?.value, field('amount')?.value]).toEqual(['#1', '#4']);
		expect([...document.querySelectorAll('.mapping__sample th .id')].map((node) => node.textContent)).toEqual(['第1列', '第2列', '第3列', '第4列', '第5列']);
		await expect.element(page.getByTestId('mapping-result')).toHaveAttribute('data-count', '3');
		await page.getByTestId('mapping-name').fill('收银机');
		await page.getByTestId('mapping-go').click();
		await expect.element(page.getByTestId('import-summary')).toBeVisible();
		expect(data()).toMatchObject({ format: 'mapped:收银机', new: '3' });
		await choose('next.txt', NAMELESS.replaceAll('2026-11-20', '2026-11-21'));
		await expect.element(page.getByText('next.txt', { exact: true })).toBeVisible();
		await expect.element(page.getByTestId('import-summary')).toBeVisible();
		expect(data()).toMatchObject({ format: 'mapped:收银机', new: '3' });
	});
});
