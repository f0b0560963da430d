import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { openCase } from '../../../../src/commands/cases/open-case.ts';
import { configureShop } from '../../../../src/commands/ledger/configure-shop.ts';
import { recordSale } from '../../../../src/commands/ledger/record-sale.ts';
import { matchRules } from '../../../../src/commands/matching/match-rules.ts';
import { reconcile } from '../../../../src/commands/matching/reconcile.ts';
import type { Ports } from '../../../../src/commands/ports.ts';
import { commitImport } from '../../../../src/commands/receipts/commit-import.ts';
import { resetSourceField, undoSourceEdit } from '../../../../src/commands/sources/reset-source-field.ts';
import { setSourceField } from '../../../../src/commands/sources/set-source-field.ts';
import { sourceOf } from '../../../../src/commands/sources/source-of.ts';
import type { DiscrepancyId } from '../../../../src/domain/ids.ts';
import { HOUR_MS } from '../../../../src/domain/time.ts';
import { bill } from '../../../support/builders.ts';
import type { FakeClock } from '../../../support/fake-clock.ts';
import { DAY, NOON } from '../../../support/ledger-fixture.ts';
import { memoryPorts } from '../../../support/memory-ports.ts';
import { expectProblem, success } from '../../../support/outcomes.ts';
import { storedPorts } from '../../../support/stored-ports.ts';

type TestPorts = Ports & { readonly clock: FakeClock };
const KINDS = ['memory', 'storage'] as const;
const portsOf = async (kind: (typeof KINDS)[number]): Promise<TestPorts> => (kind === 'memory' ? memoryPorts() : (await storedPorts({})).ports);

const dueAt = (clock: number, from = '1970-01-01') => ({ profile: 'wechat', field: 'billDue', value: { days: 1, atMinutes: clock * 60 }, from }) as const;

/** A WeChat sale of 20 November, and a bill of that day without it. */
async function soldAndBilled(ports: TestPorts): Promise<void> {
	ports.clock.set(NOON);
	success(await recordSale(ports, { amountMinor: 5_000, tender: 'wechat', terminalId: '1', cashier: 'Li' }));
	const empty = { ...bill([], { format: 'wechat-trade-bill', leg: 'provider', tenders: ['wechat'] }) };
	success(await commitImport(ports, { file: { name: 'w.csv', bytes: new Uint8Array(1) }, reading: { hash: 'w', bills: [empty], statements: [] } }));
}

/** What is awaited and what is missing, after comparing at an hour of the day after. */
async function standing(ports: TestPorts, hour: number) {
	ports.clock.set(Date.parse('2026-11-21T00:00:00+08:00') + hour * HOUR_MS);
	success(await reconcile(ports));
	const [awaiting, gaps] = await Promise.all([ports.derived.awaitingOfDay(DAY), ports.derived.discrepanciesOfDay(DAY)]);
	return [
		...awaiting.map((one) => `until ${(one.dueAt - Date.parse('2026-11-21T00:00:00+08:00')) / HOUR_MS}`),
		...gaps.flatMap(({ kind, state }) => (state === 'open' ? [kind] : [])),
	];
}

describe.each(KINDS)('an edit of a due time, over %s', (kind) => {
	test('turns awaiting into missing at its own minute', async () => {
		const ports = await portsOf(kind);
		await soldAndBilled(ports);
		success(await setSourceField(ports, dueAt(14)));
		expect(await standing(ports, 13.99)).toEqual(['until 14']);
		expect(await standing(ports, 14)).toEqual(['missing_at_provider']);
	});

	test('has the days judged again at once, in both directions', async () => {
		const ports = await portsOf(kind);
		await soldAndBilled(ports);
		expect(await standing(ports, 9)).toEqual(['until 10']);
		expect(await standing(ports, 11)).toEqual(['missing_at_provider']);
		const { edit } = success(await setSourceField(ports, dueAt(14)));
		expect(await ports.derived.dirtyDays()).toContain(DAY);
		expect(await standing(ports, 11)).toEqual(['until 14']);
		success(await undoSourceEdit(ports, { edit }));
		expect(await standing(ports, 11)).toEqual(['missing_at_provider']);
	});

	test('leaves the days before it as they were judged', async () => {
		const ports = await portsOf(kind);
		await soldAndBilled(ports);
		expect(await standing(ports, 11)).toEqual(['missing_at_provider']);
		success(await setSourceField(ports, dueAt(14, '2026-11-21')));
		expect(await ports.derived.dirtyDays()).not.toContain(DAY);
		expect(await standing(ports, 11)).toEqual(['missing_at_provider']);
	});

	test('of contacts has nothing judged again', async () => {
		const ports = await portsOf(kind);
		await soldAndBilled(ports);
		await standing(ports, 9);
		success(await setSourceField(ports, { profile: 'wechat', field: 'hotline', value: '95017', from: DAY }));
		expect(await ports.derived.dirtyDays()).toEqual([]);
	});

	test('is taken back from a day on, and stays in the log', async () => {
		const ports = await portsOf(kind);
		ports.clock.set(NOON);
		success(await setSourceField(ports, dueAt(14, DAY)));
		success(await resetSourceField(ports, { profile: 'wechat', field: 'billDue', from: '2026-11-22' }));
		const rules = await matchRules(ports);
		const wechat = rules.dueRules?.filter(({ source }) => source === 'wechat-trade-bill').map(({ from, atMinutes }) => [from, atMinutes]);
		expect(wechat).toEqual([
			[null, 600],
			[DAY, 840],
			['2026-11-22', 600],
		]);
		expect(await ports.receipts.sourceEdits()).toHaveLength(2);
	});

	test('that says nothing new, or undoes what is undone, is refused', async () => {
		const ports = await portsOf(kind);
		ports.clock.set(NOON);
		expectProblem(await setSourceField(ports, { ...dueAt(14), value: { days: -1, atMinutes: 0 } }), 'setting_invalid');
		expectProblem(await resetSourceField(ports, { profile: 'wechat', field: 'billDue', from: DAY }), 'not_allowed_now');
		expectProblem(await resetSourceField(ports, { profile: 'wechat', field: 'billDue', from: 'soon' }), 'setting_invalid');
		const { edit } = success(await setSourceField(ports, dueAt(14)));
		success(await undoSourceEdit(ports, { edit }));
		expectProblem(await undoSourceEdit(ports, { edit }), 'not_allowed_now');
	});
});

describe.each(KINDS)('whom to ask, over %s', (kind) => {
	test('is who sent bills, else who runs the terminal, with the deadlines that hold there', async () => {
		const ports = await portsOf(kind);
		await soldAndBilled(ports);
		success(await configureShop(ports, { terminals: [{ id: '1', name: '1号机', provider: '拉卡拉' }] }));
		const asked = async (tender: 'wechat' | 'card') => (await sourceOf(ports, { receipt: null, tender, terminalId: '1' })).profile.id;
		expect([await asked('wechat'), await asked('card')]).toEqual(['wechat', 'lakala']);
		expect(await ports.receipts.sources()).toEqual([{ source: 'wechat-trade-bill', leg: 'provider', tenders: ['wechat'] }]);

		await standing(ports, 11);
		success(await setSourceField(ports, { profile: 'wechat', field: 'inquiryDays', value: 30, from: '1970-01-01' }));
		const [gap] = await ports.derived.discrepanciesOfDay(DAY);
		const opened = success(await openCase(ports, { discrepancy: gap?.id as DiscrepancyId }));
		expect(opened.deadline).toMatchObject({ at: NOON + 30 * 24 * HOUR_MS, rule: { code: 'inquiry', by: 'shop', asOf: '2026-11-21' } });
	});
});
