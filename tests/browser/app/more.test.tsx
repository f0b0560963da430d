import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { MoreScreen } from '../../../src/app/screens/more/more-screen.tsx';
import { SetupScreen } from '../../../src/app/screens/setup/setup-screen.tsx';
import { usePreferences } from '../../../src/app/state/preferences.ts';
import { mountOnDemoDay, type OnDemoDay } from './queue-mount.tsx';

let mounted: OnDemoDay;
beforeEach(() => page.viewport(1280, 800));
afterEach(() => mounted.unmount());
const open = async (address = '/more') => {
	mounted = await mountOnDemoDay(<MoreScreen />, { address });
	await expect.element(page.getByRole('navigation', { name: '设置' })).toBeVisible();
	return mounted;
};
const shop = async () => (await mounted.db.meta.get('shop')) as unknown as { readonly shop: Record<string, unknown> };

describe('health', () => {
	test('comes first and says what has no copy', async () => {
		await open();
		await expect.element(page.getByText('还没有备份')).toBeVisible();
		await expect.element(page.getByText('144 条还没备份')).toBeVisible();
		await expect.element(page.getByText('还没查过链条')).toBeVisible();
	});

	test('checks the chain when asked', async () => {
		await open();
		await page.getByRole('button', { name: '查一遍' }).click();
		await expect.element(page.getByTestId('ledger-whole')).toHaveTextContent('144 条记录，一条不少，链条完整');
	});

	test('names the entry that was altered, and never calls a broken chain whole', async () => {
		const { db } = await open();
		const entry = await db.entries.filter(({ kind, seq }) => kind === 'sale-recorded' && seq > 20).first();
		if (entry?.kind === 'sale-recorded') await db.entries.put({ ...entry, body: { ...entry.body, amountMinor: entry.body.amountMinor + 100 } });
		await page.getByRole('button', { name: '查一遍' }).click();
		await expect.element(page.getByRole('alert')).toHaveTextContent(`序号 ${entry?.seq} 被改过`);
		await expect.element(page.getByRole('alert')).toHaveTextContent('先导出一份');
		expect(page.getByTestId('ledger-whole').elements()).toHaveLength(0);
	});
});

describe('settings', () => {
	test('of the shop are recorded together, when saved', async () => {
		await open('/more?section=shop');
		await page.getByLabelText('店名').fill('老王面馆二店');
		await page.getByLabelText('终端号 2').fill('01086699');
		expect(await mounted.written()).toEqual([]);
		await page.getByRole('button', { name: '存下' }).click();
		await expect.element(page.getByText('已存下')).toBeVisible();
		expect(await mounted.written()).toEqual(['shop-configured']);
		expect((await shop()).shop).toMatchObject({ name: '老王面馆二店', terminals: [{ id: '01086601' }, { id: '01086699' }] });
	});

	test('that days are judged by say what follows, and have the days compared again once saved', async () => {
		const { db } = await open('/more?section=shop');
		const judged = await db.dayOutcomes.get('2026-11-20');
		await page.getByLabelText('营业日从几点起').selectOptions('06:00');
		await expect.element(page.getByText('封过账的日子数字也不变')).toBeVisible();
		await expect.element(page.getByText('算在哪一天不变')).toBeVisible();
		await page.getByLabelText('营业日从几点起').selectOptions('04:00');
		await expect.poll(() => page.getByText('算在哪一天不变').elements()).toHaveLength(0);
		await page.getByRole('radio', { name: /餐桌/ }).click();
		await expect.element(page.getByText('封过账的日子数字也不变')).toBeVisible();
		await page.getByRole('button', { name: '存下' }).click();
		await expect.element(page.getByText('已存下')).toBeVisible();
		expect((await shop()).shop).toMatchObject({ kind: 'restaurant', cutoverMinutes: 240 });
		await expect.poll(() => db.dirtyDays.count(), { timeout: 20_000 }).toBe(0);
		expect((await db.dayOutcomes.get('2026-11-20'))?.matches.length).toBe(judged?.matches.length);
	});

	test('that cannot be are refused in words, and nothing changes', async () => {
		await open('/more?section=shop');
		await page.getByLabelText('币种').fill('元');
		await page.getByRole('button', { name: '存下' }).click();
		await expect.element(page.getByRole('alert')).toHaveTextContent('有一项设置填得不对');
		expect(await mounted.written()).toEqual([]);
	});

	test('of the tenders change their order and which have a key', async () => {
		await open('/more?section=keys');
		await page.getByRole('button', { name: '微信 往前' }).click();
		await expect.poll(async () => (await shop()).shop.tenders).toEqual(['wechat', 'card', 'alipay', 'unionpay_qr', 'cash']);
		await page.getByRole('switch', { name: '显示 银联码' }).click();
		await expect.poll(async () => (await shop()).shop.tenders).toEqual(['wechat', 'card', 'alipay', 'cash']);
	});

	test('of the look stay on this device and out of the log', async () => {
		await open('/more?section=look');
		await page.getByRole('radio', { name: '深色' }).click();
		expect(usePreferences.getState().theme).toBe('dark');
		expect(await mounted.written()).toEqual([]);
		usePreferences.getState().set({ theme: 'system' });
	});

	test('are pages of their own on a phone', async () => {
		await page.viewport(390, 844);
		await open();
		await page.getByRole('link', { name: /收银员/ }).click();
		await expect.element(page.getByRole('heading', { name: '收银员' })).toBeVisible();
		await page.getByRole('link', { name: '返回更多' }).click();
		await expect.element(page.getByRole('navigation', { name: '设置' })).toBeVisible();
	});
});

describe('the first start', () => {
	const setUp = async () => {
		mounted = await mountOnDemoDay(<SetupScreen />, { bills: false, address: '/sell' });
		await expect.element(page.getByTestId('setup-finish')).toBeVisible();
	};

	test('can be ended at once with what stands there', async () => {
		await setUp();
		await page.getByTestId('setup-finish').click();
		await expect.poll(() => mounted.written()).toEqual(['shop-configured']);
		expect((await shop()).shop).toMatchObject({ terminals: [{ id: '1', name: '1号机' }], tenders: ['card', 'wechat', 'alipay', 'unionpay_qr', 'cash'] });
	});

	test('asks three questions and records the answers', async () => {
		await setUp();
		await page.getByLabelText('店名').fill('小面馆');
		await page.getByRole('button', { name: '加一台' }).click();
		await page.getByLabelText('第 2 台终端的名字').fill('外卖窗');
		await page.getByRole('button', { name: '银行卡' }).click();
		await page.getByTestId('setup-finish').click();
		await expect.poll(async () => (await shop()).shop.name).toBe('小面馆');
		expect((await shop()).shop).toMatchObject({ terminals: [{ name: '1号机' }, { name: '外卖窗' }], tenders: ['wechat', 'alipay', 'unionpay_qr', 'cash'] });
	});
});
