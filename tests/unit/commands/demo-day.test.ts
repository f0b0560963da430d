import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { seedPractice } from '../../../src/app/practice/seed-practice.ts';
import { enterDiscrepancy } from '../../../src/commands/discrepancies/enter-discrepancy.ts';
import { closeDay } from '../../../src/commands/end-of-day/close-day.ts';
import { countCash } from '../../../src/commands/end-of-day/count-cash.ts';
import { dayReport } from '../../../src/commands/end-of-day/day-report.ts';
import { annotateSale } from '../../../src/commands/ledger/annotate-sale.ts';
import { reconcile } from '../../../src/commands/matching/reconcile.ts';
import { rejectMatch } from '../../../src/commands/matching/reject-match.ts';
import { undoDecision, undoDecisions } from '../../../src/commands/matching/undo-decision.ts';
import { commitImport } from '../../../src/commands/receipts/commit-import.ts';
import { previewImport } from '../../../src/commands/receipts/preview-import.ts';
import { withdrawImport } from '../../../src/commands/receipts/withdraw-import.ts';
import type { Discrepancy } from '../../../src/domain/discrepancies/discrepancy.ts';
import { adjustmentsSince } from '../../../src/domain/end-of-day/adjustments.ts';
import { differenceOf } from '../../../src/domain/end-of-day/totals.ts';
import type { SaleId } from '../../../src/domain/ids.ts';
import { ok } from '../../../src/domain/result.ts';
import { readFile, runReconcile } from '../../../src/engine/engine.ts';
import { sha256 } from '../../support/ledger-fixture.ts';
import { type MemoryPorts, memoryPorts } from '../../support/memory-ports.ts';
import { success } from '../../support/outcomes.ts';
import { ROOT } from '../../support/source-tree.ts';

const DAY = '2026-11-20';
const BILLS = ['wechat-trade-bill.csv', 'alipay-20261120.csv', 'chinaums-20261120.txt'];
const bytesOf = (path: string) => new Uint8Array(readFileSync(join(ROOT, 'public/practice', path)));

/** The demo shop after its day, with the real readers and the real engine. */
async function demoShop(): Promise<MemoryPorts> {
	const ports = memoryPorts({
		engine: {
			read: async (file, options) => {
				const reading = await readFile(file, options);
				return reading.ok ? ok({ hash: await sha256(file.name), ...reading.value }) : reading;
			},
			reconcile: async (input) => ok(runReconcile(input)),
		},
	});
	success(await seedPractice(ports, async (path) => new TextDecoder().decode(bytesOf(path.replace(/^\/?practice\//, '')))));
	return ports;
}

async function takeIn(ports: MemoryPorts, name: string) {
	const preview = success(await previewImport(ports, { file: { name, bytes: bytesOf(name) } }));
	return success(await commitImport(ports, preview));
}

async function compared(now = '2026-11-21T11:00:00+08:00'): Promise<MemoryPorts> {
	const ports = await demoShop();
	ports.clock.set(Date.parse(now));
	for (const name of BILLS) await takeIn(ports, name);
	success(await reconcile(ports));
	return ports;
}

async function gaps(ports: MemoryPorts) {
	const rows = await ports.derived.discrepanciesOfDay(DAY);
	return rows
		.filter(({ state }) => state === 'open')
		.map(({ kind, amountMinor }) => `${kind} ${amountMinor}`)
		.sort();
}

const PLANTED = [
	'amount_short 5000',
	'duplicate_charge 4500',
	'missing_at_provider 5200',
	'missing_at_provider 6400',
	'missing_at_provider 8600',
	'missing_in_ledger 3700',
	'tender_mismatch 7300',
];
/** Day bills as shown: tender, ledger, receipts, short, over. */
const FIGURES = [
	['card', 119_300, 105_000, 18_800, 4500],
	['wechat', 210_300, 196_600, 13_700, 0],
	['alipay', 111_700, 122_700, 0, 11_000],
];

async function totals(ports: MemoryPorts) {
	return (await dayReport(ports, DAY)).figures.totals.filter(({ tender }) => tender !== 'cash');
}

async function gapOf(ports: MemoryPorts, kind: string, amountMinor: number): Promise<Discrepancy> {
	const gap = (await ports.derived.discrepanciesOfDay(DAY)).find((row) => row.kind === kind && row.amountMinor === amountMinor);
	if (!gap) throw new Error(`no ${kind} of ${amountMinor}`);
	return gap;
}

describe('a day of the demo shop', () => {
	test('shows exactly the gaps that were planted, once the bills are due', async () => {
		expect(await gaps(await compared())).toEqual(PLANTED);
	});

	test('before they are due calls nothing missing', async () => {
		const ports = await compared('2026-11-21T09:40:00+08:00');
		expect(await gaps(ports)).toEqual(PLANTED.filter((gap) => !gap.startsWith('missing_at_provider')));
		expect(await ports.derived.awaitingOfDay(DAY)).toHaveLength(3);
		ports.clock.set(Date.parse('2026-11-21T10:00:00+08:00'));
		success(await reconcile(ports));
		expect(await gaps(ports)).toEqual(PLANTED);
	});

	test('has figures in which short and over explain every difference', async () => {
		const ports = await compared();
		expect((await totals(ports)).map((row) => [row.tender, row.ledgerMinor, row.receiptsMinor, row.shortMinor, row.overMinor])).toEqual(FIGURES);
		for (const total of await totals(ports)) expect(differenceOf(total)).toBe(total.overMinor - total.shortMinor);
		expect((await dayReport(ports, DAY)).figures.refunds).toEqual({
			count: 1,
			ledgerMinor: 2800,
			receiptsCount: 1,
			receiptsMinor: 2800,
			shortMinor: 0,
			overMinor: 0,
		});
	});

	test('stays the same when a bill comes again, and comes back whole when one is withdrawn and taken in again', async () => {
		const ports = await compared();
		expect(await takeIn(ports, BILLS[0] ?? '')).toMatchObject({ already: true });
		const [wechat] = ports.memory.entries.filter(({ kind }) => kind === 'receipts-imported');
		success(await withdrawImport(ports, { imports: wechat ? [wechat.id] : [] }));
		success(await reconcile(ports));
		expect((await totals(ports)).find(({ tender }) => tender === 'wechat')).toMatchObject({ receiptsMinor: null });
		await takeIn(ports, BILLS[0] ?? '');
		success(await reconcile(ports));
		expect(await gaps(ports)).toEqual(PLANTED);
		expect((await totals(ports)).map((row) => [row.tender, row.ledgerMinor, row.receiptsMinor, row.shortMinor, row.overMinor])).toEqual(FIGURES);
	});

	test('a receipt that comes a day late clears its gap by itself', async () => {
		const ports = await compared('2026-11-22T11:00:00+08:00');
		await takeIn(ports, 'late/chinaums-20261121.txt');
		success(await reconcile(ports));
		expect(await gaps(ports)).toEqual(PLANTED.filter((gap) => gap !== 'missing_at_provider 5200'));
		expect(await gapOf(ports, 'missing_at_provider', 5200)).toMatchObject({ state: 'cleared', decision: null });
	});

	test('a payment entered by hand is matched to its receipt; undone, the gap is back', async () => {
		const ports = await compared();
		const gap = await gapOf(ports, 'missing_in_ledger', 3700);
		const { created, decision } = success(await enterDiscrepancy(ports, { discrepancy: gap.id }));
		success(await reconcile(ports));
		expect(await gaps(ports)).toEqual(PLANTED.filter((other) => other !== 'missing_in_ledger 3700'));
		const matches = await ports.derived.matchesOfDay(DAY);
		expect(matches.filter((match) => match.sales.includes(created[0] ?? ''))).toMatchObject([{ receipts: gap.receipts, confirmed: true, differenceMinor: 0 }]);
		success(await undoDecision(ports, { decision }));
		success(await reconcile(ports));
		expect(await gaps(ports)).toEqual(PLANTED);
	});

	test('a wrong tender is put right with one change', async () => {
		const ports = await compared();
		const gap = await gapOf(ports, 'tender_mismatch', 7300);
		success(await annotateSale(ports, { sale: gap.sales[0] as SaleId, tender: 'alipay' }));
		success(await reconcile(ports));
		expect(await gaps(ports)).toEqual(PLANTED.filter((other) => other !== 'tender_mismatch 7300'));
	});

	test('a confirmed proposal survives, and rejecting it parts the halves for good', async () => {
		const ports = await compared();
		const gap = await gapOf(ports, 'amount_short', 5000);
		const { decisions } = success(await rejectMatch(ports, { sales: gap.sales, receipts: gap.receipts }));
		success(await reconcile(ports));
		expect(await gaps(ports)).not.toContain('amount_short 5000');
		success(await undoDecisions(ports, { decisions }));
		success(await reconcile(ports));
		expect(await gaps(ports)).toEqual(PLANTED);
	});

	test('closes with its open gaps counted; the late receipt is an adjustment of the closed day', async () => {
		const ports = await compared();
		success(await countCash(ports, { day: DAY, pieces: {}, totalMinor: 116_800, floatMinor: 30_000 }));
		const { close } = success(await closeDay(ports, { day: DAY, handedOverBy: '小李', checkedBy: '阿芳' }));
		expect(close).toMatchObject({ z: 1, open: 7, openMinor: 33_400, awaiting: 0, grandTotalMinor: 119_300 + 210_300 + 111_700 + 86_800 - 2800 });
		await takeIn(ports, 'late/chinaums-20261121.txt');
		success(await reconcile(ports));
		expect(adjustmentsSince(close, (await dayReport(ports, DAY)).figures.totals)).toEqual([
			{ tender: 'card', salesCount: 0, ledgerMinor: 0, receiptsMinor: 5200, shortMinor: -5200, overMinor: 0 },
		]);
		expect(await ports.work.dayClose(DAY)).toEqual(close);
	});
});
