import { afterEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { MatchScreen } from '../../../src/app/screens/match/match-screen.tsx';
import type { Database } from '../../../src/storage/database.ts';
import { mountOnDemoDay, type OnDemoDay } from './queue-mount.tsx';

const DAY = '2026-11-20';
let mounted: OnDemoDay | null = null;
async function open(options: Parameters<typeof mountOnDemoDay>[1] = {}) {
	await page.viewport(1280, 800);
	mounted = await mountOnDemoDay(<MatchScreen />, { address: '/match', ...options });
	await eventually(() => document.querySelector('.match-tools')).not.toBeNull();
	return mounted;
}
afterEach(async () => {
	await mounted?.unmount();
	mounted = null;
});

const eventually = <T,>(read: () => T) => expect.poll(read, { timeout: 10_000 });
const pairs = (band?: string) =>
	[...document.querySelectorAll<HTMLElement>('[data-testid="match-pair"]')].filter((one) => band === undefined || one.dataset.band === band);
const count = (tab: string) =>
	page
		.getByRole('tab', { name: new RegExp(tab) })
		.element()
		.textContent?.replace(tab, '');
const minor = (which: string) => Number(document.querySelector<HTMLElement>(`[data-testid="match-${which}"]`)?.dataset.minor);

describe('the match board', () => {
	test('shows both differences, the gaps in words, and every pair with its members', async () => {
		const { db } = await open();
		await eventually(() => minor('short')).toBe(25_200);
		expect(minor('over')).toBe(8_200);
		expect([count('待核'), count('已匹配'), count('已排除')]).toEqual(['7', '112', '0']);
		const shown = pairs().map(({ dataset }) => `${dataset.sales} ${dataset.receipts}`);
		const stored = (await db.dayOutcomes.get(DAY))?.matches.map((match) => `${match.sales.join()} ${match.receipts.join()}`);
		expect(shown.sort()).toEqual(stored?.sort());
		await expect.element(page.getByText('少收', { exact: true })).toBeVisible();
		expect(
			page
				.getByTestId('match-gap')
				.elements()
				.map((one) => one.getAttribute('data-kind')),
		).toEqual(['missing_at_provider', 'missing_in_ledger', 'missing_at_provider', 'missing_at_provider']);
	});

	test('confirms all certain pairs with one tap, in one commit, and takes them back as one', async () => {
		const { db, written } = await open();
		await page.getByRole('button', { name: '确认 112 笔“确定”' }).click();
		await eventually(async () => (await db.dayOutcomes.get(DAY))?.matches.filter((match) => match.confirmed).length).toBe(112);
		expect(await written()).toHaveLength(112);
		await expect.element(page.getByRole('status')).toHaveTextContent('刚才 确认了 112 笔');
		await page.getByRole('button', { name: '撤销', exact: true }).last().click();
		await eventually(async () => (await db.dayOutcomes.get(DAY))?.matches.filter((match) => match.confirmed).length).toBe(0);
		await expect.element(page.getByRole('button', { name: '确认 112 笔“确定”' })).toBeVisible();
	}, 60_000);

	test('a pair that is not one is split into two gaps, for ever, until it is undone', async () => {
		const { compare } = await open();
		await eventually(() => count('已匹配')).toBe('112');
		document.querySelector<HTMLElement>('.match-row--joined .match-row__end button')?.click();
		await eventually(() => count('已匹配')).toBe('111');
		await eventually(() => count('待核')).toBe('9');
		await compare();
		expect(count('已匹配')).toBe('111');
		await page.getByRole('button', { name: '撤销', exact: true }).last().click();
		await eventually(() => count('已匹配')).toBe('112');
	});

	test('filters by what a line has and by the side it weighs on', async () => {
		await open();
		await eventually(() => count('待核')).toBe('7');
		document.querySelector<HTMLElement>('[data-testid="match-short"]')?.click();
		await eventually(() => count('待核')).toBe('4');
		document.querySelector<HTMLElement>('[data-testid="match-short"]')?.click();
		await page.getByRole('button', { name: '筛选' }).click();
		await page.getByRole('button', { name: '微信', exact: true }).click();
		await eventually(() => count('已匹配')).toBe('54');
		await page.getByRole('button', { name: '不筛选' }).click();
		await eventually(() => count('已匹配')).toBe('112');
	});

	test('looks for the other half by amount and says what is left', async () => {
		await open();
		await page.getByRole('button', { name: '找一找' }).first().click();
		await expect.element(page.getByRole('dialog').getByText('还差')).toBeVisible();
		await expect.element(page.getByRole('dialog').getByRole('button', { name: '是同一笔' })).toBeDisabled();
		await page.getByLabelText('按金额、尾号、凭证找').fill('45');
		await page.getByRole('dialog').getByRole('button', { name: '选它' }).first().click();
		await expect.element(page.getByRole('dialog').getByRole('button', { name: '是同一笔' })).toBeEnabled();
	});

	test('says that a day was never compared and where to go', async () => {
		await open({ bills: false, address: '/match?day=2026-11-19' });
		await expect.element(page.getByText('这一天还没有对过账。')).toBeVisible();
	});

	test('a long day draws only the lines in sight, and all of them can be reached', async () => {
		await open({ prepare: ({ db }) => lengthen(db) });
		await eventually(() => count('已匹配')).toBe('512');
		expect(pairs().length).toBeGreaterThan(5);
		expect(pairs().length).toBeLessThan(60);
		const list = document.querySelector('.match-list');
		list?.scrollTo(0, list.scrollHeight);
		await eventually(() => document.querySelectorAll('[aria-posinset="520"]').length).toBe(1);
	});
});

/** 400 more pairs on the demo day, as a busy shop has. */
async function lengthen(db: Database): Promise<void> {
	const outcome = await db.dayOutcomes.get(DAY);
	const [sale] = await db.sales.toArray();
	const [match] = outcome?.matches ?? [];
	if (!outcome || !sale || !match) throw new Error('the demo day has matches');
	const more = Array.from({ length: 400 }, (_, index) => ({ ...sale, id: `more-${index}` as typeof sale.id, number: 1_000 + index }));
	await db.sales.bulkPut(more);
	await db.dayOutcomes.put({
		...outcome,
		matches: [...outcome.matches, ...more.map((one) => ({ ...match, band: 'auto' as const, sales: [one.id], receipts: [`r-${one.id}`] }))],
	});
}
