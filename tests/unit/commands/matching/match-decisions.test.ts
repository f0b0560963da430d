import { describe, expect, test } from 'vitest';
import { moveCase } from '../../../../src/commands/cases/move-case.ts';
import { openCase } from '../../../../src/commands/cases/open-case.ts';
import { collectAgain } from '../../../../src/commands/discrepancies/collect-again.ts';
import { writeOff } from '../../../../src/commands/discrepancies/write-off.ts';
import { recordRefund } from '../../../../src/commands/ledger/record-refund.ts';
import { reverseSale } from '../../../../src/commands/ledger/reverse-sale.ts';
import { confirmMatch } from '../../../../src/commands/matching/confirm-match.ts';
import { rejectMatch } from '../../../../src/commands/matching/reject-match.ts';
import { undoDecision, undoDecisions } from '../../../../src/commands/matching/undo-decision.ts';
import { asEntryId } from '../../../../src/domain/ids.ts';
import { found, judgeOne, receive, sell } from '../../../support/day-of-work.ts';
import { receipt } from '../../../support/ledger-fixture.ts';
import { type MemoryPorts, memoryPorts } from '../../../support/memory-ports.ts';
import { expectProblem, success } from '../../../support/outcomes.ts';

async function halves() {
	const ports = memoryPorts();
	const sale = await sell(ports);
	await receive(ports, receipt('r1'), receipt('r2', { amountMinor: 1600 }), receipt('refund', { kind: 'refund' }), receipt('yen', { currency: 'JPY' }));
	return { ports, sale };
}

const constraints = async (ports: MemoryPorts) => (await ports.derived.facts(['2026-11-20'])).facts.decisions;

describe('saying that halves belong together', () => {
	test('binds them, and their day is judged again', async () => {
		const { ports, sale } = await halves();
		await judgeOne(ports, found('missing_at_terminal', { sales: [sale] }));
		expect(await ports.derived.dirtyDays()).toEqual([]);
		success(await confirmMatch(ports, { groups: [{ sales: [sale], receipts: ['r1'] }] }));
		expect((await constraints(ports)).confirmed).toEqual([{ sales: [sale], receipts: ['r1'] }]);
		expect(await ports.derived.dirtyDays()).toEqual(['2026-11-20']);
	});

	test('allows other amounts and several receipts for one sale', async () => {
		const { ports, sale } = await halves();
		expect((await confirmMatch(ports, { groups: [{ sales: [sale], receipts: ['r1', 'r2'] }] })).ok).toBe(true);
	});

	test('takes a batch in one commit, or none of it', async () => {
		const { ports, sale } = await halves();
		const other = await sell(ports);
		const commits = ports.memory.commits.length;
		const good = { sales: [sale], receipts: ['r1'] };
		expectProblem(await confirmMatch(ports, { groups: [good, { sales: [other], receipts: ['lost'] }] }), 'receipt_not_found');
		expect(ports.memory.commits).toHaveLength(commits);
		expect(success(await confirmMatch(ports, { groups: [good, { sales: [other], receipts: ['r2'] }] })).decisions).toHaveLength(2);
		expect(ports.memory.commits).toHaveLength(commits + 1);
	});

	test.each([
		['another currency', ['yen'], 'members_differ'],
		['a refund for a sale', ['refund'], 'members_differ'],
		['nothing', [], 'members_differ'],
		['a receipt that is gone', ['lost'], 'receipt_not_found'],
	] as const)('refuses %s', async (_what, receipts, code) => {
		const { ports, sale } = await halves();
		expectProblem(await confirmMatch(ports, { groups: [{ sales: [sale], receipts }] }), code);
	});

	test('refuses several on both sides, except records of one payment in two legs', async () => {
		const { ports, sale } = await halves();
		const other = await sell(ports);
		await receive(ports, receipt('p1', { leg: 'provider' }));
		expectProblem(await confirmMatch(ports, { groups: [{ sales: [sale, other], receipts: ['r1', 'r2'] }] }), 'members_differ');
		expect((await confirmMatch(ports, { groups: [{ sales: [sale, other], receipts: ['r1', 'p1'] }] })).ok).toBe(true);
	});

	test('refuses sales that are undone or unknown', async () => {
		const { ports, sale } = await halves();
		await reverseSale(ports, { sale });
		expectProblem(await confirmMatch(ports, { groups: [{ sales: [sale], receipts: ['r1'] }] }), 'already_reversed');
		expectProblem(await confirmMatch(ports, { groups: [{ sales: ['gone'], receipts: ['r1'] }] }), 'sale_not_found');
		expectProblem(await confirmMatch(ports, { groups: [] }), 'members_differ');
	});
});

describe('saying that halves do not belong together', () => {
	test('keeps every pair of them apart, in one commit', async () => {
		const { ports, sale } = await halves();
		const { decisions } = success(await rejectMatch(ports, { sales: [sale], receipts: ['r1', 'r2'] }));
		expect(decisions).toHaveLength(2);
		expect((await constraints(ports)).rejected).toEqual([
			{ sale, receipt: 'r1' },
			{ sale, receipt: 'r2' },
		]);
	});

	test('refuses what is not there', async () => {
		const { ports, sale } = await halves();
		expectProblem(await rejectMatch(ports, { sales: ['gone'], receipts: ['r1'] }), 'sale_not_found');
		expectProblem(await rejectMatch(ports, { sales: [sale], receipts: ['lost'] }), 'receipt_not_found');
		expectProblem(await rejectMatch(ports, { sales: [], receipts: ['r1'] }), 'sale_not_found');
	});
});

describe('undoing a decision', () => {
	test('about a match loosens the constraint; the decision stays in the log', async () => {
		const { ports, sale } = await halves();
		const [decision] = success(await confirmMatch(ports, { groups: [{ sales: [sale], receipts: ['r1'] }] })).decisions;
		success(await undoDecision(ports, { decision: decision ?? asEntryId('') }));
		expect((await constraints(ports)).confirmed).toEqual([]);
		expect(ports.memory.entries.map(({ kind }) => kind).slice(-2)).toEqual(['match-confirmed', 'decision-undone']);
	});

	test('takes several back in one commit, or none of them', async () => {
		const { ports, sale } = await halves();
		const other = await sell(ports);
		const { decisions } = success(
			await confirmMatch(ports, {
				groups: [
					{ sales: [sale], receipts: ['r1'] },
					{ sales: [other], receipts: ['r2'] },
				],
			}),
		);
		const commits = ports.memory.commits.length;
		expectProblem(await undoDecisions(ports, { decisions: [...decisions, sale] }), 'not_allowed_now');
		expectProblem(await undoDecisions(ports, { decisions: [] }), 'not_allowed_now');
		expect(ports.memory.commits).toHaveLength(commits);
		expect(success(await undoDecisions(ports, { decisions })).entries).toHaveLength(2);
		expect(ports.memory.commits).toHaveLength(commits + 1);
		expect((await constraints(ports)).confirmed).toEqual([]);
	});

	test('about a discrepancy puts it back into the queue', async () => {
		const { ports, sale } = await halves();
		const id = await judgeOne(ports, found('missing_at_terminal', { sales: [sale] }));
		const { decision } = success(await writeOff(ports, { discrepancy: id, reason: 'left' }));
		success(await undoDecision(ports, { decision }));
		expect(await ports.derived.discrepancy(id)).toMatchObject({ state: 'open', decision: null });
	});

	test('to collect again reverses the new sale and gives the old one its state back', async () => {
		const { ports } = await halves();
		const sale = await sell(ports, { state: 'result_unknown' });
		const id = await judgeOne(ports, found('missing_at_terminal', { sales: [sale] }));
		const collected = success(await collectAgain(ports, { discrepancy: id, queried: 'slip_reprint', tender: 'cash', terminalId: null, cashier: 'Li' }));
		success(await undoDecision(ports, { decision: collected.decision }));
		expect(await ports.ledger.sale(collected.sale)).toMatchObject({ reversedBy: expect.any(String) });
		expect(await ports.ledger.sale(sale)).toMatchObject({ state: 'result_unknown' });
		expect(await ports.derived.discrepancy(id)).toMatchObject({ state: 'open' });
	});

	test('whose new sale was undone by hand does not undo it twice', async () => {
		const { ports } = await halves();
		const sale = await sell(ports);
		const id = await judgeOne(ports, found('missing_at_terminal', { sales: [sale] }));
		const collected = success(await collectAgain(ports, { discrepancy: id, queried: 'slip_reprint', tender: 'cash', terminalId: null, cashier: 'Li' }));
		await reverseSale(ports, { sale: collected.sale });
		success(await undoDecision(ports, { decision: collected.decision }));
		expect(ports.memory.entries.filter(({ kind }) => kind === 'sale-reversed')).toHaveLength(1);
	});

	test('whose new sale was refunded is refused', async () => {
		const { ports } = await halves();
		const sale = await sell(ports);
		const id = await judgeOne(ports, found('missing_at_terminal', { sales: [sale] }));
		const collected = success(await collectAgain(ports, { discrepancy: id, queried: 'slip_reprint', tender: 'cash', terminalId: null, cashier: 'Li' }));
		await recordRefund(ports, { amountMinor: 1, tender: 'cash', terminalId: null, cashier: 'Li', refundOf: collected.sale });
		expectProblem(await undoDecision(ports, { decision: collected.decision }), 'not_allowed_now');
	});

	test('to escalate withdraws the case, unless money came back by it', async () => {
		const { ports, sale } = await halves();
		const id = await judgeOne(ports, found('missing_at_terminal', { sales: [sale] }));
		const first = success(await openCase(ports, { discrepancy: id })).case;
		success(await undoDecision(ports, { decision: first }));
		expect(await ports.work.case(first)).toMatchObject({ state: 'withdrawn' });
		expect(await ports.derived.discrepancy(id)).toMatchObject({ state: 'open' });
		const second = success(await openCase(ports, { discrepancy: id })).case;
		for (const [to, recoveredMinor] of [
			['submitted', null],
			['approved', null],
			['funds_confirmed', 2850],
		] as const)
			success(await moveCase(ports, { case: second, to, recoveredMinor }));
		expectProblem(await undoDecision(ports, { decision: second }), 'not_allowed_now');
	});

	test('is refused for anything that is no decision', async () => {
		const { ports, sale } = await halves();
		expectProblem(await undoDecision(ports, { decision: sale }), 'not_allowed_now');
		expectProblem(await undoDecision(ports, { decision: asEntryId('gone') }), 'not_allowed_now');
	});
});
