import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { seedPractice } from '../../../../src/app/practice/seed-practice.ts';
import { commitImport } from '../../../../src/commands/receipts/commit-import.ts';
import { foreseeImport } from '../../../../src/commands/receipts/foresee-import.ts';
import { previewImport } from '../../../../src/commands/receipts/preview-import.ts';
import type { BillReading } from '../../../../src/domain/receipts/reading.ts';
import { ok } from '../../../../src/domain/result.ts';
import { readFile } from '../../../../src/engine/engine.ts';
import { bill } from '../../../support/builders.ts';
import { sha256 } from '../../../support/ledger-fixture.ts';
import { type MemoryPorts, memoryPorts } from '../../../support/memory-ports.ts';
import { success } from '../../../support/outcomes.ts';
import { ROOT } from '../../../support/source-tree.ts';

const shipped = (name: string) => new Uint8Array(readFileSync(join(ROOT, 'public/practice', name)));
const BILLS = ['wechat-trade-bill.csv', 'alipay-20261120.csv', 'chinaums-20261120.txt'];

let ports: MemoryPorts;
beforeEach(async () => {
	ports = memoryPorts({
		engine: {
			read: async (file, options) => {
				const reading = await readFile(file, options);
				return reading.ok ? ok({ hash: await sha256(file.name), ...reading.value }) : reading;
			},
		},
	});
	await seedPractice(ports, async (path) => new TextDecoder().decode(shipped(path.replace('/practice/', ''))));
	ports.clock.set(Date.parse('2026-11-21T12:00:00+08:00'));
});

const previewOf = async (name: string) => success(await previewImport(ports, { file: { name, bytes: shipped(name) } }));

describe('before anything is taken in', () => {
	test('each receipt knows its sale, or the gap that it would be', async () => {
		const bills: BillReading[] = [];
		for (const name of BILLS) bills.push(...(await previewOf(name)).reading.bills);
		const foresight = success(await foreseeImport(ports, { bills }));
		const gaps = [...(foresight?.receipts.values() ?? [])].flatMap(({ gap }) => gap ?? []).sort();
		expect(gaps).toEqual(['amount_short', 'duplicate_charge', 'duplicate_charge', 'missing_in_ledger', 'tender_mismatch']);
		expect([...(foresight?.receipts.values() ?? [])].filter(({ sales, gap }) => sales.length > 0 && gap === null)).toHaveLength(112);
	});

	test('it is told which sales would still be without a bill', async () => {
		const { reading } = await previewOf('wechat-trade-bill.csv');
		const foresight = success(await foreseeImport(ports, { bills: reading.bills }));
		const sales = await ports.ledger.salesOfDay('2026-11-20');
		const tenders = (foresight?.withoutBill ?? []).map((id) => sales.find((sale) => sale.id === id)?.tender);
		expect([tenders.filter((tender) => tender === 'alipay').length, tenders.filter((tender) => tender === 'card').length]).toEqual([36, 26]);
		expect(tenders).not.toContain('wechat');
	});

	test('nothing is stored', async () => {
		const { reading } = await previewOf('wechat-trade-bill.csv');
		const before = JSON.stringify([await ports.ledger.head(), await ports.derived.dirtyDays()]);
		await foreseeImport(ports, { bills: reading.bills });
		expect(JSON.stringify([await ports.ledger.head(), await ports.derived.dirtyDays()])).toBe(before);
		expect(await ports.derived.matchesOfDay('2026-11-20')).toEqual([]);
	});

	test('what is in already is not counted twice', async () => {
		const preview = await previewOf('wechat-trade-bill.csv');
		const first = success(await foreseeImport(ports, { bills: preview.reading.bills }));
		await commitImport(ports, preview);
		const again = success(await foreseeImport(ports, { bills: preview.reading.bills }));
		expect(again?.receipts).toEqual(first?.receipts);
	});

	test('it is not told while another comparison runs, nor for a bill of many weeks', async () => {
		const { reading } = await previewOf('wechat-trade-bill.csv');
		const meanwhile = await ports.alone('reconcile', () => foreseeImport(ports, { bills: reading.bills }));
		expect(meanwhile && success(meanwhile)).toBeNull();
		const from = Date.parse('2026-01-01T00:00:00+08:00');
		expect(success(await foreseeImport(ports, { bills: [bill([], { coverage: { from, to: from + 90 * 86_400_000 } })] }))).toBeNull();
	});
});
