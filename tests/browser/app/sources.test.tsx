import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { MoreScreen } from '../../../src/app/screens/more/more-screen.tsx';
import { QueueScreen } from '../../../src/app/screens/queue/queue-screen.tsx';
import { setSourceField } from '../../../src/commands/sources/set-source-field.ts';
import { mountOnDemoDay, type OnDemoDay } from './queue-mount.tsx';

let mounted: OnDemoDay;
beforeEach(() => page.viewport(1280, 800));
afterEach(() => mounted.unmount());
const open = async (address: string, language: 'zh-CN' | 'en' = 'zh-CN') => {
	mounted = await mountOnDemoDay(<MoreScreen />, { address, language });
	return mounted;
};
const field = (name: string) => page.getByTestId('source-field').and(page.getByRole('listitem')).filter({ hasText: name });
const missing = async () => (await mounted.db.discrepancies.toArray()).filter((row) => row.found && row.kind === 'missing_at_provider').length;
const awaiting = async () => (await mounted.db.dayOutcomes.toArray()).flatMap((row) => row.awaiting);

describe('the list of sources', () => {
	test('names first those whose bills came in, with when the next is due', async () => {
		await open('/more?section=sources');
		const own = page.getByRole('region', { name: '你店里在用的' });
		await expect.element(own.getByRole('link', { name: /银联商务/ })).toHaveTextContent('账单次日 10:00');
		await expect.element(own.getByRole('link', { name: /微信支付/ })).toHaveTextContent('95017');
		expect(own.getByRole('link').elements()).toHaveLength(3);
		await page.getByText('其他服务商').click();
		await expect.element(page.getByRole('link', { name: /拉卡拉/ })).toBeVisible();
	});

	test('never gives a number that is confirmed nowhere', async () => {
		await open('/more?section=sources');
		await expect.element(page.getByRole('link', { name: /银联商务/ })).not.toHaveTextContent('95534');
	});

	test('shows by which public holidays working days are counted, and which notice says so', async () => {
		await open('/more?section=sources');
		await page.getByText('中国法定节假日').click();
		const table = page.getByTestId('holidays');
		await expect.element(table).toHaveTextContent('国务院办公厅关于2026年部分节假日安排的通知，2025-11-04');
		await expect.element(table).toHaveTextContent('境外服务商只跳过周末');
	});

	test('says so where a source does not exist', async () => {
		await open('/more?section=sources&source=nobody');
		await expect.element(page.getByText('没有这个来源。')).toBeVisible();
		await page.getByRole('link', { name: '返回来源' }).click();
		await expect.element(page.getByText('你店里在用的')).toBeVisible();
	});
});

describe('the editor', () => {
	test('shows each value with its origin, and what is not confirmed as such', async () => {
		await open('/more?section=sources&source=chinaums');
		await expect.element(field('账单几点出')).toHaveTextContent('次日 10:00');
		await expect.element(field('电话')).toHaveTextContent('没有证实，先核对再用');
		await expect.element(field('费率')).toHaveTextContent('还不知道');
	});

	test('a due time that is set turns missing into awaiting at once, and back when undone', async () => {
		await open('/more?section=sources&source=chinaums');
		const before = await missing();
		expect(before).toBeGreaterThan(0);
		expect(await awaiting()).toEqual([]);
		await page.getByRole('button', { name: '改 账单几点出' }).click();
		await page.getByLabelText('几点', { exact: true }).fill('18:00');
		await page.getByRole('button', { name: '存下' }).click();
		await expect.element(field('账单几点出')).toHaveTextContent('次日 18:00');
		await expect.element(field('账单几点出')).toHaveTextContent('常见值：次日 10:00');
		expect(await mounted.written()).toEqual(['source-profile-set']);
		await expect.poll(missing).toBeLessThan(before);
		expect(new Set((await awaiting()).map(({ dueAt }) => dueAt))).toEqual(new Set([Date.parse('2026-11-21T18:00:00+08:00')]));
		await page.getByRole('button', { name: '撤销这次' }).click();
		await expect.poll(missing).toBe(before);
		expect(await awaiting()).toEqual([]);
		expect(await mounted.written()).toEqual(['source-profile-set', 'source-profile-reset']);
		await expect.element(field('账单几点出')).toHaveTextContent('次日 10:00');
	});

	test('goes back to the shipped value, field by field', async () => {
		await open('/more?section=sources&source=wechat');
		await page.getByRole('button', { name: '改 退款' }).click();
		await page.getByLabelText('几天内（0 是当天）').fill('180');
		await page.getByText('从某天起').click();
		await page.getByLabelText('哪天起').fill('2026-11-19');
		await page.getByRole('button', { name: '存下' }).click();
		await expect.element(field('退款')).toHaveTextContent('180 天内');
		await page.getByRole('button', { name: '退款 用回常见值' }).click();
		await expect.element(field('退款')).toHaveTextContent('365 天内');
		await expect.element(page.getByRole('button', { name: '退款 用回常见值' })).not.toBeInTheDocument();
	});

	test('does not take what cannot be, and Escape leaves everything as it was', async () => {
		await open('/more?section=sources&source=wechat');
		await page.getByRole('button', { name: '改 退款' }).click();
		await page.getByLabelText('几天内（0 是当天）').fill('soon');
		await expect.element(page.getByText('填得不完整，看看数字。')).toBeVisible();
		await expect.element(page.getByRole('button', { name: '存下' })).toBeDisabled();
		await userEvent.keyboard('{Escape}');
		await expect.element(page.getByRole('button', { name: '改 退款' })).toHaveFocus();
		await page.getByRole('button', { name: '改 退款' }).click();
		await page.getByLabelText('几天内（0 是当天）').fill('999');
		await page.getByRole('button', { name: '存下' }).click();
		await expect.element(page.getByRole('alert')).toHaveTextContent('有一项设置填得不对');
		expect(await mounted.written()).toEqual([]);
	});

	test('takes a contract: rates by tender, and how it pays out', async () => {
		await open('/more?section=sources&source=chinaums', 'en');
		await page.getByRole('button', { name: 'Change: Rates' }).click();
		await page.getByLabelText('Rate %').fill('0.38');
		await page.getByRole('button', { name: 'Add a rate' }).click();
		await page.getByLabelText('Rate % 2').fill('0.6');
		await page.getByLabelText('At most (may be empty) 2').fill('20');
		await page.getByRole('button', { name: 'Save' }).click();
		await expect.element(field('Rates')).toHaveTextContent('All 0.38%; Card 0.6%, at most ¥20.00');
		await page.getByRole('button', { name: 'Change: Pays out' }).click();
		await page.getByLabelText('Days later').fill('1');
		await page.getByLabelText('Least sum (may be empty)').fill('10');
		await page.getByRole('button', { name: 'Save' }).click();
		await expect.element(field('Pays out')).toHaveTextContent('T+1 (working days), from ¥10.00 up');
		const row = await mounted.db.meta.get('sources');
		expect(row?.key === 'sources' && row.edits.map((edit) => edit.value)).toMatchObject([
			{
				rates: [
					{ tender: null, millionths: 3_800 },
					{ tender: 'card', millionths: 6_000, capMinor: 2_000 },
				],
			},
			{ days: 1, basis: 'working', minimumMinor: 1_000 },
		]);
	});

	test('takes a rate for debit cards with its least and most, and says how parts of a cent are rounded', async () => {
		await open('/more?section=sources&source=chinaums', 'en');
		await page.getByRole('button', { name: 'Change: Rates' }).click();
		await page.getByLabelText('Tender', { exact: true }).selectOptions('Debit cards');
		await page.getByLabelText('Rate %').fill('0.5');
		await page.getByLabelText('At least (may be empty)').fill('30');
		await page.getByLabelText('At most (may be empty)').fill('20');
		await expect.element(page.getByText('Something is missing; look at the numbers.')).toBeVisible();
		await page.getByLabelText('At least (may be empty)').fill('0.05');
		await page.getByLabelText('Rounded', { exact: true }).selectOptions('The batch');
		await page.getByLabelText('Parts of a cent').selectOptions('Half up');
		await page.getByRole('button', { name: 'Save' }).click();
		await expect.element(field('Rates')).toHaveTextContent('Debit cards 0.5%, at least ¥0.05, at most ¥20.00; rounded once a batch; rounded: Half up');
		const row = await mounted.db.meta.get('sources');
		expect(row?.key === 'sources' && row.edits.map((edit) => edit.value)).toMatchObject([
			{ rates: [{ tender: 'card', cardKind: 'debit', millionths: 5_000, minMinor: 5, capMinor: 2_000 }], per: 'batch', rounding: 'half_up', currency: 'CNY' },
		]);
	});

	test('takes single days on which nothing is paid out', async () => {
		await open('/more?section=sources&source=wechat');
		await page.getByRole('button', { name: '改 另外不打款的日子' }).click();
		for (const day of ['2026-12-25', '2026-12-24']) {
			await page.getByLabelText('再加一天不打款').fill(day);
			await page.getByRole('button', { name: '加上这天' }).click();
		}
		await page.getByRole('button', { name: '存下' }).click();
		await expect.element(field('另外不打款的日子')).toHaveTextContent(/12月24日.*、.*12月25日/);
	});

	test.each([
		[1280, 800],
		[800, 1280],
		[390, 844],
	])('has keys of full size and nothing beside the screen at %i × %i', async (width, height) => {
		await page.viewport(width, height);
		await open('/more?section=sources&source=wechat');
		await page.getByRole('button', { name: '改 账单几点出' }).click();
		await expect.element(page.getByRole('button', { name: '存下' })).toBeVisible();
		const editor = page.getByTestId('source-editor').element();
		const small = [...editor.querySelectorAll('button, a, input:not(.sr), select, .choice__chip')].filter((one) => one.getBoundingClientRect().height < 47.5);
		expect(small.map((one) => one.outerHTML.slice(0, 80))).toEqual([]);
		expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
	});
});

describe('whom to call', () => {
	test('stands where a gap is escalated, as the shop has set it', async () => {
		const address = '/queue';
		mounted = await mountOnDemoDay(<QueueScreen />, {
			address,
			prepare: async ({ ports }) => void (await setSourceField(ports, { profile: 'chinaums', field: 'hotline', value: '010-8888-0001', from: '1970-01-01' })),
		});
		await page.getByRole('button', { name: /上报/ }).click();
		const contact = page.getByRole('dialog').getByTestId('contact');
		await expect.element(contact).toHaveTextContent('联系 银联商务');
		await expect.element(contact).toHaveTextContent('010-8888-0001');
		await expect.element(contact).toHaveTextContent('本店填的');
		await page.getByRole('dialog').getByText('银行', { exact: true }).click();
		await expect.element(contact).toHaveTextContent('联系 收款银行');
	});
});
