import { afterEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { QueueScreen } from '../../../src/app/screens/queue/queue-screen.tsx';
import { setSourceField } from '../../../src/commands/sources/set-source-field.ts';
import type { SaleId } from '../../../src/domain/ids.ts';
import { mountOnDemoDay, type OnDemoDay } from './queue-mount.tsx';

let mounted: OnDemoDay | null = null;
async function open(options: Parameters<typeof mountOnDemoDay>[1] = {}) {
	await page.viewport(1280, 800);
	mounted = await mountOnDemoDay(<QueueScreen />, options);
	return mounted;
}
afterEach(async () => {
	await mounted?.unmount();
	mounted = null;
});

/** Comparing takes its time on a busy machine; what is waited for is a state, never a moment. */
const eventually = <T,>(read: () => T) => expect.poll(read, { timeout: 10_000 });
const items = () =>
	[...document.querySelectorAll<HTMLElement>('.queue-side [data-testid="queue-item"]')].map(({ dataset }) => `${dataset.kind} ${dataset.minor}`);
const key = (name: string) => page.getByRole('button', { name }).first();
const headline = () => document.querySelector('.queue-card h2')?.textContent;
async function choose(kind: string) {
	await expect.element(page.getByTestId('queue-item').first()).toBeVisible();
	document.querySelector<HTMLElement>(`.queue-side [data-kind="${kind}"]`)?.click();
}
/** The item on the screen is read and its keys work. */
const ready = () => eventually(() => document.querySelector('.queue-card')?.getAttribute('aria-busy')).toBe('false');
const undo = () => page.getByRole('button', { name: '撤销', exact: true });

describe('the queue', () => {
	test('shows every planted gap with its kind and money, and the most urgent one in words', async () => {
		await open();
		await eventually(items).toHaveLength(7);
		expect(items()[0]).toBe('missing_at_provider 8600');
		await eventually(headline).toBe('本机记了这一笔，服务商没有');
		await expect.element(page.getByText('账单已覆盖到 11月20日 23:00')).toBeVisible();
		await expect.element(page.getByText('先查末笔和服务商 App；确实没有，顾客在场再补收')).toBeVisible();
	});

	test('a fee that is not what the contract says stands beside it with its rule, before any bank statement', async () => {
		await open({
			prepare: async ({ ports, compare }) => {
				// One yuan a payment: the bill has 53, and charged 11.84 for them.
				const rates = [{ tender: null, millionths: 0, fixedMinor: 100, capMinor: null }];
				await setSourceField(ports, { profile: 'wechat', field: 'fees', value: { rates, rounding: 'half_up' }, from: '1970-01-01' });
				await compare();
			},
		});
		await choose('fee_mismatch');
		await eventually(headline).toBe('手续费差 ¥41.16');
		const card = () => document.querySelector('.queue-card')?.textContent ?? '';
		await eventually(card).toContain('合同 · 应收手续费¥53.00全部 0%，每笔加 ¥1.00取整：四舍五入');
		expect(card()).toContain('服务商 · 实收手续费¥11.84');
		expect(card()).toContain('53 笔，收款 ¥1,966.00');
	});

	test('entering makes the missing sale from the receipt, at its time, and goes on to the next item', async () => {
		const { db, written } = await open();
		await choose('missing_in_ledger');
		await eventually(headline).toBe('终端收了这一笔，本机没有记');
		await key('补录').click();
		await eventually(items).toHaveLength(6);
		expect(await written()).toEqual(['sale-recorded', 'match-confirmed', 'discrepancy-entered']);
		const entered = (await db.sales.toArray()).filter((sale) => sale.enteredLater);
		expect(entered).toMatchObject([{ amountMinor: 3_700, tender: 'alipay', day: '2026-11-20' }]);
		await eventually(() => document.activeElement?.tagName).toBe('H2');
		await expect.element(page.getByRole('status').filter({ hasText: '刚才 ¥37.00 已补录' })).toBeInTheDocument();
	});

	test('undo takes the decision and what it made back, and shows the item again with the focus on it', async () => {
		const { db } = await open();
		await choose('missing_in_ledger');
		await eventually(headline).toBe('终端收了这一笔，本机没有记');
		await key('补录').click();
		await eventually(items).toHaveLength(6);
		await undo().click();
		await eventually(items).toHaveLength(7);
		await eventually(headline).toBe('终端收了这一笔，本机没有记');
		await eventually(() => document.activeElement?.tagName).toBe('H2');
		expect((await db.sales.toArray()).filter((sale) => sale.enteredLater && sale.reversedBy === null)).toEqual([]);
	});

	test('works by keyboard alone: H puts off, a number decides, and typing in a field decides nothing', async () => {
		const { written } = await open();
		await eventually(headline).toBe('本机记了这一笔，服务商没有');
		await ready();
		await userEvent.keyboard('h');
		await eventually(items).toHaveLength(6);
		await ready();
		await userEvent.keyboard('2');
		await eventually(items).toHaveLength(5);
		expect(await written()).toEqual(['discrepancy-snoozed', 'discrepancy-entered']);
		await choose('amount_short');
		await eventually(headline).toBe('两边都有，终端少收 ¥50.00');
		await ready();
		await userEvent.keyboard('1');
		await expect.element(page.getByRole('dialog', { name: '说明原因' })).toBeVisible();
		await page.getByLabelText('补一句（可不填）').fill('h2');
		await userEvent.keyboard('h');
		expect(await written()).toHaveLength(2);
	});

	test('never collects again before the result was queried and the customer is there', async () => {
		const { db, written } = await open();
		await eventually(headline).toBe('本机记了这一笔，服务商没有');
		await key('补收款…').click();
		const done = page.getByRole('button', { name: '已补收 ¥86.00' });
		await expect.element(done).toBeDisabled();
		await page.getByText('查到了，钱已经收到').click();
		await expect.element(done).toBeDisabled();
		await page.getByText('终端查了末笔').click();
		await expect.element(done).toBeDisabled();
		await page.getByLabelText('顾客在场，同意再付').click();
		await done.click();
		await eventually(items).toHaveLength(6);
		expect(await written()).toEqual(['sale-recorded', 'sale-annotated', 'discrepancy-collected']);
		const [collected] = (await db.decisions.where('kind').equals('discrepancy-collected').toArray()).map(
			(row) => row.body as { queried: string; unpaid: { sale: SaleId } },
		);
		expect(collected?.queried).toBe('last_transaction');
		expect((await db.sales.get(collected?.unpaid.sale ?? ''))?.state).toBe('failed');
	});

	test('makes a wrong tender right in one tap; the gap goes away by itself, and undo brings it back', async () => {
		const { db } = await open();
		await choose('tender_mismatch');
		await eventually(headline).toBe('金额对得上，记的是微信，收的是支付宝');
		await key('改成支付宝').click();
		await eventually(items).toHaveLength(6);
		expect(await db.sales.where('amountMinor').equals(7_300).toArray()).toMatchObject([{ tender: 'alipay' }]);
		await undo().click();
		await eventually(items).toHaveLength(7);
	});

	test('escalating opens a case with the note and offers to look at it', async () => {
		const { db } = await open();
		await eventually(headline).toBe('本机记了这一笔，服务商没有');
		await key('上报…').click();
		await page.getByLabelText('要说明的情况').fill('小票在');
		await page.getByRole('button', { name: '开案件' }).click();
		await eventually(items).toHaveLength(6);
		const [opened] = await db.cases.toArray();
		expect(opened).toMatchObject({ state: 'detected', party: 'provider', atRiskMinor: 8_600 });
		await expect.element(page.getByRole('link', { name: '看案件' })).toHaveAttribute('href', `/cases/${opened?.id}`);
	});

	test('picks the other half from what is nearby, with the differences spelled out', async () => {
		const { written } = await open({
			prepare: async ({ db, ports, compare }) => {
				const { rejectMatch } = await import('../../../src/commands/matching/reject-match.ts');
				const match = (await db.dayOutcomes.get('2026-11-20'))?.matches.find((one) => one.differenceMinor === 0);
				if (match) await rejectMatch(ports, match);
				await compare();
			},
		});
		await eventually(items).toHaveLength(9);
		document.querySelector<HTMLElement>('.queue-side [data-minor="3000"]')?.click();
		await eventually(() => document.querySelector('.queue-card .half--ours .amt')?.textContent).toBe('¥30.00');
		await key('是同一笔…').click();
		await expect.element(page.getByText('差异 金额相同').first()).toBeVisible();
		await page.getByRole('button', { name: '选它' }).first().click();
		await expect.element(page.getByText('正好', { exact: true })).toBeVisible();
		await page.getByRole('dialog').getByRole('button', { name: '是同一笔' }).click();
		await eventually(async () => (await written()).at(-1)).toBe('match-confirmed');
	});

	test('a late receipt takes the item away by itself and says so', async () => {
		const { bringLateBill } = await open();
		await eventually(items).toHaveLength(7);
		document.querySelector<HTMLElement>('.queue-side [data-minor="5200"]')?.click();
		await eventually(() => document.querySelector('.queue-card .half--ours .amt')?.textContent).toBe('¥52.00');
		await bringLateBill();
		await eventually(items).toHaveLength(6);
		await expect.element(page.getByText('这一件刚刚自己对上了。')).toBeInTheDocument();
	});

	test('opens the item that another screen asks for', async () => {
		await open({ address: `/queue?id=none` });
		await eventually(headline).toBe('本机记了这一笔，服务商没有');
		const id = document.querySelector<HTMLElement>('.queue-side [data-kind="amount_short"]')?.dataset.id ?? '';
		await mounted?.unmount();
		await open({ address: `/queue?id=${encodeURIComponent(id)}` });
		await eventually(() => document.querySelectorAll('.queue-side [aria-current="true"]').length).toBe(1);
	});
});

describe('the other tabs', () => {
	test('the re-entry list is ticked with who and when, and unticked again', async () => {
		await open();
		await page.getByRole('tab', { name: /补录清单/ }).click();
		await expect.element(page.getByText('还有 3 笔，¥202.00')).toBeVisible();
		await page.getByRole('button', { name: '已补录' }).first().click();
		await expect.element(page.getByText('还有 2 笔，¥138.00')).toBeVisible();
		await expect.element(page.getByText('小李 · 11月21日 16:30')).toBeVisible();
		await undo().click();
		await expect.element(page.getByText('还有 3 笔，¥202.00')).toBeVisible();
	});

	test('what was decided can be undone one by one', async () => {
		await open();
		await eventually(items).toHaveLength(7);
		await ready();
		await userEvent.keyboard('2');
		await eventually(items).toHaveLength(6);
		await page.getByRole('tab', { name: /处理过/ }).click();
		await undo().click();
		await expect.element(page.getByText('还没有处理过的。')).toBeVisible();
		await page.getByRole('tab', { name: /待处理/ }).click();
		await eventually(items).toHaveLength(7);
	});
});

describe('an empty queue', () => {
	test('claims nothing where there is no bill', async () => {
		await open({ bills: false });
		const zero = page.getByTestId('queue-empty');
		await expect.element(zero.getByRole('heading', { name: '还没有账单，没什么可对的' })).toBeVisible();
		await expect.element(zero.getByRole('link', { name: '导入账单' })).toBeVisible();
	});

	test('does not say that all is matched while something was put off', async () => {
		await open();
		await eventually(items).toHaveLength(7);
		for (let left = 6; left >= 0; left--) {
			await ready();
			await userEvent.keyboard('h');
			await eventually(items).toHaveLength(left);
		}
		const zero = page.getByTestId('queue-empty');
		await expect.element(zero.getByRole('heading', { name: '到 11月20日 23:00 都看过了' })).toBeVisible();
		await expect.element(zero.getByText('7 件放到了稍后。')).toBeVisible();
	});
});
