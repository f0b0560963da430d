import { afterEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { Route, Router } from 'wouter';
import { CaseScreen } from '../../../src/app/screens/cases/case-screen.tsx';
import { CasesScreen } from '../../../src/app/screens/cases/cases-screen.tsx';
import { openCase } from '../../../src/commands/cases/open-case.ts';
import type { CaseId } from '../../../src/domain/ids.ts';
import type { DemoBooks } from '../../support/demo-books.ts';
import { mountOnDemoDay, type OnDemoDay } from './queue-mount.tsx';

let mounted: OnDemoDay | null = null;
let caseId: CaseId;
afterEach(async () => {
	await mounted?.unmount();
	mounted = null;
});

async function escalateShort({ db, ports }: DemoBooks): Promise<void> {
	const short = (await db.discrepancies.toArray()).find((row) => row.kind === 'amount_short');
	if (!short) throw new Error('the demo day has a short one');
	const opened = await openCase(ports, { discrepancy: short.id, note: '小票在' });
	if (!opened.ok) throw new Error(opened.error.code);
	caseId = opened.value.case;
	history.replaceState(null, '', `/cases/${caseId}`);
}
const screens = (
	<Router>
		<Route path="/cases" component={CasesScreen} />
		<Route path="/cases/:id" component={CaseScreen} />
	</Router>
);
async function open(prepare: (books: DemoBooks) => Promise<void> = escalateShort) {
	await page.viewport(1280, 800);
	mounted = await mountOnDemoDay(screens, { address: '/cases', prepare });
	return mounted;
}
const eventually = <T,>(read: () => T) => expect.poll(read, { timeout: 10_000 });
const button = (name: string) => page.getByRole('button', { name, exact: true });
const events = () => [...document.querySelectorAll('[data-testid="case-event"] p')].map((one) => one.textContent);

describe('one case', () => {
	test('shows what it is about, both records, the steps of money and cause, and what is not there yet', async () => {
		await open();
		await expect.element(page.getByRole('heading', { name: '少收 ¥50.00' })).toBeVisible();
		await expect.element(page.getByTestId('case-facts').getByText('¥168.00')).toBeVisible();
		await expect.element(page.getByTestId('case-facts').getByText('¥118.00')).toBeVisible();
		expect([...document.querySelectorAll('[aria-current="step"]')].map((one) => one.textContent)).toEqual(['核实 正在', '找原因 正在']);
		expect(events()).toEqual(['开了案件，交给服务商查。 小票在']);
		await expect.element(page.getByText(/这里还没有：材料清单/)).toBeVisible();
	});

	test('moves only to legal next states, with ticket and note, and keeps every step', async () => {
		const { db } = await open();
		await button('其他…').click();
		await page.getByText('已上报', { exact: true }).click();
		await page.getByLabelText('对方的单号').fill('JN-5521');
		await page.getByLabelText('补一句').fill('网上提交');
		await button('记下').last().click();
		await eventually(events).toHaveLength(2);
		expect(events()[1]).toBe('走到“已上报”。 对方单号 JN-5521。 网上提交');
		expect(await db.cases.get(caseId)).toMatchObject({ state: 'submitted', ticketNo: 'JN-5521' });
		await expect.element(button('对方在查')).toBeVisible();
		expect(document.querySelectorAll('[data-move="closed"]')).toHaveLength(0);
	});

	test('takes recovered money only as money, and never more than was at risk', async () => {
		const { db } = await open();
		for (const step of ['已上报', '同意', '已到账']) {
			await button('其他…').click();
			await page.getByRole('dialog').getByText(step, { exact: true }).click();
			if (step === '已到账') {
				const field = page.getByLabelText(/至今一共追回/);
				await field.fill('五十');
				await expect.element(page.getByRole('alert')).toHaveTextContent('金额看不懂');
				await field.fill('80');
				await page.getByRole('dialog').getByRole('button', { name: '记下' }).click();
				await expect.element(page.getByRole('dialog').getByRole('alert')).toBeVisible();
				await field.fill('50');
			}
			await page.getByRole('dialog').getByRole('button', { name: '记下' }).click();
			await eventually(() => document.querySelector('dialog[open]')).toBeNull();
		}
		expect(await db.cases.get(caseId)).toMatchObject({ state: 'funds_confirmed', recoveredMinor: 5_000 });
		await expect.element(page.getByText('¥50.00', { exact: true }).first()).toBeVisible();
	});

	test('notes stand in the log as ours or internal, contacts with when to ask again', async () => {
		await open();
		await page.getByLabelText('记一笔').fill('6 号桌');
		await button('仅内部').click();
		await button('记下').click();
		await eventually(() => document.querySelectorAll('.case-event.is-internal').length).toBe(1);
		await button('联系…').click();
		await page.getByLabelText('对方是谁（座席号、姓）').fill('06 号');
		await page.getByLabelText('说了什么、答应什么').fill('五天内答复');
		await page.getByLabelText('下次哪天问（可不填）').fill('2026-11-25');
		await page.getByRole('dialog').getByRole('button', { name: '记下' }).click();
		await eventually(events).toHaveLength(3);
		await expect.element(page.getByText('下次问 11月25日 10:00')).toBeVisible();
	});

	test('says so where there is no such case', async () => {
		await open(async () => history.replaceState(null, '', '/cases/none'));
		await expect.element(page.getByText('找不到这个案件。')).toBeVisible();
	});
});

describe('the list of cases', () => {
	test('leads to each with its state, and says what to do where there is none', async () => {
		await open(async (books) => {
			await escalateShort(books);
			history.replaceState(null, '', '/cases');
		});
		await expect.element(page.getByTestId('case-row')).toHaveAttribute('data-state', 'detected');
		await page.getByTestId('case-row').click();
		await expect.element(page.getByRole('heading', { name: '少收 ¥50.00' })).toBeVisible();
		await mounted?.unmount();
		await open(async () => undefined);
		await expect.element(page.getByText('还没有案件。')).toBeVisible();
	});
});
