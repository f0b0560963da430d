import { describe, expect, test } from 'vitest';
import { enterDiscrepancy } from '../../../../src/commands/discrepancies/enter-discrepancy.ts';
import { recordRefund } from '../../../../src/commands/ledger/record-refund.ts';
import { undoDecision } from '../../../../src/commands/matching/undo-decision.ts';
import { HOUR_MS, MINUTE_MS } from '../../../../src/domain/time.ts';
import { match } from '../../../support/builders.ts';
import { found, judgeOne, receive, sell } from '../../../support/day-of-work.ts';
import { NOON, receipt } from '../../../support/ledger-fixture.ts';
import { memoryPorts } from '../../../support/memory-ports.ts';
import { expectProblem, success } from '../../../support/outcomes.ts';

async function unlogged(change: Parameters<typeof receipt>[1] = {}) {
	const ports = memoryPorts();
	await receive(
		ports,
		receipt('r1', { tender: 'wechat', terminalId: '7', rrn: '002871123456', merchantOrderNo: '4111111111111111', tipMinor: 100, ...change }),
	);
	const id = await judgeOne(ports, found('missing_in_ledger', { receipts: ['r1'] }));
	return { ports, id };
}

describe('entering a payment that nobody logged', () => {
	test('creates its sale with the time, the money and the numbers of the receipt', async () => {
		const { ports, id } = await unlogged();
		ports.clock.pass(9 * HOUR_MS);
		const { created } = success(await enterDiscrepancy(ports, { discrepancy: id, cashier: 'Li', note: 'lunch rush' }));
		expect(created).toHaveLength(1);
		expect(await ports.ledger.salesOfDay('2026-11-20')).toMatchObject([
			{
				id: created[0],
				kind: 'sale',
				at: NOON,
				amountMinor: 2850,
				tipMinor: 100,
				tender: 'wechat',
				terminalId: '7',
				cashier: 'Li',
				enteredLater: true,
				note: 'lunch rush',
				keys: { rrn: '002871123456', merchantOrderNo: '4111111111111111', traceNo: null },
			},
		]);
	});

	test('ties the sale to its receipt in the same commit', async () => {
		const { ports, id } = await unlogged();
		const { created, decision } = success(await enterDiscrepancy(ports, { discrepancy: id }));
		expect(ports.memory.commits.at(-1)).toMatchObject([
			{ id: created[0], kind: 'sale-recorded' },
			{ kind: 'match-confirmed', body: { sales: created, receipts: ['r1'] } },
			{ id: decision, kind: 'discrepancy-entered', body: { created: created[0] } },
		]);
		expect((await ports.derived.facts(['2026-11-20'])).facts.decisions.confirmed).toEqual([{ sales: created, receipts: ['r1'] }]);
	});

	test('books on the day of the receipt, however late it is entered', async () => {
		const { ports, id } = await unlogged();
		ports.clock.set(Date.parse('2026-11-25T10:00:00+08:00'));
		success(await enterDiscrepancy(ports, { discrepancy: id }));
		expect(await ports.ledger.salesOfDay('2026-11-20')).toHaveLength(1);
		expect(await ports.ledger.salesOfDay('2026-11-25')).toEqual([]);
	});

	test('a refund that nobody logged becomes a refund', async () => {
		const { ports, id } = await unlogged({ kind: 'refund', tender: null, tipMinor: null });
		success(await enterDiscrepancy(ports, { discrepancy: id }));
		expect(await ports.ledger.salesOfDay('2026-11-20')).toMatchObject([{ kind: 'refund', tender: 'other', refundOf: null }]);
	});

	test('one payment with a record in two legs is one sale, tied to both', async () => {
		const ports = memoryPorts();
		await receive(ports, receipt('t1', { traceNo: '002871' }), receipt('p1', { leg: 'provider', channelOrderNo: '4200001', terminalId: null }));
		const id = await judgeOne(ports, found('missing_in_ledger', { receipts: ['p1', 't1'] }));
		const { created } = success(await enterDiscrepancy(ports, { discrepancy: id }));
		expect(created).toHaveLength(1);
		expect(await ports.ledger.salesOfDay('2026-11-20')).toMatchObject([{ terminalId: '1', keys: { traceNo: '002871', channelOrderNo: '4200001' } }]);
		expect(ports.memory.entries.find(({ kind }) => kind === 'match-confirmed')?.body).toMatchObject({ receipts: ['t1', 'p1'] });
	});

	test('of payments that look alike only those without a sale are entered', async () => {
		const ports = memoryPorts();
		const sale = await sell(ports);
		await receive(ports, receipt('r1'), receipt('r2', { at: NOON + MINUTE_MS }), receipt('r3', { at: NOON + 2 * MINUTE_MS }));
		const id = await judgeOne(ports, found('missing_in_ledger', { receipts: ['r1', 'r2', 'r3'], count: 2, amountMinor: 5700 }), {
			matches: [match([sale], ['r2'])],
		});
		const { created, decision } = success(await enterDiscrepancy(ports, { discrepancy: id }));
		const sales = await ports.ledger.salesOfDay('2026-11-20');
		expect(sales.filter((row) => row.enteredLater).map((row) => row.at)).toEqual([NOON, NOON + 2 * MINUTE_MS]);
		expect((await ports.ledger.entry(decision))?.body).toMatchObject({ created: created[0], createdMore: [created[1]] });
	});

	test('is refused where its receipt has gone', async () => {
		const ports = memoryPorts();
		const id = await judgeOne(ports, found('missing_in_ledger', { receipts: [] }));
		expectProblem(await enterDiscrepancy(ports, { discrepancy: id }), 'discrepancy_gone');
		await receive(ports, receipt('r1'));
		const two = await judgeOne(ports, found('missing_in_ledger', { receipts: ['r1', 'lost'], count: 2 }));
		expectProblem(await enterDiscrepancy(ports, { discrepancy: two }), 'receipt_not_found');
	});

	test('undone, the sale is reversed and the tie is loosed', async () => {
		const { ports, id } = await unlogged();
		const { created, decision } = success(await enterDiscrepancy(ports, { discrepancy: id }));
		success(await undoDecision(ports, { decision }));
		expect(created).toHaveLength(1);
		expect(await ports.ledger.salesOfDay('2026-11-20')).toMatchObject([{ id: created[0], reversedBy: expect.any(String) }]);
		expect((await ports.derived.facts(['2026-11-20'])).facts.decisions.confirmed).toEqual([]);
		expect(await ports.derived.discrepancy(id)).toMatchObject({ state: 'open', decision: null });
	});

	test('cannot be undone once its sale was refunded', async () => {
		const { ports, id } = await unlogged();
		const { created, decision } = success(await enterDiscrepancy(ports, { discrepancy: id }));
		success(await recordRefund(ports, { amountMinor: 100, tender: 'wechat', terminalId: null, cashier: 'Li', refundOf: created[0] ?? null }));
		const entries = ports.memory.entries.length;
		expectProblem(await undoDecision(ports, { decision }), 'not_allowed_now');
		expect(ports.memory.entries).toHaveLength(entries);
	});
});

describe('ticking a sale off the re-entry list', () => {
	test('creates nothing', async () => {
		const ports = memoryPorts();
		const sale = await sell(ports);
		const id = await judgeOne(ports, found('missing_at_terminal', { sales: [sale] }));
		expect(success(await enterDiscrepancy(ports, { discrepancy: id }))).toMatchObject({ created: [] });
		expect(await ports.ledger.salesOfDay('2026-11-20')).toHaveLength(1);
		expect(await ports.derived.discrepancy(id)).toMatchObject({ state: 'entered' });
	});
});
