import { describe, expect, test } from 'vitest';
import { closeDay } from '../../../../src/commands/end-of-day/close-day.ts';
import { countCash } from '../../../../src/commands/end-of-day/count-cash.ts';
import { xReport } from '../../../../src/commands/end-of-day/x-report.ts';
import { recordRefund } from '../../../../src/commands/ledger/record-refund.ts';
import { reverseSale } from '../../../../src/commands/ledger/reverse-sale.ts';
import { adjustmentsSince } from '../../../../src/domain/end-of-day/adjustments.ts';
import { DAY_MS } from '../../../../src/domain/time.ts';
import { match } from '../../../support/builders.ts';
import { found, judge, receive, sell } from '../../../support/day-of-work.ts';
import { DAY, NOON, receipt } from '../../../support/ledger-fixture.ts';
import { memoryPorts } from '../../../support/memory-ports.ts';
import { expectProblem, success } from '../../../support/outcomes.ts';

const signed = { day: DAY, handedOverBy: 'Li Min', checkedBy: 'Zhou Qiang' };
const drawer = { day: DAY, floatMinor: 30_000 };

describe('counting cash', () => {
	test('says what was expected only once the count is recorded', async () => {
		const ports = memoryPorts();
		await sell(ports, { tender: 'cash', amountMinor: 5000 });
		const wrong = await sell(ports, { tender: 'cash', amountMinor: 99 });
		await reverseSale(ports, { sale: wrong });
		await sell(ports, { tender: 'cash', amountMinor: 77, state: 'unpaid_left' });
		await recordRefund(ports, { tender: 'cash', amountMinor: 1000, terminalId: null, cashier: 'Li', refundOf: null });
		const counted = success(await countCash(ports, { ...drawer, pieces: { '10000': 3, '1000': 3, '500': 1 } }));
		expect(counted).toMatchObject({ countedMinor: 33_500, expectedMinor: 34_000, differenceMinor: -500, withinTolerance: false });
		expect(await ports.work.cashCount(DAY)).toMatchObject({ expectedMinor: 34_000, pieces: { '10000': 3 }, reason: null });
	});

	test('may be a total; within the tolerance of the shop it says so', async () => {
		const ports = memoryPorts();
		expect(success(await countCash(ports, { ...drawer, pieces: {}, totalMinor: 30_100 }))).toMatchObject({ differenceMinor: 100, withinTolerance: true });
		expect(success(await countCash(ports, { ...drawer, pieces: {}, totalMinor: 30_101 }))).toMatchObject({ withinTolerance: false });
	});

	test('again, with the reason, stands in place of the first', async () => {
		const ports = memoryPorts();
		await countCash(ports, { ...drawer, pieces: { '10000': 2 } });
		success(await countCash(ports, { ...drawer, pieces: { '10000': 2 }, reason: 'change', note: 'gave 100 too much' }));
		expect(await ports.work.cashCount(DAY)).toMatchObject({ reason: 'change', note: 'gave 100 too much' });
		expect(ports.memory.entries).toHaveLength(2);
	});

	test.each([[{ pieces: {} }], [{ pieces: { '100': -1 } }], [{ pieces: { '100': 1.5 } }], [{ pieces: { '0.5': 1 } }], [{ pieces: {}, totalMinor: -1 }]])(
		'%j is no count',
		async (count) => {
			expectProblem(await countCash(memoryPorts(), { ...drawer, ...count }), 'count_missing');
		},
	);

	test('an empty drawer is a count', async () => {
		expect((await countCash(memoryPorts(), { day: DAY, floatMinor: 0, pieces: { '100': 0 } })).ok).toBe(true);
	});

	test('a float that cannot be, and a closed day, are refused', async () => {
		const ports = memoryPorts();
		expectProblem(await countCash(ports, { day: DAY, floatMinor: -1, pieces: { '100': 1 } }), 'amount_missing');
		success(await closeDay(ports, signed));
		expectProblem(await countCash(ports, { ...drawer, pieces: { '100': 1 } }), 'day_closed');
	});
});

describe('closing a day', () => {
	test('freezes its figures under the next number, sealed with the head of the chain', async () => {
		const ports = memoryPorts();
		const card = await sell(ports);
		const gap = await sell(ports, { amountMinor: 1000 });
		await sell(ports, { tender: 'cash', amountMinor: 5000 });
		await receive(ports, receipt('r1'));
		await judge(ports, { matches: [match([card], ['r1'])], discrepancies: [found('missing_at_terminal', { sales: [gap], amountMinor: 1000 })] });
		await countCash(ports, { ...drawer, pieces: { '5000': 7 } });
		const head = await ports.ledger.head();
		const { close, entry } = success(await closeDay(ports, signed));
		expect(close).toMatchObject({
			day: DAY,
			z: 1,
			open: 1,
			openMinor: 1000,
			awaiting: 0,
			grandTotalMinor: 8850,
			sealed: head,
			handedOverBy: 'Li Min',
			checkedBy: 'Zhou Qiang',
		});
		expect(close.totals).toMatchObject([
			{ tender: 'card', salesCount: 2, ledgerMinor: 3850, receiptsCount: 1, receiptsMinor: 2850, shortMinor: 1000, overMinor: 0 },
			{ tender: 'cash', salesCount: 1, ledgerMinor: 5000, receiptsMinor: 5000, shortMinor: 0, overMinor: 0 },
		]);
		expect(ports.memory.entries.at(-1)).toMatchObject({ id: entry, kind: 'day-closed', body: close });
	});

	test('waits for the cash to be counted where there was any', async () => {
		const ports = memoryPorts();
		await sell(ports, { tender: 'cash' });
		expectProblem(await closeDay(ports, signed), 'count_missing');
		await countCash(ports, { ...drawer, pieces: { '10000': 3 } });
		expect((await closeDay(ports, signed)).ok).toBe(true);
	});

	test('asks for another count where cash was sold after it', async () => {
		const ports = memoryPorts();
		await sell(ports, { tender: 'cash' });
		await countCash(ports, { ...drawer, pieces: { '10000': 3 } });
		await sell(ports, { tender: 'cash' });
		expectProblem(await closeDay(ports, signed), 'count_missing');
		await countCash(ports, { ...drawer, pieces: { '10000': 3 } });
		expect((await closeDay(ports, signed)).ok).toBe(true);
	});

	test('needs no count where nobody paid cash', async () => {
		const ports = memoryPorts();
		await sell(ports);
		expect((await closeDay(ports, signed)).ok).toBe(true);
	});

	test('happens once', async () => {
		const ports = memoryPorts();
		success(await closeDay(ports, signed));
		expectProblem(await closeDay(ports, signed), 'day_closed');
	});

	test('numbers the days on and carries the grand total, refunds taken off', async () => {
		const ports = memoryPorts();
		const sale = await sell(ports, { amountMinor: 10_000 });
		await recordRefund(ports, { amountMinor: 1000, tender: 'card', terminalId: '1', cashier: 'Li', refundOf: sale });
		expect(success(await closeDay(ports, signed)).close).toMatchObject({ z: 1, grandTotalMinor: 9000, refunds: { count: 1, ledgerMinor: 1000 } });
		ports.clock.set(NOON + DAY_MS);
		await sell(ports, { amountMinor: 500 });
		expect(success(await closeDay(ports, { ...signed, day: '2026-11-21' })).close).toMatchObject({ z: 2, grandTotalMinor: 9500 });
	});

	test('of a day to come, or by nobody, is refused', async () => {
		const ports = memoryPorts();
		expectProblem(await closeDay(ports, { ...signed, day: '2026-11-21' }), 'day_not_over');
		expectProblem(await closeDay(ports, { ...signed, handedOverBy: ' ' }), 'text_missing');
		expect(ports.memory.entries).toEqual([]);
	});

	test('what is found afterwards is an adjustment, and the Z stays as it was', async () => {
		const ports = memoryPorts();
		const card = await sell(ports);
		const { close } = success(await closeDay(ports, signed));
		await receive(ports, receipt('r1', { amountMinor: 2350 }));
		await judge(ports, {
			matches: [match([card], ['r1'], { differenceMinor: -500 })],
			discrepancies: [found('amount_short', { sales: [card], receipts: ['r1'], amountMinor: 500 })],
		});
		const now = success(await xReport(ports, { day: DAY })).figures.totals;
		expect(adjustmentsSince(close, now)).toEqual([{ tender: 'card', salesCount: 0, ledgerMinor: 0, receiptsMinor: 2350, shortMinor: 500, overMinor: 0 }]);
		expect(await ports.work.dayClose(DAY)).toEqual(close);
	});
});

describe('looking at a day', () => {
	test('leaves no entry, however often', async () => {
		const ports = memoryPorts();
		await sell(ports);
		for (let i = 0; i < 3; i++)
			expect(success(await xReport(ports, { day: DAY }))).toMatchObject({ day: DAY, open: 0, figures: { salesCount: 1, ledgerMinor: 2850 } });
		expect(ports.memory.entries).toHaveLength(1);
	});

	test('says that nothing can be compared while no bill covers a tender', async () => {
		const ports = memoryPorts();
		await sell(ports);
		expect(success(await xReport(ports, { day: DAY })).figures.totals).toMatchObject([{ tender: 'card', receiptsMinor: null }]);
		await receive(ports);
		expect(success(await xReport(ports, { day: DAY })).figures.totals).toMatchObject([{ tender: 'card', receiptsMinor: 0 }]);
	});
});
