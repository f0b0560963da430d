import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { reconcile } from '../../../../src/commands/matching/reconcile.ts';
import type { Ports } from '../../../../src/commands/ports.ts';
import { withdrawImport } from '../../../../src/commands/receipts/withdraw-import.ts';
import { clearedThemselves } from '../../../../src/domain/end-of-day/review.ts';
import { receive, sell } from '../../../support/day-of-work.ts';
import { DAY, receipt } from '../../../support/ledger-fixture.ts';
import { memoryPorts } from '../../../support/memory-ports.ts';
import { success } from '../../../support/outcomes.ts';
import { storedPorts } from '../../../support/stored-ports.ts';
import { toyEngine } from '../../../support/toy-engine.ts';

const PLACES: readonly (readonly [string, () => Promise<Ports>])[] = [
	['plain memory', async () => memoryPorts({ engine: toyEngine })],
	["the tablet's stores", async () => (await storedPorts({ engine: toyEngine })).ports],
];

describe.each(PLACES)('over %s', (_name, open) => {
	test('a gap that a late receipt fills is kept as cleared by itself, and is open again when the receipt is withdrawn', async () => {
		const ports = await open();
		const sale = await sell(ports);
		success(await reconcile(ports));
		expect(await ports.derived.discrepanciesOfDay(DAY)).toMatchObject([{ kind: 'missing_at_terminal', state: 'open' }]);
		const imports = await receive(ports, receipt('r1'));
		success(await reconcile(ports));
		const cleared = await ports.derived.discrepanciesOfDay(DAY);
		expect(cleared).toMatchObject([{ kind: 'missing_at_terminal', sales: [sale], state: 'cleared', decision: null }]);
		expect(clearedThemselves(cleared)).toEqual({ count: 1, amountMinor: 2850 });
		success(await withdrawImport(ports, { imports }));
		success(await reconcile(ports));
		expect(await ports.derived.discrepanciesOfDay(DAY)).toMatchObject([{ sales: [sale], state: 'open' }]);
	});

	test('a refund that nobody logged is money that may be lost', async () => {
		const ports = await open();
		await receive(ports, receipt('r1', { kind: 'refund' }));
		success(await reconcile(ports));
		expect(await ports.derived.discrepanciesOfDay(DAY)).toMatchObject([{ kind: 'missing_in_ledger', risk: 'loss' }]);
	});
});
