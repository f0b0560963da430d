import { describe, expect, test } from 'vitest';
import { logContact } from '../../../../src/commands/cases/log-contact.ts';
import { moveCase } from '../../../../src/commands/cases/move-case.ts';
import { noteCase } from '../../../../src/commands/cases/note-case.ts';
import { openCase } from '../../../../src/commands/cases/open-case.ts';
import { undoDecision } from '../../../../src/commands/matching/undo-decision.ts';
import { asDiscrepancyId, asEntryId, type CaseId } from '../../../../src/domain/ids.ts';
import { DAY_MS } from '../../../../src/domain/time.ts';
import { found, judgeOne, receive, sell } from '../../../support/day-of-work.ts';
import { NOON, receipt } from '../../../support/ledger-fixture.ts';
import { type MemoryPorts, memoryPorts } from '../../../support/memory-ports.ts';
import { expectProblem, success } from '../../../support/outcomes.ts';

async function opened(): Promise<{ ports: MemoryPorts; id: CaseId }> {
	const ports = memoryPorts();
	const sale = await sell(ports);
	const discrepancy = await judgeOne(ports, found('missing_at_terminal', { sales: [sale] }));
	return { ports, id: success(await openCase(ports, { discrepancy, note: 'slip kept' })).case };
}

describe('escalating', () => {
	test('opens a case with the money at risk, whom to ask, and the limit that comes first', async () => {
		const ports = memoryPorts();
		const sale = await sell(ports);
		const discrepancy = await judgeOne(ports, found('missing_at_terminal', { sales: [sale] }));
		const { case: id, deadline } = success(await openCase(ports, { discrepancy, note: 'slip kept' }));
		expect(deadline).toMatchObject({ at: NOON + DAY_MS, rule: { code: 'forward_stored', asOf: '2026-11' } });
		expect(await ports.work.case(id)).toMatchObject({
			party: 'provider',
			state: 'detected',
			atRiskMinor: 2850,
			recoveredMinor: 0,
			deadline: NOON + DAY_MS,
			timeline: [{ note: 'slip kept' }],
		});
		expect(await ports.derived.discrepancy(discrepancy)).toMatchObject({ state: 'escalated', caseId: id });
	});

	test('takes the limit of the tender that the receipt says', async () => {
		const ports = memoryPorts();
		const sale = await sell(ports, { tender: 'card' });
		await receive(ports, receipt('r1', { tender: 'wechat' }));
		const discrepancy = await judgeOne(ports, found('amount_short', { sales: [sale], receipts: ['r1'] }));
		expect(success(await openCase(ports, { discrepancy })).deadline).toMatchObject({ rule: { code: 'inquiry', days: 90 } });
	});

	test('has no limit where none is known, and asks whom the person chose', async () => {
		const ports = memoryPorts();
		const sale = await sell(ports, { tender: 'other' });
		const discrepancy = await judgeOne(ports, found('missing_at_provider', { sales: [sale] }));
		const { case: id, deadline } = success(await openCase(ports, { discrepancy, party: 'bank' }));
		expect(deadline).toBeNull();
		expect(await ports.work.case(id)).toMatchObject({ party: 'bank', deadline: null });
	});

	test('of a discrepancy that is gone or already escalated is refused', async () => {
		const { ports } = await opened();
		expectProblem(await openCase(ports, { discrepancy: asDiscrepancyId('gone') }), 'discrepancy_gone');
		const [open] = await ports.derived.discrepanciesOfDay('2026-11-20');
		expectProblem(await openCase(ports, { discrepancy: open?.id ?? asDiscrepancyId('') }), 'not_allowed_now');
	});
});

describe('moving a case', () => {
	test('goes its way from being found to the money being back', async () => {
		const { ports, id } = await opened();
		for (const to of [
			'verifying',
			'classified',
			'collecting_materials',
			'ready',
			'submitted',
			'under_review',
			'info_requested',
			'under_review',
			'approved',
			'funds_expected',
		] as const) {
			success(await moveCase(ports, { case: id, to }));
		}
		success(await moveCase(ports, { case: id, to: 'funds_confirmed', recoveredMinor: 2000, ticketNo: ' JN20261120-5521 ' }));
		success(await moveCase(ports, { case: id, to: 'watching' }));
		success(await moveCase(ports, { case: id, to: 'closed' }));
		expect(await ports.work.case(id)).toMatchObject({ state: 'closed', recoveredMinor: 2000, ticketNo: 'JN20261120-5521' });
	});

	test('a step that does not follow is refused and leaves no entry', async () => {
		const { ports, id } = await opened();
		const entries = ports.memory.entries.length;
		expectProblem(await moveCase(ports, { case: id, to: 'funds_confirmed', recoveredMinor: 100 }), 'not_allowed_now');
		expectProblem(await moveCase(ports, { case: id, to: 'detected' }), 'not_allowed_now');
		expectProblem(await moveCase(ports, { case: asEntryId('gone'), to: 'verifying' }), 'case_not_found');
		expect(ports.memory.entries).toHaveLength(entries);
	});

	test('money back is needed for its confirmation, and never more than was at risk', async () => {
		const { ports, id } = await opened();
		await moveCase(ports, { case: id, to: 'submitted' });
		await moveCase(ports, { case: id, to: 'partially_approved' });
		expectProblem(await moveCase(ports, { case: id, to: 'funds_confirmed' }), 'amount_missing');
		expectProblem(await moveCase(ports, { case: id, to: 'funds_confirmed', recoveredMinor: -1 }), 'amount_missing');
		expectProblem(await moveCase(ports, { case: id, to: 'funds_confirmed', recoveredMinor: 2851 }), 'amount_too_large');
		expect((await moveCase(ports, { case: id, to: 'funds_confirmed', recoveredMinor: 2850 })).ok).toBe(true);
	});

	test('withdrawn it may be reopened, unless its opening was undone', async () => {
		const { ports, id } = await opened();
		success(await moveCase(ports, { case: id, to: 'withdrawn' }));
		expect(await ports.derived.discrepanciesOfDay('2026-11-20')).toMatchObject([{ state: 'open' }]);
		success(await moveCase(ports, { case: id, to: 'reopened' }));
		expect(await ports.derived.discrepanciesOfDay('2026-11-20')).toMatchObject([{ state: 'escalated' }]);
		success(await undoDecision(ports, { decision: id }));
		expectProblem(await moveCase(ports, { case: id, to: 'reopened' }), 'not_allowed_now');
	});

	test('giving the money up needs a reason', async () => {
		const { ports, id } = await opened();
		expectProblem(await moveCase(ports, { case: id, to: 'written_off', note: ' ' }), 'text_missing');
		success(await moveCase(ports, { case: id, to: 'written_off', note: 'too small to chase' }));
		expect(await ports.derived.discrepanciesOfDay('2026-11-20')).toMatchObject([{ state: 'written_off' }]);
	});
});

describe('the log of a case', () => {
	test('takes notes and contacts in their order, without card numbers', async () => {
		const { ports, id } = await opened();
		success(await noteCase(ports, { case: id, note: 'card 4111111111111111, table 6', internal: true }));
		success(await logContact(ports, { case: id, channel: 'phone', withWhom: 'agent 06', note: 'answer within 5 days', nextCheck: NOON + 3 * DAY_MS }));
		expect((await ports.work.case(id))?.timeline.map(({ what, note }) => [what, note])).toEqual([
			['opened', 'slip kept'],
			['note', 'card ************1111, table 6'],
			['contact', 'answer within 5 days'],
		]);
	});

	test('refuses empty words and unknown cases', async () => {
		const { ports, id } = await opened();
		const contact = { channel: 'app', withWhom: null, nextCheck: null } as const;
		expectProblem(await noteCase(ports, { case: id, note: ' ', internal: false }), 'text_missing');
		expectProblem(await logContact(ports, { ...contact, case: id, note: '' }), 'text_missing');
		expectProblem(await noteCase(ports, { case: asEntryId('gone'), note: 'x', internal: false }), 'case_not_found');
		expectProblem(await logContact(ports, { ...contact, case: asEntryId('gone'), note: 'x' }), 'case_not_found');
	});
});
