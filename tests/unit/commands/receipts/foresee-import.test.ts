import { describe, expect, test } from 'vitest';
import { foreseeImport } from '../../../../src/commands/receipts/foresee-import.ts';
import { ok } from '../../../../src/domain/result.ts';
import { DAY_MS } from '../../../../src/domain/time.ts';
import { bill } from '../../../support/builders.ts';
import { receive, sell } from '../../../support/day-of-work.ts';
import { NOON, receipt } from '../../../support/ledger-fixture.ts';
import { memoryPorts } from '../../../support/memory-ports.ts';
import { success } from '../../../support/outcomes.ts';
import { toyEngine } from '../../../support/toy-engine.ts';

describe('looking ahead before a bill is taken in', () => {
	test('says which sale each receipt would stand beside and which gap it would open, and stores nothing', async () => {
		const ports = memoryPorts({ engine: toyEngine });
		const sale = await sell(ports);
		const entries = ports.memory.entries.length;
		const bills = [bill([receipt('r1'), receipt('r2', { amountMinor: 5800 })])];
		const foresight = success(await foreseeImport(ports, { bills }));
		expect(foresight?.receipts.get('r1')).toEqual({ sales: [sale], band: 'auto', gap: null });
		expect(foresight?.receipts.get('r2')).toEqual({ sales: [], band: null, gap: 'missing_in_ledger' });
		expect(ports.memory.entries).toHaveLength(entries);
		expect(await ports.derived.matchesOfDay('2026-11-20')).toEqual([]);
	});

	test('takes what the bill says over what was said before', async () => {
		const ports = memoryPorts({ engine: toyEngine });
		const sale = await sell(ports, { amountMinor: 5800 });
		await receive(ports, receipt('r1'));
		const foresight = success(await foreseeImport(ports, { bills: [bill([receipt('r1', { amountMinor: 5800 })])] }));
		expect(foresight?.receipts.get('r1')).toMatchObject({ sales: [sale] });
	});

	test('tells which sales would still wait for a bill', async () => {
		const ports = memoryPorts({
			engine: { reconcile: async ({ sales }) => ok({ ...EMPTY, awaiting: sales.map(({ id, offset }) => ({ sale: id, dueAt: NOON + DAY_MS, offset })) }) },
		});
		const sale = await sell(ports);
		expect(success(await foreseeImport(ports, { bills: [bill([])] }))?.awaiting).toEqual([{ sale, dueAt: NOON + DAY_MS, offset: 480 }]);
	});

	test('does not look ahead while a comparison runs, or over a bill of many days', async () => {
		const ports = memoryPorts({ engine: toyEngine });
		const bills = [bill([receipt('r1')])];
		expect(await ports.alone('reconcile', () => foreseeImport(ports, { bills }))).toEqual(ok(null));
		const year = [bill([], { coverage: { from: NOON, to: NOON + 365 * DAY_MS } })];
		expect(success(await foreseeImport(ports, { bills: year }))).toBeNull();
	});
});

const EMPTY = { engineVersion: 1, matches: [], discrepancies: [], awaiting: [], netted: [], excluded: [], problems: [], clocks: [] };
