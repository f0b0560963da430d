import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reconcile } from '../../src/commands/matching/reconcile.ts';
import { undoDecision } from '../../src/commands/matching/undo-decision.ts';
import { verifyChain } from '../../src/domain/log/hash-chain.ts';
import { sha256 } from '../support/ledger-fixture.ts';
import { fold } from '../support/memory-fold.ts';
import { discrepanciesIn } from '../support/memory-ledger.ts';
import { type MemoryPorts, memoryPorts } from '../support/memory-ports.ts';
import { type Step, steps, till, work } from '../support/random-work.ts';
import { toyEngine } from '../support/toy-engine.ts';

const RUNS = { numRuns: 60, interruptAfterTimeLimit: 15_000 };

async function after(days: readonly Step[], onStep: (ports: MemoryPorts, did: Awaited<ReturnType<typeof work>>, commits: number) => void = () => undefined) {
	const ports = memoryPorts({ engine: toyEngine });
	const here = till(ports);
	for (const step of days) {
		const commits = ports.memory.commits.length;
		onStep(ports, await work(here, step), ports.memory.commits.length - commits);
	}
	return { ports, here };
}

test('whatever people do, each thing they do is one commit or none, and what is refused leaves no trace', async () => {
	await fc.assert(
		fc.asyncProperty(steps, async (done) => {
			await after(done, (_ports, did, commits) => {
				expect(commits).toBeLessThanOrEqual(1);
				if (did === null || !did.ok) expect(commits).toBe(0);
			});
		}),
		RUNS,
	);
});

test('whatever people do, the log is whole and no sale is refunded beyond its amount', async () => {
	await fc.assert(
		fc.asyncProperty(steps, async (done) => {
			const { ports } = await after(done);
			async function* batches() {
				yield ports.memory.entries;
			}
			expect(await verifyChain(batches(), sha256)).toMatchObject({ count: ports.memory.entries.length, fault: null });
			const { sales } = fold(ports.memory);
			for (const sale of sales.values()) {
				const refunded = [...sales.values()]
					.filter((row) => row.refundOf === sale.id && row.reversedBy === null)
					.reduce((sum, row) => sum + row.amountMinor, 0);
				expect(refunded).toBeLessThanOrEqual(sale.amountMinor);
				if (sale.reversedBy !== null) expect(refunded).toBe(0);
			}
		}),
		RUNS,
	);
});

test('undoing every decision leaves no constraint between what people logged and receipts, no open case, and no sale that a decision made', async () => {
	await fc.assert(
		fc.asyncProperty(steps, async (done) => {
			const { ports, here } = await after(done);
			const stuck = new Set<string>();
			for (const decision of [...here.decisions].reverse()) if (!(await undoDecision(ports, { decision })).ok) stuck.add(decision);
			const entered = ports.memory.entries.flatMap((entry) => (entry.kind === 'discrepancy-entered' && entry.body.created !== null ? [entry] : []));
			const { sales, cases } = fold(ports.memory);
			for (const { id, body } of entered) if (body.created && !stuck.has(id)) expect(sales.get(body.created)?.reversedBy).not.toBeNull();
			for (const found of cases.values()) if (!stuck.has(found.id)) expect(found.state).toBe('withdrawn');
			const made = new Set<string>(entered.flatMap(({ body }) => (body.created === null ? [] : [body.created])));
			const { confirmed, rejected } = (await ports.derived.facts(['2026-11-20'])).facts.decisions;
			if (stuck.size === 0) expect([confirmed, rejected.filter(({ sale }) => !made.has(sale))]).toEqual([[], []]);
			for (const gap of discrepanciesIn(ports.memory)) if (stuck.size === 0) expect(['open', 'cleared']).toContain(gap.state);
		}),
		RUNS,
	);
});

test('comparing twice finds the same as comparing once', async () => {
	await fc.assert(
		fc.asyncProperty(steps, async (done) => {
			const { ports } = await after(done);
			await reconcile(ports);
			const once = discrepanciesIn(ports.memory);
			for (const day of ['2026-11-20', '2026-11-21']) ports.memory.dirty.add(day);
			await reconcile(ports);
			expect(discrepanciesIn(ports.memory)).toEqual(once);
			expect(await ports.derived.dirtyDays()).toEqual([]);
		}),
		RUNS,
	);
});
