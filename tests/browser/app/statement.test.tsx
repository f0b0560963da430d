import { afterEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ImportScreen } from '../../../src/app/screens/import/import-screen.tsx';
import { startOver } from '../../../src/app/screens/import/session/read-files.ts';
import { mountOnDemoDay, type OnDemoDay } from './queue-mount.tsx';

const THURSDAY = Date.parse('2026-11-26T16:30:00+08:00');
const HEAD = '记账日期,借方发生额（支取）,贷方发生额（收入）,币种,对方户名,摘要,账户明细编号-交易流水号';
/** The demo day's payouts were due on Monday the 23rd: WeChat is short, ChinaUMS came, Alipay did not. */
const STATEMENT = [
	HEAD,
	'2026-11-20,,12.00,CNY,王芳,转账,1-1',
	'2026-11-23,,1900.00,CNY,财付通支付科技有限公司,商户结算款,1-2',
	'2026-11-23,,1043.71,CNY,银联商务股份有限公司,清算款,1-3',
	'2026-11-25,500.00,,CNY,房东,房租,1-4',
].join('\n');

let mounted: OnDemoDay | null = null;
afterEach(async () => {
	startOver();
	await mounted?.unmount();
	mounted = null;
});

async function open() {
	await page.viewport(1280, 800);
	// The shell gives the screen its height.
	const shell = (
		<div style={{ display: 'flex', flexDirection: 'column', height: '100dvh' }}>
			<ImportScreen />
		</div>
	);
	mounted = await mountOnDemoDay(shell, { address: '/import', now: THURSDAY });
	await expect.element(page.getByTestId('import-file')).toBeInTheDocument();
	return mounted;
}
const choose = (...files: readonly File[]) => userEvent.upload(page.getByTestId('import-file'), [...files]);
const file = (text: string, name = '流水.csv') => new File([text], name);
const data = () => ({ ...(document.querySelector<HTMLElement>('[data-testid="statement-summary"]')?.dataset ?? {}) });
const eventually = <T,>(read: () => T) => expect.poll(read, { timeout: 10_000 });
const lines = () => [...document.querySelectorAll<HTMLElement>('.statement__line')].map(({ textContent }) => (textContent ?? '').replace(/\s/g, ' '));
const commit = () => page.getByTestId('import-commit').click();
const gaps = async () =>
	((await mounted?.db.discrepancies.toArray()) ?? []).filter(({ payout, state }) => payout !== undefined && state === 'open').map(({ kind }) => kind);

describe('a bank statement', () => {
	test('is looked at before anything is stored, with the payouts that it pays', async () => {
		const { written } = await open();
		await choose(file(STATEMENT));
		await eventually(data).toMatchObject({ format: 'bank-csv', new: '4', known: '0', problems: '0' });
		await eventually(() => lines()[1]).toContain('对上 微信支付（财付通） · 11月20日周五，少 ¥26.33');
		expect(lines()[2]).toContain('对上 银联商务 · 11月20日周五');
		await expect.element(page.getByText('对上 1 批，金额不符 1 批，仍缺 1 批')).toBeVisible();
		await page.getByRole('button', { name: '只看到账 2' }).click();
		await eventually(() => lines().length).toBe(2);
		expect(await written()).toEqual([]);
	});

	test('is taken in, shows what it found, and goes again without a trace', async () => {
		const { written } = await open();
		await choose(file(STATEMENT));
		await commit();
		await eventually(gaps).toEqual(['missing_at_bank', 'payout_short']);
		await expect.element(page.getByText('银行缺 ¥1,219.62、到账少 ¥26.33', { exact: false })).toBeVisible();
		await page.getByTestId('import-withdraw').click();
		await eventually(gaps).toEqual([]);
		expect(await written()).toEqual(['receipts-imported', 'import-withdrawn']);
	});

	test('that overlaps another brings only its new lines', async () => {
		await open();
		await choose(file(STATEMENT));
		await commit();
		await eventually(gaps).toHaveLength(2);
		await page.getByRole('button', { name: '再导一份' }).click();
		await choose(file([STATEMENT, '2026-11-26,,1219.62,CNY,支付宝（中国）网络技术有限公司,提现,1-5'].join('\n'), '流水2.csv'));
		await eventually(data).toMatchObject({ new: '1', known: '4' });
		await commit();
		await eventually(gaps).toEqual(['payout_short']);
	});

	test('may come together with bills, each looked at by itself', async () => {
		await open();
		const bill = new File([await (await fetch('/practice/wechat-trade-bill.csv')).arrayBuffer()], 'wechat-trade-bill.csv');
		await choose(bill, file(STATEMENT));
		await expect.element(page.getByTestId('import-summary')).toBeVisible();
		await page.getByRole('button', { name: /流水.csv/ }).click();
		await eventually(data).toMatchObject({ format: 'bank-csv', new: '4' });
	});
});
