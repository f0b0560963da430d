import { describe, expect, test } from 'vitest';
import { assignDiscrepancy } from '../../../../src/commands/discrepancies/assign-discrepancy.ts';
import { collectAgain } from '../../../../src/commands/discrepancies/collect-again.ts';
import { enterDiscrepancy } from '../../../../src/commands/discrepancies/enter-discrepancy.ts';
import { explainDiscrepancy } from '../../../../src/commands/discrepancies/explain-discrepancy.ts';
import { snoozeDiscrepancy } from '../../../../src/commands/discrepancies/snooze-discrepancy.ts';
import { writeOff } from '../../../../src/commands/discrepancies/write-off.ts';
import type { Ports } from '../../../../src/commands/ports.ts';
import { asDiscrepancyId, type DiscrepancyId } from '../../../../src/domain/ids.ts';
import type { Problem } from '../../../../src/domain/problems.ts';
import { problem } from '../../../../src/domain/problems.ts';
import type { Result } from '../../../../src/domain/result.ts';
import { HOUR_MS } from '../../../../src/domain/time.ts';
import { found, judge, judgeOne, sell } from '../../../support/day-of-work.ts';
import { NOON } from '../../../support/ledger-fixture.ts';
import { memoryPorts } from '../../../support/memory-ports.ts';
import { expectProblem, success } from '../../../support/outcomes.ts';

async function missingSale() {
	const ports = memoryPorts();
	const sale = await sell(ports);
	const id = await judgeOne(ports, found('missing_at_terminal', { sales: [sale] }));
	return { ports, sale, id };
}

type Decide = (ports: Ports, discrepancy: DiscrepancyId) => Promise<Result<unknown, Problem>>;

const DECISIONS: readonly (readonly [string, Decide])[] = [
	['entering it', (ports, discrepancy) => enterDiscrepancy(ports, { discrepancy })],
	['collecting again', (ports, discrepancy) => collectAgain(ports, { discrepancy, queried: 'provider_app', tender: 'card', terminalId: '1', cashier: 'Li' })],
	['explaining it', (ports, discrepancy) => explainDiscrepancy(ports, { discrepancy, reason: 'typed_wrong' })],
	['writing it off', (ports, discrepancy) => writeOff(ports, { discrepancy, reason: 'customer left' })],
	['putting it off', (ports, discrepancy) => snoozeDiscrepancy(ports, { discrepancy, until: NOON + HOUR_MS })],
	['leaving it to somebody', (ports, discrepancy) => assignDiscrepancy(ports, { discrepancy, to: 'Zhou' })],
];

describe.each(DECISIONS)('%s', (_name, decide) => {
	test('is one commit that names the discrepancy, its members and its money', async () => {
		const { ports, sale, id } = await missingSale();
		const commits = ports.memory.commits.length;
		success(await decide(ports, id));
		expect(ports.memory.commits).toHaveLength(commits + 1);
		expect(ports.memory.entries.at(-1)?.body).toMatchObject({
			discrepancy: id,
			kind: 'missing_at_terminal',
			day: '2026-11-20',
			sales: [sale],
			receipts: [],
			amountMinor: 2850,
		});
	});

	test('of a discrepancy that is gone or cleared is refused', async () => {
		const { ports, id } = await missingSale();
		expectProblem(await decide(ports, asDiscrepancyId('gone')), 'discrepancy_gone');
		await judge(ports, {});
		expectProblem(await decide(ports, id), 'discrepancy_gone');
		expect(ports.memory.entries).toHaveLength(1);
	});

	test('after another decision is refused until that one is undone', async () => {
		const { ports, id } = await missingSale();
		success(await writeOff(ports, { discrepancy: id, reason: 'customer left' }));
		expectProblem(await decide(ports, id), 'not_allowed_now');
	});

	test('of one that was put off is allowed', async () => {
		const { ports, id } = await missingSale();
		success(await snoozeDiscrepancy(ports, { discrepancy: id, until: NOON + HOUR_MS }));
		expect((await decide(ports, id)).ok).toBe(true);
	});

	test('that the storage refuses leaves everything as it was', async () => {
		const { ports, id } = await missingSale();
		ports.memory.refuseNext = problem('storage_full');
		expectProblem(await decide(ports, id), 'storage_full');
		expect(await ports.derived.discrepancy(id)).toMatchObject({ state: 'open', decision: null, assignee: null });
	});
});

describe('what each decision needs', () => {
	test('an explanation by another reason needs a note', async () => {
		const { ports, id } = await missingSale();
		expectProblem(await explainDiscrepancy(ports, { discrepancy: id, reason: 'other', note: '  ' }), 'text_missing');
		success(await explainDiscrepancy(ports, { discrepancy: id, reason: 'other', note: 'paid next door' }));
		expect(await ports.derived.discrepancy(id)).toMatchObject({ state: 'explained' });
	});

	test('a write-off needs a reason', async () => {
		const { ports, id } = await missingSale();
		expectProblem(await writeOff(ports, { discrepancy: id, reason: ' ' }), 'text_missing');
		const { decision } = success(await writeOff(ports, { discrepancy: id, reason: 'card 4111111111111111 declined' }));
		expect(ports.memory.entries.at(-1)?.body).toMatchObject({ reason: 'card ************1111 declined' });
		expect(await ports.derived.discrepancy(id)).toMatchObject({ state: 'written_off', decision });
	});

	test('a moment to come back to must lie ahead', async () => {
		const { ports, id } = await missingSale();
		expectProblem(await snoozeDiscrepancy(ports, { discrepancy: id, until: NOON }), 'not_allowed_now');
		expectProblem(await snoozeDiscrepancy(ports, { discrepancy: id, until: Number.NaN }), 'not_allowed_now');
		success(await snoozeDiscrepancy(ports, { discrepancy: id, until: NOON + 1 }));
		expect(await ports.derived.discrepancy(id)).toMatchObject({ state: 'snoozed', snoozedUntil: NOON + 1 });
	});

	test('leaving it to somebody needs a name, and it stays in the queue', async () => {
		const { ports, id } = await missingSale();
		expectProblem(await assignDiscrepancy(ports, { discrepancy: id, to: '' }), 'text_missing');
		success(await assignDiscrepancy(ports, { discrepancy: id, to: 'Zhou', note: 'please look' }));
		expect(await ports.derived.discrepancy(id)).toMatchObject({ state: 'open', assignee: 'Zhou' });
	});
});

describe('collecting again', () => {
	const again = { tender: 'wechat', terminalId: '2', cashier: 'Li' } as const;

	test('is refused while the result was not queried', async () => {
		const { ports, id } = await missingSale();
		expectProblem(await collectAgain(ports, { ...again, discrepancy: id, queried: null }), 'query_first');
		expect(ports.memory.entries).toHaveLength(1);
	});

	test('records a new sale now and marks the old one as failed, so that the money is in the books once', async () => {
		const { ports, id, sale } = await missingSale();
		ports.clock.pass(HOUR_MS);
		const collected = success(await collectAgain(ports, { ...again, discrepancy: id, queried: 'last_transaction', note: 'came back' }));
		expect(await ports.ledger.sale(collected.sale)).toMatchObject({
			amountMinor: 2850,
			tender: 'wechat',
			terminalId: '2',
			at: NOON + HOUR_MS,
			note: 'came back',
		});
		expect(await ports.ledger.sale(sale)).toMatchObject({ state: 'failed', reversedBy: null });
		expect(await ports.derived.discrepancy(id)).toMatchObject({ state: 'collected', decision: collected.decision });
	});

	test('takes the sale that no receipt was given to where several look alike', async () => {
		const ports = memoryPorts();
		const [paid, unpaid] = [await sell(ports), await sell(ports)];
		const matched = {
			sales: [paid],
			receipts: ['r1'],
			band: 'auto',
			probabilityMillionths: 1,
			differenceMinor: 0,
			evidence: [],
			runnerUp: null,
			confirmed: false,
		} as const;
		const id = await judgeOne(ports, found('missing_at_terminal', { sales: [paid, unpaid] }), { matches: [matched] });
		success(await collectAgain(ports, { ...again, discrepancy: id, queried: 'provider_app' }));
		expect([await ports.ledger.sale(paid), await ports.ledger.sale(unpaid)]).toMatchObject([{ state: 'paid_confirmed' }, { state: 'failed' }]);
	});

	test('is refused where money did come in', async () => {
		const ports = memoryPorts();
		const sale = await sell(ports);
		const id = await judgeOne(ports, found('amount_short', { sales: [sale], receipts: ['r1'] }));
		expectProblem(await collectAgain(ports, { ...again, discrepancy: id, queried: 'provider_app' }), 'not_allowed_now');
	});
});
