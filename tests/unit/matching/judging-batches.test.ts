import { describe, expect, it } from 'vitest';
import { withBatches } from '../../../src/domain/matching/judging/batches.ts';
import type { FoundDiscrepancy } from '../../../src/domain/matching/outcome.ts';
import { paymentOf } from '../../../src/domain/matching/preparing/payments.ts';
import type { Receipt } from '../../../src/domain/receipts/receipt.ts';
import { businessDayOf } from '../../../src/domain/time.ts';
import { billed, receipt } from '../../support/matching-rows.ts';

const BATCH = '000012';
const slip = (id: string, amount: string, change: Partial<Receipt> = {}, time = '12:00') =>
	receipt(id, time, amount, { tender: 'card', batchNo: BATCH, ...change });

/** A gap about these receipts, one payment each unless said otherwise. */
function gap(receipts: readonly string[], amountMinor: number, change: Partial<FoundDiscrepancy> = {}): FoundDiscrepancy {
	const sales = receipts.map((id) => id.replace('t', 's'));
	return { kind: 'missing_at_provider', sales, receipts, count: receipts.length, amountMinor, currency: 'CNY', hypotheses: [], cluster: null, ...change };
}

/** What becomes of the gaps, as "kind: members, count × amount"; `settled` are payments that the provider has too. */
function judged(gaps: readonly FoundDiscrepancy[], slips: readonly Receipt[], settled: readonly Receipt[] = []): FoundDiscrepancy[] {
	const payments = [
		...slips.map((one) => paymentOf([one], new Map())),
		...settled.map((one) => paymentOf([one, billed(`p-${one.id}`, '12:00', '1.00', { tender: one.tender })], new Map())),
	];
	return withBatches(gaps, { payments, dayOf: (at, offset) => businessDayOf({ at, offset }, 240) });
}
const told = (found: readonly FoundDiscrepancy[]) =>
	found.map(({ kind, sales, receipts, count, amountMinor }) => `${kind}: ${[...sales, ...receipts].join(' ')}, ${count}, ${amountMinor}`);

const THREE = ['t1', 't2', 't3'];
const slips = THREE.map((id) => slip(id, '10.00'));
const gaps = THREE.map((id) => gap([id], 1_000));
const whole = ['batch_unsettled: s1 s2 s3 t1 t2 t3, 3, 3000'];
const apart = ['missing_at_provider: s1 t1, 1, 1000', 'missing_at_provider: s2 t2, 1, 1000', 'missing_at_provider: s3 t3, 1, 1000'];

describe('gaps of one batch', () => {
	it('are one from three payments on, in however many gaps they stand', () => {
		expect(told(judged(gaps, slips))).toEqual(whole);
		expect(told(judged(gaps.slice(0, 2), slips.slice(0, 2)))).toEqual(apart.slice(0, 2));
		expect(told(judged([gap(['t1', 't2'], 2_000), gap(['t3'], 1_000)], slips))).toEqual(whole);
		expect(told(judged([gap(THREE, 3_000)], slips))).toEqual(whole);
		// Of two that cannot be told apart one is missing.
		expect(told(judged([gap(['t1', 't2'], 1_000, { count: 1 }), gap(['t3'], 1_000)], slips))).toEqual([
			'missing_at_provider: s1 s2 t1 t2, 1, 1000',
			'missing_at_provider: s3 t3, 1, 1000',
		]);
	});

	it('come to what was sold less what was given back', () => {
		const back = { kind: 'refund' } as const;
		const amountOf = (changes: readonly Partial<Receipt>[]) => {
			const rows = changes.map((change, k) => slip(`t${k + 1}`, '10.00', change));
			const found = judged([gap(['t1'], 3_000), gap(['t2'], 2_000), gap(['t3'], 500)], rows);
			return found.map(({ kind, amountMinor }) => `${kind} ${amountMinor}`);
		};
		expect(amountOf([{}, {}, {}])).toEqual(['batch_unsettled 5500']);
		expect(amountOf([{}, {}, back])).toEqual(['batch_unsettled 4500']);
		expect(amountOf([back, back, {}])).toEqual(['batch_unsettled 4500']);
		expect(amountOf([back, {}, {}])).toEqual(['batch_unsettled 500']);
	});

	it('name a sale that was paid in parts once', () => {
		const parts = gaps.map((one, k) => (k < 2 ? { ...one, sales: ['s1'] } : one));
		expect(told(judged(parts, slips))).toEqual(['batch_unsettled: s1 s3 t1 t2 t3, 3, 3000']);
	});

	it('stand behind what is left as it is', () => {
		const others = [gap([], 700, { sales: ['s9'] }), gap(['t1'], 900, { kind: 'missing_in_ledger', sales: [] })];
		expect(told(judged([...others, ...gaps], slips))).toEqual(['missing_at_provider: s9, 0, 700', 'missing_in_ledger: t1, 1, 900', ...whole]);
		expect(judged(others, slips)).toEqual(others);
	});

	it.each([
		['another currency', { currency: 'HKD' }, '12:00'],
		['another batch', { batchNo: '000013' }, '12:00'],
		['another terminal', { terminalId: 'T2' }, '12:00'],
		['no terminal', { terminalId: null }, '12:00'],
		['no batch', { batchNo: null }, '12:00'],
		['the day before', {}, '03:59'],
	])('hold none of %s', (_, change, time) => {
		const rows = [...slips.slice(0, 2), slip('t3', '10.00', change, time)];
		expect(told(judged(gaps, rows))).toEqual(apart);
		const both = [gap(['t1'], 1_000), gap(['t2', 't3'], 2_000)];
		expect(judged(both, rows)).toEqual(both);
		expect(judged([gap(THREE, 3_000)], rows)).toEqual([gap(THREE, 3_000)]);
	});

	it('hold no gap of which the provider has a part by another way to pay', () => {
		const wallet = { tender: 'wechat' } as const;
		const rows = [...slips, slip('t4', '10.00', wallet)];
		const more = [...gaps.slice(0, 2), gap(['t3', 't4'], 2_000)];
		expect(told(judged(more, rows))).toEqual(['batch_unsettled: s1 s2 s3 s4 t1 t2 t3 t4, 4, 4000']);
		expect(judged(more, rows, [slip('t5', '10.00', wallet)])).toEqual(more);
		expect(told(judged(gaps, slips, [slip('t5', '10.00', wallet)]))).toEqual(whole);
	});
});

describe('a lost batch', () => {
	const cause = (...settled: readonly Partial<Receipt>[]) =>
		judged(
			gaps,
			slips,
			settled.map((change, k) => slip(`x${k}`, '10.00', change)),
		)[0]?.hypotheses[0]?.code;

	it.each([
		['nothing was settled', [], 'batch_not_settled'],
		['a later one was', [{ batchNo: '000013' }], 'provider_lost_it'],
		['an earlier one was', [{ batchNo: '000011' }], 'batch_not_settled'],
		['an earlier and a later one were', [{ batchNo: '000011' }, { batchNo: '000013' }], 'provider_lost_it'],
		['its wallets were settled', [{ tender: 'wechat' }], 'batch_not_settled'],
		['a later one of another terminal was', [{ batchNo: '000013', terminalId: 'T2' }], 'batch_not_settled'],
		['one numbered in another way was', [{ batchNo: '13' }], 'batch_not_settled'],
		['one that is no number was', [{ batchNo: 'A00013' }], 'batch_not_settled'],
	] as const)('where %s', (_, settled, code) => {
		expect(cause(...settled)).toBe(code);
	});
});
