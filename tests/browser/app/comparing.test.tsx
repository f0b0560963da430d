import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { Comparing } from '../../../src/app/shell/comparing.tsx';
import { feltComparison, isComparingHeld, releaseComparing, useComparison } from '../../../src/app/state/comparison.ts';
import { problem } from '../../../src/domain/problems.ts';
import { fail } from '../../../src/domain/result.ts';
import { mountOnDemoDay, type OnDemoDay } from './queue-mount.tsx';

let mounted: OnDemoDay;
beforeEach(() => page.viewport(1280, 800));
afterEach(async () => {
	await mounted.unmount();
	releaseComparing();
	useComparison.setState({ kind: 'quiet' }, true);
});
const open = async (language: 'zh-CN' | 'en' = 'zh-CN') => {
	mounted = await mountOnDemoDay(<Comparing />, { language });
	await expect.element(page.getByTestId('comparing')).toHaveAttribute('data-state', 'quiet');
	return mounted;
};
const says = (words: string) => expect.element(page.getByRole('status')).toHaveTextContent(words);

test('a long comparison shows how far it is, and its steps are not read out one by one', async () => {
	await open();
	expect(page.getByRole('progressbar').elements()).toHaveLength(0);
	useComparison.setState({ kind: 'running', percent: 43 }, true);
	await says('正在对账');
	await expect.element(page.getByText('43%')).toBeVisible();
	const bar = page.getByRole('progressbar', { name: '正在对账' });
	await expect.element(bar).toHaveAttribute('value', '43');
	expect(page.getByRole('status').element().textContent).toBe('正在对账');
	useComparison.setState({ kind: 'quiet' }, true);
	await says('对完了');
	expect(page.getByRole('button').elements()).toHaveLength(0);
});

test('it can be stopped, says what is kept and what waits, and goes on when asked', async () => {
	const { db, ports } = await open();
	await db.dirtyDays.bulkPut(['2026-11-19', '2026-11-20'].map((day) => ({ day, tip: 'test' })));
	const answer = feltComparison(
		({ onProgress, signal }) =>
			new Promise((resolve) => {
				onProgress(0.43);
				signal.addEventListener('abort', () => resolve(fail(problem('comparing_stopped'))));
			}),
	);
	await page.getByRole('button', { name: '停止' }).click();
	expect((await answer).ok).toBe(false);
	await says('对账停在 43%。 对完的日子都已存好，没有只存一半的；还有 2 天等着对，10 分钟后自己接着对。');
	expect(isComparingHeld(ports.clock.now().at)).toBe(true);
	await page.getByRole('button', { name: '现在接着对' }).click();
	await expect.poll(() => db.dirtyDays.count(), { timeout: 20_000 }).toBe(0);
});

test('says the same in English', async () => {
	await open('en');
	useComparison.setState({ kind: 'stopped', percent: 43 }, true);
	await says('Comparing stopped at 43%. Days that are done are kept, nothing is half stored. Days still to compare: 0; it goes on by itself in 10 minutes.');
	await expect.element(page.getByRole('button', { name: 'Go on now' })).toBeVisible();
});
