import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { LedgerScreen } from '../../../src/app/screens/ledger/ledger-screen.tsx';
import { useTill } from '../../../src/app/state/till.ts';
import { commitImport } from '../../../src/commands/receipts/commit-import.ts';
import { bill } from '../../support/builders.ts';
import type { DemoBooks } from '../../support/demo-books.ts';
import { success } from '../../support/outcomes.ts';
import { mountOnDemoDay, type OnDemoDay } from './queue-mount.tsx';

let mounted: OnDemoDay;
const open = async (address = '/ledger?day=2026-11-20', prepare?: (books: DemoBooks) => Promise<void>) => {
	mounted = await mountOnDemoDay(
		// As tall as the shell leaves it.
		<div className="main" style={{ height: '740px' }}>
			<LedgerScreen />
		</div>,
		{ address, ...(prepare && { prepare }) },
	);
	await expect.element(page.getByRole('searchbox')).toBeVisible();
	return mounted;
};
beforeEach(() => page.viewport(1280, 800));
afterEach(() => mounted.unmount());

const rows = () => [...document.querySelectorAll<HTMLElement>('.ledger__row')];
const found = async (words: string) => expect.element(page.getByRole('status')).toHaveTextContent(words);
const search = (text: string) => page.getByRole('searchbox').fill(text);
const detail = () => page.getByTestId('ledger-detail');

describe('finding a sale', () => {
	test('by its exact amount, by a range, by the end of a number, by its time, by its cashier', async () => {
		await open();
		await search('73');
		await found('找到 1 笔');
		await search('20-22');
		await found('找到 13 笔');
		await search('0570');
		await found('找到 1 笔');
		await search('18:32');
		await found('找到 1 笔');
		await search('小李');
		await found('找到 70 笔');
	});

	test('among all days, with the day it was on', async () => {
		await open('/ledger?day=2026-11-19');
		await search('168');
		await expect.element(page.getByText('没找到。')).toBeVisible();
		await page.getByRole('button', { name: '找所有日子' }).last().click();
		await found('找到 1 笔');
		await expect.element(page.getByRole('heading', { name: /11月20日/ })).toBeVisible();
	});

	test('by what has come of it', async () => {
		await open();
		await page.getByLabelText('对上没有').selectOptions('check');
		await expect
			.poll(() => rows().map((row) => row.querySelector('.ledger__standing')?.textContent))
			.toEqual(['服务商缺', '重复扣款', '服务商缺', '少收', '服务商缺', '付款方式记错']);
	});

	test('an empty day leads to the nearest one with records', async () => {
		await open('/ledger?day=2026-11-21');
		await page.getByRole('button', { name: /看 11月20日/ }).click();
		await expect.poll(() => rows().length).toBeGreaterThan(5);
		expect(new URLSearchParams(location.search).get('day')).toBe('2026-11-20');
	});
});

describe('the list', () => {
	test('draws only what is in sight, under hours with their subtotals', async () => {
		await open();
		await expect.poll(() => rows().length).toBeGreaterThan(5);
		expect(rows().length).toBeLessThan(60);
		await expect.element(page.getByRole('heading', { name: '21:00–22:00' })).toBeVisible();
	});

	test('is walked by the keyboard: arrows move, Enter opens, End goes to the first sale of the day', async () => {
		await open();
		await expect.poll(() => rows().length).toBeGreaterThan(5);
		rows()[0]?.focus();
		await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
		await expect.element(detail()).toHaveTextContent('第 138 笔');
		await userEvent.keyboard('{End}');
		await expect.poll(() => document.activeElement?.textContent).toContain('10:43:47');
	});
});

describe('a sale that was asked for by its address', () => {
	test('is shown on its own day and brought into sight in the list', async () => {
		await open('/ledger?day=2026-11-01');
		const sale = await mounted.db.sales.where('amountMinor').equals(7_300).first();
		history.pushState(null, '', `/ledger?sale=${sale?.id}`);
		await expect.element(detail()).toHaveTextContent('第 17 笔');
		await expect.poll(() => rows().some((row) => row.getAttribute('aria-current') === 'true')).toBe(true);
	});
});

describe('a sale', () => {
	const show = async (amount: string) => {
		await open();
		await search(amount);
		await expect.poll(() => rows().length).toBe(1);
		rows()[0]?.click();
		await expect.element(detail()).toBeVisible();
	};

	test('stands beside its receipt, with the reason and its four records', async () => {
		await show('86');
		await expect.element(detail()).toHaveTextContent('服务商缺');
		await expect.element(page.getByRole('list', { name: '四路记录' })).toHaveTextContent('本机有终端不用对服务商缺银行不用对');
	});

	test('charged twice shows both receipts', async () => {
		await open();
		await page.getByLabelText('对上没有').selectOptions('check');
		await page.getByRole('button', { name: /重复扣款/ }).click();
		await expect.poll(() => document.querySelectorAll('.ledger__receipt').length).toBe(2);
	});

	test('is undone by an entry of its own; the first one stays in sight', async () => {
		await show('73');
		await page.getByRole('button', { name: '撤销', exact: true }).click();
		await page.getByRole('button', { name: '撤销这一笔' }).click();
		await expect.element(page.getByRole('heading', { name: '这一笔的经过' })).toBeVisible();
		await expect.element(detail()).toHaveTextContent('小李 · 记错了');
		expect(await mounted.written()).toEqual(['sale-reversed']);
		expect(page.getByRole('button', { name: '撤销', exact: true }).elements()).toHaveLength(0);
		await expect.poll(() => rows()[0]?.className).toContain('is-undone');
	});

	test('can be added to, and its history says what and by whom', async () => {
		await show('73');
		await page.getByRole('button', { name: '补充' }).click();
		await page.getByLabelText('凭证号').fill('004540');
		await page.getByRole('button', { name: '存下' }).click();
		await expect.element(detail()).toHaveTextContent('小李 · 凭证号 004540');
		expect(await mounted.written()).toEqual(['sale-annotated']);
	});

	test('is given back on the keypad, with what is left of it', async () => {
		await show('73');
		await page.getByRole('button', { name: '退款' }).click();
		expect(location.pathname).toBe('/sell');
		expect(useTill.getState()).toMatchObject({ prefill: 7_300, next: { kind: 'refund' } });
	});

	test('opens on a page of its own on a phone, and goes back to the list', async () => {
		await page.viewport(390, 844);
		await open();
		await expect.poll(() => rows().length).toBeGreaterThan(3);
		rows()[0]?.click();
		await expect.element(detail()).toBeVisible();
		await expect.poll(() => document.activeElement?.textContent).toBe('第 140 笔');
		await page.getByRole('button', { name: '返回' }).click();
		await expect.poll(() => rows().length).toBeGreaterThan(3);
	});
});

test('what a bill says besides of a payment can be looked at beside it', async () => {
	await open('/ledger?day=2026-11-20', async ({ ports, compare }) => {
		const known = (await ports.receipts.receiptsOfDays(['2026-11-20'])).find(({ amountMinor, tender }) => amountMinor === 3_000 && tender === 'wechat');
		const told = known ? [{ ...known, notes: { 门店评价: '好吃', 桌号: 'A12' } }] : [];
		const reading = { hash: 'told', bills: [bill(told, { format: 'wechat-trade-bill', leg: 'provider', tenders: ['wechat'] })], statements: [] };
		success(await commitImport(ports, { file: { name: 'told.csv', bytes: new Uint8Array(1) }, reading }));
		await compare();
	});
	await search('10:53');
	await found('找到 1 笔');
	rows()[0]?.click();
	await expect.element(detail()).toBeVisible();
	await page.getByText('账单上另有 2 栏').click();
	await expect.element(page.getByTestId('receipt-notes')).toHaveTextContent('门店评价好吃桌号A12');
});
