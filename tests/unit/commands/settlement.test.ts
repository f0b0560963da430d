import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { openCase } from '../../../src/commands/cases/open-case.ts';
import { explainDiscrepancy } from '../../../src/commands/discrepancies/explain-discrepancy.ts';
import { writeOff } from '../../../src/commands/discrepancies/write-off.ts';
import { reconcile } from '../../../src/commands/matching/reconcile.ts';
import { undoDecision } from '../../../src/commands/matching/undo-decision.ts';
import type { ReadFileAnswer } from '../../../src/commands/ports.ts';
import { commitImport } from '../../../src/commands/receipts/commit-import.ts';
import { previewImport } from '../../../src/commands/receipts/preview-import.ts';
import { withdrawImport } from '../../../src/commands/receipts/withdraw-import.ts';
import { asDiscrepancyId } from '../../../src/domain/ids.ts';
import type { BillReading } from '../../../src/domain/receipts/reading.ts';
import type { BankLine, StatementReading } from '../../../src/domain/receipts/statement.ts';
import { ok, type Result } from '../../../src/domain/result.ts';
import { bill } from '../../support/builders.ts';
import { at } from '../../support/matching-rows.ts';
import { success } from '../../support/outcomes.ts';
import { credit, sold, wholeDays } from '../../support/settlement-rows.ts';
import { statement } from '../../support/statements.ts';
import { storedPorts } from '../../support/stored-ports.ts';

const TUE = '2026-11-17';
const WED = '2026-11-18';
const MISSING = asDiscrepancyId(`missing_at_bank;payout;${encodeURIComponent(`wechat-trade-bill:${TUE}:CNY`)}`);
const wechat = bill([sold(TUE, '100.00', '0.60')], { format: 'wechat-trade-bill', leg: 'provider', coverage: wholeDays(TUE, TUE), tenders: ['wechat'] });

async function shop() {
	const next: { reading: ReadFileAnswer } = { reading: { hash: '', bills: [], statements: [] } };
	const { ports } = await storedPorts({ engine: { read: async () => ok(next.reading) } });
	ports.clock.set(at('2026-12-01T12:00:00+08:00'));
	const preview = async (name: string, read: { bills?: readonly BillReading[]; statements?: readonly StatementReading[] }) => {
		next.reading = { hash: `hash of ${name}`, bills: read.bills ?? [], statements: read.statements ?? [] };
		return success(await previewImport(ports, { file: { name, bytes: new TextEncoder().encode(name) } }));
	};
	const takeIn = async (name: string, read: Parameters<typeof preview>[1]) => {
		const taken = success(await commitImport(ports, await preview(name, read)));
		success(await reconcile(ports));
		return taken;
	};
	const takeBack = async (taken: { readonly imports: Parameters<typeof withdrawImport>[1]['imports'] }) => {
		success(await withdrawImport(ports, taken));
		success(await reconcile(ports));
	};
	const gap = async () => (await ports.derived.discrepancy(MISSING))?.state ?? 'none';
	return { ports, preview, takeIn, takeBack, gap };
}

describe('a bank statement', () => {
	test('shows what did not come; a later one clears it, and taking that back brings it back', async () => {
		const { ports, takeIn, takeBack, gap } = await shop();
		await takeIn('bill.csv', { bills: [wechat] });
		expect(await gap()).toBe('none');
		await takeIn('empty.csv', { statements: [statement([], [WED, '2026-11-20'])] });
		expect(await ports.derived.discrepancy(MISSING)).toMatchObject({
			kind: 'missing_at_bank',
			state: 'open',
			day: TUE,
			amountMinor: 9_940,
			risk: 'loss',
			receipts: [],
		});
		const late = await takeIn('late.csv', { statements: [statement([credit('2026-11-23', '99.40')])] });
		expect(await gap()).toBe('cleared');
		await takeBack(late);
		expect(await gap()).toBe('open');
	});

	test('taken back leaves nothing that it alone had found', async () => {
		const { ports, takeIn, takeBack, gap } = await shop();
		await takeIn('bill.csv', { bills: [wechat] });
		const empty = await takeIn('empty.csv', { statements: [statement([])] });
		expect(await gap()).toBe('open');
		await takeBack(empty);
		expect(await gap()).toBe('none');
		expect(await ports.receipts.bankLines()).toEqual([]);
	});

	test('changes with the bills: a withdrawn bill has no payout, another one another sum', async () => {
		const { ports, takeIn, takeBack, gap } = await shop();
		const taken = await takeIn('bill.csv', { bills: [wechat] });
		await takeIn('empty.csv', { statements: [statement([])] });
		await takeIn('more.csv', { bills: [{ ...wechat, receipts: [sold(TUE, '50.00', '0.30')] }] });
		expect((await ports.derived.discrepancy(MISSING))?.amountMinor).toBe(14_910);
		await takeBack(taken);
		expect((await ports.derived.discrepancy(MISSING))?.amountMinor).toBe(4_970);
		expect(await gap()).toBe('open');
	});

	test('judges a payout again once it has fallen due', async () => {
		const { ports, takeIn, gap } = await shop();
		ports.clock.set(at(`${WED}T13:00:00+08:00`));
		await takeIn('bill.csv', { bills: [wechat] });
		await takeIn('statement.csv', { statements: [statement([])] });
		expect(await gap()).toBe('none');
		ports.clock.set(at(`${WED}T14:00:00+08:00`));
		success(await reconcile(ports));
		expect(await gap()).toBe('open');
	});
});

describe('lines of overlapping statements', () => {
	const first = [credit(WED, '99.40'), credit('2026-11-19', '10.00', { counterparty: '王芳' })];
	const second: readonly BankLine[] = [credit(WED, '99.40', { line: 7 }), credit('2026-11-24', '5.00', { counterparty: '王芳' })];

	test('stand once, and for as long as one statement has them', async () => {
		const { ports, preview, takeIn, takeBack } = await shop();
		const one = await takeIn('one.csv', { statements: [statement(first)] });
		const seen = await preview('two.csv', { statements: [statement(second)] });
		expect(seen.statements[0]?.counts).toEqual({ new: 1, known: 1, changed: 0 });
		await takeIn('two.csv', { statements: [statement(second)] });
		expect(await ports.receipts.bankLines()).toHaveLength(3);
		await takeBack(one);
		expect((await ports.receipts.bankLines()).map(({ bookedOn }) => bookedOn)).toEqual([WED, '2026-11-24']);
	});

	test('of the same bytes are not taken in again', async () => {
		const { ports, preview, takeIn } = await shop();
		const { imports } = await takeIn('one.csv', { statements: [statement(first)] });
		expect((await preview('one.csv', { statements: [statement(first)] })).knownAs?.id).toBe(imports[0]);
		expect(await takeIn('one.csv', { statements: [statement(first)] })).toEqual({ imports, already: true });
		expect(await ports.receipts.bankLines()).toHaveLength(2);
	});
});

describe('work on a payout', () => {
	test('explained, written off or given to the bank, it stays so while it is found, and comes back when that is undone', async () => {
		const { ports, takeIn, gap } = await shop();
		await takeIn('bill.csv', { bills: [wechat] });
		await takeIn('empty.csv', { statements: [statement([])] });
		const steps = [
			{ state: 'explained', decide: () => explainDiscrepancy(ports, { discrepancy: MISSING, reason: 'known_delay', note: null }) },
			{ state: 'written_off', decide: () => writeOff(ports, { discrepancy: MISSING, reason: '银行已确认退汇' }) },
			{ state: 'escalated', decide: () => openCase(ports, { discrepancy: MISSING, party: 'bank', note: null }) },
		];
		for (const { state, decide } of steps) {
			const decided: Result<unknown, unknown> = await decide();
			success(decided);
			await takeIn(`again after ${state}.csv`, { statements: [statement([credit('2026-11-25', '1.00', { counterparty: '王芳', text: state })])] });
			expect(await gap()).toBe(state);
			const decision = (await ports.derived.discrepancy(MISSING))?.decision;
			if (!decision) throw new Error('no decision');
			success(await undoDecision(ports, { decision }));
			expect(await gap()).toBe('open');
		}
	});

	test('does not go with the sales of its day being compared again', async () => {
		const { ports, takeIn, gap } = await shop();
		await takeIn('bill.csv', { bills: [wechat] });
		await takeIn('empty.csv', { statements: [statement([])] });
		await takeIn('other.csv', {
			bills: [
				bill([sold(TUE, '7.00', '0.00', { tender: 'alipay', source: 'alipay-trade' })], {
					format: 'alipay-trade',
					leg: 'provider',
					coverage: wholeDays(TUE, TUE),
					tenders: ['alipay'],
				}),
			],
		});
		expect(await gap()).toBe('open');
		expect((await ports.derived.discrepanciesOfDay(TUE)).filter(({ kind }) => kind === 'missing_at_bank')).toHaveLength(2);
	});
});
