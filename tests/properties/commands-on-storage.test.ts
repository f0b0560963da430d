import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayReport } from '../../src/commands/end-of-day/day-report.ts';
import { reconcile } from '../../src/commands/matching/reconcile.ts';
import { DAY } from '../support/ledger-fixture.ts';
import { memoryPorts } from '../support/memory-ports.ts';
import { type Step, steps, type Till, till, work } from '../support/random-work.ts';
import { storedPorts } from '../support/stored-ports.ts';
import { toyEngine } from '../support/toy-engine.ts';

/** Everything of the day that people can see, in a fixed order. */
async function visible({ ports, cases, imports }: Till) {
	const discrepancies = (await ports.derived.discrepanciesOfDay(DAY)).filter(({ state, decision }) => state !== 'cleared' || decision !== null);
	const report = await dayReport(ports, DAY);
	return {
		sales: [...(await ports.ledger.salesOfDay(DAY))].sort((a, b) => a.seq - b.seq),
		receipts: [...(await ports.receipts.receiptsOfDays([DAY]))].sort((a, b) => (a.id < b.id ? -1 : 1)),
		matches: [...(await ports.derived.matchesOfDay(DAY))].sort((a, b) => (String(a.sales) < String(b.sales) ? -1 : 1)),
		discrepancies: discrepancies.sort((a, b) => (a.id < b.id ? -1 : 1)),
		cases: await Promise.all(cases.map((id) => ports.work.case(id))),
		imports: await Promise.all(imports.map((id) => ports.receipts.importById(id))),
		report: { ...report, sales: [] },
		dirty: await ports.derived.dirtyDays(),
		head: await ports.ledger.head(),
	};
}

test('the stores of the tablet answer every command as plain memory does, down to the hash of the log', async () => {
	await fc.assert(
		fc.asyncProperty(steps, async (done) => {
			const stored = await storedPorts({ engine: toyEngine });
			const tills = [till(memoryPorts({ engine: toyEngine })), till(stored.ports)] as const;
			for (const step of done) await doBoth(tills, step);
			for (const { ports } of tills) await reconcile(ports);
			expect(await visible(tills[1])).toEqual(await visible(tills[0]));
			stored.close();
		}),
		{ numRuns: 20, interruptAfterTimeLimit: 40_000 },
	);
}, 60_000);

async function doBoth([memory, stored]: readonly [Till, Till], step: Step): Promise<void> {
	const [expected, seen] = [await work(memory, step), await work(stored, step)];
	expect([step, seen]).toEqual([step, expected]);
}
