import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Receipt } from '../../src/domain/receipts/receipt.ts';
import type { BankLine } from '../../src/domain/receipts/statement.ts';
import { payoutWindow } from '../../src/domain/settlement/payout-rules.ts';
import { addDays, type BusinessDay } from '../../src/domain/time.ts';
import { credit, settleRows, sold, states } from '../support/settlement-rows.ts';

/** Monday. */
const FIRST = '2026-11-02';
const major = (minor: number) => `${Math.trunc(minor / 100)}.${String(Math.abs(minor) % 100).padStart(2, '0')}`;
const feeOf = (minor: number) => Math.round(minor * 0.006);

/** Sales of some days in minor units; no two days add up to the same by chance more often than in a shop. */
const days = fc.array(fc.array(fc.integer({ min: 100, max: 500_000 }), { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 14 });

function rowsOf(sales: readonly (readonly number[])[]): Receipt[] {
	return sales.flatMap((amounts, day) =>
		amounts.map((amount, index) => ({ ...sold(addDays(FIRST, day), major(amount), major(feeOf(amount))), id: `r${day}-${index}` as Receipt['id'] })),
	);
}

/** A provider that pays on the next working day, a weekend in one credit. */
function faithful(sales: readonly (readonly number[])[]): { readonly dueOn: BusinessDay; readonly line: BankLine; readonly days: number }[] {
	const sums = new Map<BusinessDay, { minor: number; days: number }>();
	sales.forEach((amounts, day) => {
		const { dueOn } = payoutWindow(addDays(FIRST, day), { days: 1, basis: 'working', atMinutes: 0 });
		const known = sums.get(dueOn) ?? { minor: 0, days: 0 };
		sums.set(dueOn, { minor: known.minor + amounts.reduce((sum, amount) => sum + amount - feeOf(amount), 0), days: known.days + 1 });
	});
	return [...sums].map(([dueOn, { minor, days: count }]) => ({ dueOn, days: count, line: credit(dueOn, major(minor)) }));
}

const covered = [{ from: Date.parse(`${FIRST}T00:00:00+08:00`), to: Date.parse('2026-12-01T00:00:00+08:00') }];

test('what a provider pays faithfully is received, whatever the days were like', () => {
	fc.assert(
		fc.property(days, (sales) => {
			const paid = faithful(sales);
			const found = settleRows({ receipts: rowsOf(sales), lines: paid.map(({ line }) => line), covered });
			expect(found.discrepancies).toEqual([]);
			expect(found.excluded).toEqual([]);
			const net = sales.flat().reduce((sum, amount) => sum + amount - feeOf(amount), 0);
			expect(found.payouts.reduce((sum, { creditedMinor }) => sum + creditedMinor, 0)).toBe(net);
		}),
		{ numRuns: 200 },
	);
});

test('one credit that is left out is missing, and nothing else is', () => {
	fc.assert(
		fc.property(days, fc.nat(), (sales, pick) => {
			const paid = faithful(sales);
			const lost = paid[pick % paid.length];
			if (!lost) return;
			const found = settleRows({ receipts: rowsOf(sales), lines: paid.filter((one) => one !== lost).map(({ line }) => line), covered });
			const missing = found.discrepancies.filter(({ kind }) => kind === 'missing_at_bank');
			expect(missing).toHaveLength(lost.days);
			expect(missing.reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBe(lost.line.amountMinor);
			expect(found.discrepancies).toHaveLength(missing.length);
		}),
		{ numRuns: 200 },
	);
});

const anyLine = fc
	.record({
		day: fc.integer({ min: 0, max: 20 }),
		amount: fc.integer({ min: -400_000, max: 900_000 }),
		payer: fc.constantFrom(null, '财付通支付科技有限公司', '支付宝（中国）网络技术有限公司', '王芳'),
	})
	.filter(({ amount }) => amount !== 0);

test('every row and every line is in one place, bridges add up, and no order plays a part', () => {
	fc.assert(
		fc.property(days, fc.array(anyLine, { maxLength: 25 }), fc.nat(), (sales, others, seed) => {
			const receipts = rowsOf(sales);
			const strange = others.map(({ day, amount, payer }, index) => ({
				...credit(addDays(FIRST, day), '1.00', { counterparty: payer, text: `line ${index}` }),
				amountMinor: amount,
			}));
			const lines = [...faithful(sales).map(({ line }) => line), ...strange];
			const found = settleRows({ receipts, lines, covered });
			expect([...found.payouts.flatMap((one) => one.lines.map(({ id }) => id)), ...found.excluded.map(({ line }) => line)].sort()).toEqual(
				lines.map(({ id }) => id).sort(),
			);
			expect(found.payouts.flatMap((one) => one.receipts).sort()).toEqual(receipts.map(({ id }) => id as string).sort());
			for (const { bridge, creditedMinor, differenceMinor, lines: own } of found.payouts) {
				expect(bridge.grossMinor - bridge.refundsMinor - bridge.feesMinor - bridge.adjustmentsMinor).toBe(bridge.netMinor);
				if (own.length > 0) expect(creditedMinor - bridge.netMinor).toBe(differenceMinor);
			}
			const turned = (seed % lines.length) + 1;
			const again = settleRows({ receipts: [...receipts].reverse(), lines: [...lines.slice(turned), ...lines.slice(0, turned)], covered });
			expect(again).toEqual(found);
			expect(states(again)).toEqual(states(found));
		}),
		{ numRuns: 150 },
	);
});
