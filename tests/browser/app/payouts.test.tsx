import { afterEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { QueueScreen } from '../../../src/app/screens/queue/queue-screen.tsx';
import { ReviewScreen } from '../../../src/app/screens/review/review-screen.tsx';
import { commitImport } from '../../../src/commands/receipts/commit-import.ts';
import type { BankLine } from '../../../src/domain/receipts/statement.ts';
import type { DemoBooks } from '../../support/demo-books.ts';
import { success } from '../../support/outcomes.ts';
import { credit } from '../../support/settlement-rows.ts';
import { statement } from '../../support/statements.ts';
import { mountOnDemoDay, type OnDemoDay } from './queue-mount.tsx';

/** The demo day was a Friday, so that its payouts are due on Monday the 23rd; it is Thursday now. */
const THURSDAY = Date.parse('2026-11-26T16:30:00+08:00');
const MONDAY = '2026-11-23';
/** WeChat is 26.33 short, ChinaUMS came, Alipay did not. */
const LINES = [
	credit(MONDAY, '1900.00', { text: '商户结算款 11月20日' }),
	credit(MONDAY, '1043.71', { counterparty: '银联商务股份有限公司' }),
	credit('2026-11-24', '88.00', { counterparty: '王芳', text: '转账' }),
];

let mounted: OnDemoDay | null = null;
afterEach(async () => {
	await mounted?.unmount();
	mounted = null;
});

const bring =
	(name: string, lines: readonly BankLine[]) =>
	async ({ ports, compare }: DemoBooks) => {
		const reading = { hash: `hash of ${name}`, bills: [], statements: [statement(lines, ['2026-11-16', '2026-11-25'])] };
		success(await commitImport(ports, { file: { name, bytes: new TextEncoder().encode(name) }, reading }));
		await compare();
	};

async function open(screen: 'review' | 'queue', lines: readonly BankLine[] | null, options: Parameters<typeof mountOnDemoDay>[1] = {}) {
	await page.viewport(1280, 800);
	const address = screen === 'review' ? '/review?payouts' : '/queue';
	const prepare = lines === null ? {} : { prepare: bring('bank.csv', lines) };
	mounted = await mountOnDemoDay(screen === 'review' ? <ReviewScreen /> : <QueueScreen />, { address, now: THURSDAY, ...prepare, ...options });
	return mounted;
}

const eventually = <T,>(read: () => T) => expect.poll(read, { timeout: 10_000 });
const rows = () =>
	[...document.querySelectorAll<HTMLElement>('.payouts__item')].map(
		({ dataset, textContent }) => `${dataset.state} ${textContent?.replace(/\s/g, ' ').slice(0, 4)}`,
	);
const gaps = () =>
	[...document.querySelectorAll<HTMLElement>('.queue-side [data-testid="queue-item"]')]
		.map(({ dataset }) => `${dataset.kind} ${dataset.minor}`)
		.filter((gap) => /bank|payout/.test(gap));

describe('the payouts of the demo day', () => {
	test('stand with what should come and what came, and open their bridge', async () => {
		await open('review', LINES);
		await eventually(rows).toEqual(['missing 支付宝 ', 'received 银联商务', 'short 微信支付']);
		await page.getByRole('button', { name: /微信支付（财付通）/ }).click();
		const detail = () => document.querySelector('.payouts__detail')?.textContent ?? '';
		// 1966.00 taken, 28.00 given back, 11.67 of fees.
		await eventually(detail).toContain('收款¥1,966.00退款−¥28.00手续费−¥11.67应到账¥1,926.33');
		expect(detail()).toContain('相差 ¥26.33');
		expect(detail()).toContain('财付通支付科技有限公司');
		expect(document.querySelector<HTMLAnchorElement>('.payouts__detail a')?.getAttribute('href')).toContain('payout_short');
	});

	test('are what to expect before the first statement, without a gap', async () => {
		await open('review', null, { language: 'en' });
		await eventually(() => rows().length).toBe(3);
		expect(rows().every((row) => row.startsWith('not_covered'))).toBe(true);
		await expect.element(page.getByText('No bank statement was imported yet', { exact: false })).toBeVisible();
		expect(mounted && (await mounted.db.discrepancies.toArray()).filter(({ payout }) => payout !== undefined)).toEqual([]);
	});

	test('can be looked at by what differs', async () => {
		await open('review', LINES);
		await eventually(() => rows().length).toBe(3);
		await page.getByRole('button', { name: '有差异' }).click();
		await eventually(() => rows().length).toBe(2);
		await page.getByRole('button', { name: '等着' }).click();
		await expect.element(page.getByText('这里没有')).toBeVisible();
	});
});

describe('a payout in the queue', () => {
	test('shows the bridge beside what the bank has, and is explained like any gap', async () => {
		const { written } = await open('queue', LINES);
		await eventually(gaps).toEqual(['missing_at_bank 121962', 'payout_short 2633']);
		document.querySelector<HTMLElement>('.queue-side [data-kind="missing_at_bank"]')?.click();
		await eventually(() => document.querySelector('.queue-card h2')?.textContent).toBe('服务商结了，银行没有到账');
		await eventually(() => document.querySelector('.queue-card .payout-bridge')?.textContent).toBe('收款¥1,227.00手续费−¥7.38应到账¥1,219.62');
		await expect.element(page.getByText('银行还没有这笔')).toBeVisible();
		await expect.element(page.getByText('节假日或银行延迟')).toBeVisible();
		await page.getByRole('button', { name: /说明/ }).first().click();
		await page.getByText('知道会晚到').click();
		await page.getByRole('dialog', { name: '说明原因' }).getByRole('button', { name: '就这样说明' }).click();
		await eventually(() => written()).toEqual(['discrepancy-explained']);
	});

	test('clears itself when a later statement has it', async () => {
		const { db, ports } = await open('queue', LINES);
		await eventually(gaps).toEqual(['missing_at_bank 121962', 'payout_short 2633']);
		const books = { db, ports, compare: mounted?.compare ?? (async () => undefined), bringLateBill: async () => undefined };
		await bring('late.csv', [credit('2026-11-25', '1219.62', { counterparty: '支付宝（中国）网络技术有限公司' })])(books);
		await eventually(gaps).toEqual(['payout_short 2633']);
	});
});
