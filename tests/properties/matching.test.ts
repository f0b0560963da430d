import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/domain/matching/outcome.ts';
import { reconcile } from '../../src/domain/matching/reconcile.ts';
import type { ReconcileInput } from '../../src/domain/matching/rows.ts';
import { DAY_MS } from '../../src/domain/time.ts';
import { at, compareInput, compareRows, gapsOf, matchesOf, placesOf, receipt, sale } from '../support/matching-rows.ts';
import { seeded } from '../support/random.ts';
import { shopDays } from '../support/shop-days.ts';

const DAYS = { numRuns: 15 } as const;
const seeds = fc.integer({ min: 1, max: 100_000 });

describe('comparing', () => {
	it('does not depend on the order of rows', () => {
		fc.assert(
			fc.property(seeds, (seed) => {
				const { input } = smallDay(seed);
				expect(reconcile(shuffled(input, seed))).toEqual(reconcile(input));
			}),
			DAYS,
		);
	});

	it('does not depend on the order of rows, however often amounts and times collide', () => {
		fc.assert(
			fc.property(oddRows(), seeds, (rows, seed) => {
				const input = { ...compareInput(), ...rows };
				expect(reconcile(shuffled(input, seed))).toEqual(reconcile(input));
			}),
			{ numRuns: 150 },
		);
	});

	it('finds for a day in its window what it finds among all days', () => {
		const { input } = shopDays(77, { days: 15, perDay: 25, menu: 15 });
		const day = '2026-11-09';
		const [from, to] = ['2026-11-03', '2026-11-15'];
		const inWindow = {
			...input,
			sales: input.sales.filter((row) => row.day >= from && row.day <= to),
			receipts: input.receipts.filter((row) => row.at >= at(`${from}T04:00:00+08:00`) && row.at < at(`${to}T04:00:00+08:00`) + DAY_MS),
		};
		const saleDays = new Map(input.sales.map((row) => [row.id, row.day]));
		const ofDay = (outcome: Outcome) => ({
			matches: outcome.matches.filter((match) => saleDays.get(match.sales[0] ?? '') === day),
			discrepancies: outcome.discrepancies.filter((one) => saleDays.get(one.sales[0] ?? '') === day),
		});
		expect(ofDay(reconcile(inWindow))).toEqual(ofDay(reconcile(input)));
		expect(ofDay(reconcile(input)).matches.length).toBeGreaterThan(10);
	});

	it('gives every row exactly one place', () => {
		fc.assert(
			fc.property(seeds, (seed) => {
				const { input } = smallDay(seed);
				const places = placesOf(reconcile(input));
				for (const { id } of [...input.sales, ...input.receipts]) expect(places.get(id), `${id} of seed ${seed}`).toBeDefined();
				expect([...places.values()].filter((place) => place.startsWith('twice'))).toEqual([]);
			}),
			DAYS,
		);
	});

	it('gives every row exactly one place, however odd the rows are', () => {
		fc.assert(
			fc.property(oddRows(), (input) => {
				const places = placesOf(compareRows(input));
				for (const { id } of [...input.sales, ...input.receipts]) expect(places.get(id), id).toBeDefined();
				expect([...places].filter(([, place]) => place.startsWith('twice'))).toEqual([]);
			}),
			{ numRuns: 300 },
		);
	});

	it('finds the same pairs when one terminal runs ahead by any constant', () => {
		fc.assert(
			fc.property(seeds, fc.integer({ min: -3_000, max: 3_000 }), (seed, seconds) => {
				const { input } = shopDays(seed, { perDay: 90, faults: QUIET });
				const ahead = input.receipts.map((row) => (row.terminalId === 'T1' ? { ...row, at: row.at + seconds * 1_000 } : row));
				const [before, after] = [reconcile(input), reconcile({ ...input, receipts: ahead })];
				expect(matchesOf(after).sort()).toEqual(matchesOf(before).sort());
				expect(gapsOf(after).sort()).toEqual(gapsOf(before).sort());
				const skew = (outcome: Outcome) => outcome.clocks.find((one) => one.clock.startsWith('T1'))?.skewSeconds ?? 0;
				expect(Math.abs(skew(after) - skew(before) - seconds)).toBeLessThanOrEqual(10);
			}),
			DAYS,
		);
	});

	it('finds the same whatever digits the currency has', () => {
		fc.assert(
			fc.property(seeds, (seed) => {
				const { input } = shopDays(seed, { perDay: 70, tips: { share: 0.3, known: 0.5 } });
				const scale = <T extends { readonly amountMinor: number; readonly tipMinor: number | null }>(row: T) => ({
					...row,
					currency: 'KWD',
					amountMinor: row.amountMinor * 10,
					tipMinor: row.tipMinor === null ? null : row.tipMinor * 10,
				});
				const scaled = reconcile({ ...input, sales: input.sales.map(scale), receipts: input.receipts.map(scale) });
				const plain = reconcile(input);
				expect(scaled.matches).toEqual(plain.matches.map((match) => ({ ...match, differenceMinor: match.differenceMinor * 10, evidence: expect.anything() })));
				expect(gapsOf({ ...scaled, discrepancies: scaled.discrepancies.map((one) => ({ ...one, amountMinor: one.amountMinor / 10 })) })).toEqual(gapsOf(plain));
			}),
			DAYS,
		);
	});

	it('comes to the same when the receipts arrive in three files that overlap', () => {
		fc.assert(
			fc.property(seeds, (seed) => {
				const { input } = smallDay(seed);
				const random = seeded(seed + 3);
				const files = [0, 1, 2].map((file) => input.receipts.filter((_, k) => k % 3 === file || random.chance(0.3)));
				const arrived = [...(files[2] ?? []), ...(files[0] ?? []), ...(files[1] ?? [])].map((row, k) => ({ ...row, line: k + 2 }));
				expect(reconcile({ ...input, receipts: arrived })).toEqual(reconcile(input));
			}),
			DAYS,
		);
	});

	it('is not touched by rows that are far away', () => {
		fc.assert(
			fc.property(seeds, seeds, (seed, other) => {
				const { input } = smallDay(seed);
				const far = smallDay(other).input;
				const moved = (id: string) => `far-${id}`;
				const outcome = reconcile({
					...input,
					sales: [
						...input.sales,
						...far.sales.map((row) => ({ ...row, id: moved(row.id), at: row.at + 30 * DAY_MS, day: '2026-12-02', ref: row.ref && moved(row.ref) })),
					],
					receipts: [
						...input.receipts,
						...far.receipts.map((row) => ({
							...row,
							id: moved(row.id) as typeof row.id,
							at: row.at + 30 * DAY_MS,
							originalRef: row.originalRef && `9${row.originalRef}`,
						})),
					],
				});
				const near = reconcile(input);
				expect(outcome.matches.filter((match) => !match.sales[0]?.startsWith('far-'))).toEqual(near.matches);
				expect(outcome.discrepancies.filter((one) => ![...one.sales, ...one.receipts][0]?.startsWith('far-'))).toEqual(near.discrepancies);
			}),
			{ numRuns: 12 },
		);
	});

	it('changes nothing when the same rows come again', () => {
		fc.assert(
			fc.property(seeds, (seed) => {
				const { input } = smallDay(seed);
				const again = {
					...input,
					sales: [...input.sales, ...input.sales.slice(5, 30)],
					receipts: [...input.receipts.slice(10, 40).map((row) => ({ ...row, line: 99 })), ...input.receipts],
				};
				expect(reconcile(again)).toEqual(reconcile(input));
			}),
			DAYS,
		);
	});

	it('finds exactly one missing among k equal sales and k − 1 equal receipts', () => {
		fc.assert(
			fc.property(fc.integer({ min: 2, max: 13 }), fc.integer({ min: 5, max: 110 }), seeds, (k, gap, seed) => {
				const random = seeded(seed);
				const lost = random.below(k);
				const time = (n: number) => new Date(Date.UTC(2026, 10, 20, 4, 0, n * gap)).toISOString();
				const sales = Array.from({ length: k }, (_, n) => sale(`s${String(n).padStart(2, '0')}`, time(n), '18.00'));
				const receipts = sales.flatMap((row, n) => (n === lost ? [] : [{ ...receipt(`r${row.id}`, time(n), '18.00'), at: row.at + 1_000 * random.below(20) }]));
				const outcome = compareRows({ sales, receipts });
				expect(matchesOf(outcome)).toHaveLength(k - 1);
				expect(outcome.discrepancies).toMatchObject([{ kind: 'missing_at_terminal', count: 1, amountMinor: 1_800, sales: sales.map((row) => row.id) }]);
			}),
			{ numRuns: 80 },
		);
	});

	it('never brings a rejected pair back', () => {
		fc.assert(
			fc.property(seeds, (seed) => {
				const { input } = smallDay(seed);
				const rejected = reconcile(input)
					.matches.filter((_, k) => k % 4 === 0)
					.flatMap((match) => match.sales.flatMap((one) => match.receipts.map((other) => ({ sale: one, receipt: other }))));
				const outcome = reconcile({ ...input, decisions: { confirmed: [], rejected } });
				for (const pair of rejected) {
					const together = [
						...outcome.matches,
						...outcome.matches.flatMap((match) => match.runnerUp ?? []),
						...outcome.discrepancies.filter((one) => one.sales.length > 0 && one.receipts.length > 0 && one.kind !== 'duplicate_charge'),
					];
					expect(
						together.some((one) => one.sales.includes(pair.sale) && one.receipts.includes(pair.receipt)),
						`${pair.sale} ${pair.receipt}`,
					).toBe(false);
				}
			}),
			DAYS,
		);
	});

	it('keeps what people confirmed, whatever the scores say', () => {
		fc.assert(
			fc.property(seeds, (seed) => {
				const { input } = smallDay(seed);
				const live = reconcile(input).matches.filter((match) => match.sales.length === 1 && match.receipts.length === 1);
				const confirmed = live.slice(0, 10).map((match, k) => ({ sales: match.sales, receipts: live[(k + 1) % 10]?.receipts ?? [] }));
				const outcome = reconcile({ ...input, decisions: { confirmed, rejected: [] } });
				for (const pair of confirmed) expect(outcome.matches).toContainEqual(expect.objectContaining({ ...pair, confirmed: true, band: 'auto' }));
			}),
			DAYS,
		);
	});

	it('never matches a sale with a refund', () => {
		fc.assert(
			fc.property(oddRows(), (input) => {
				const kinds = new Map<string, string>([...input.sales, ...input.receipts].map((row) => [row.id, row.kind]));
				for (const match of compareRows(input).matches) expect(new Set([...match.sales, ...match.receipts].map((id) => kinds.get(id))).size).toBe(1);
			}),
			{ numRuns: 200 },
		);
	});
});

const QUIET = {
	missing: 0.01,
	unlogged: 0.01,
	duplicate: 0,
	tender: 0,
	cash: 0,
	amount: 0,
	voided: 0,
	reversed: 0,
	undone: 0,
	failed: 0,
	split: 0,
	combined: 0,
	twin: 0,
};

function smallDay(seed: number) {
	return shopDays(seed, {
		perDay: 60,
		menu: 15,
		faults: { missing: 0.05, unlogged: 0.05, duplicate: 0.03, cash: 0.03, voided: 0.03, reversed: 0.03, failed: 0.03, split: 0.03, combined: 0.03, twin: 0.05 },
	});
}

function shuffled(input: ReconcileInput, seed: number): ReconcileInput {
	const random = seeded(seed + 1);
	const shuffle = <T>(rows: readonly T[]) =>
		rows
			.map((row) => ({ row, at: random.next() }))
			.sort((a, b) => a.at - b.at)
			.map(({ row }) => row);
	return { ...input, sales: shuffle(input.sales), receipts: shuffle(input.receipts), coverage: shuffle(input.coverage) };
}

/** Few amounts, few minutes, every kind and status: rows that collide as much as they can. */
function oddRows(): fc.Arbitrary<Pick<ReconcileInput, 'sales' | 'receipts'>> {
	const time = fc.integer({ min: 0, max: 40 }).map((minutes) => new Date(Date.UTC(2026, 10, 20, 4, minutes)).toISOString());
	const amount = fc.constantFrom('10.00', '20.00', '30.00', '12.00', '21.00');
	const terminalId = fc.constantFrom('T1', 'T2', null);
	const tender = fc.constantFrom('wechat', 'card', 'cash', 'other', null);
	const saleRow = fc.record({
		time,
		amount,
		terminalId,
		tender,
		kind: fc.constantFrom('sale', 'sale', 'sale', 'refund', 'reversal'),
		ref: fc.nat(12),
		state: fc.constantFrom('paid_confirmed', 'paid_confirmed', 'failed', 'result_unknown'),
	});
	const receiptRow = fc.record({
		...{ time, amount, terminalId, tender },
		kind: fc.constantFrom('sale', 'sale', 'sale', 'refund', 'void', 'chargeback', 'fee'),
		status: fc.constantFrom('success', 'success', 'success', 'pending', 'failed', 'reversed'),
		last4: fc.constantFrom('1111', '2222', null),
		leg: fc.constantFrom('terminal', 'terminal', 'provider'),
		original: fc.nat(12),
	});
	return fc.record({ sales: fc.array(saleRow, { maxLength: 12 }), receipts: fc.array(receiptRow, { maxLength: 12 }) }).map(({ sales, receipts }) => ({
		sales: sales.map(({ time: at, amount: text, kind, ref, ...rest }, k) =>
			sale(`s${k}`, at, text, { ...rest, kind, ref: kind === 'sale' ? null : `s${ref}` } as Parameters<typeof sale>[3]),
		),
		receipts: receipts.map(({ time: at, amount: text, original, ...rest }, k) =>
			receipt(`r${k}`, at, text, { ...rest, source: rest.leg, originalRef: `r${original}` } as Parameters<typeof receipt>[3]),
		),
	}));
}
