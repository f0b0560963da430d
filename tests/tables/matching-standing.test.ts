import { describe, expect, it } from 'vitest';
import type { Receipt } from '../../src/domain/receipts/receipt.ts';
import { at, billed, compareRows, covering, gapsOf, matchesOf, placesOf, receipt, sale } from '../support/matching-rows.ts';

/** How rows stand once their own side has been read: undone, given back, disputed, in a ring. */
const legs = { coverage: [covering('terminal'), covering('provider')] };
const reversal = (id: string, time: string, ref: string | null) => sale(id, time, '50.00', { kind: 'reversal', ref });
const sorted = (places: ReadonlyMap<string, string>) => [...places].map(([id, place]) => `${id} ${place}`).sort();

describe('reversals', () => {
	const whole = sale('s1', '12:00', '50.00');

	it('of themselves, of nothing and of nobody are problems, each once', () => {
		const outcome = compareRows({ sales: [reversal('a', '12:00', 'a'), reversal('b', '12:01', null), reversal('c', '12:02', 'nobody')] });
		expect(outcome.problems.map(({ sale: id, code }) => `${id} ${code}`)).toEqual(['a original_unknown', 'b original_unknown', 'c original_unknown']);
		expect(outcome.problems[1]?.message).toContain('an unnamed entry');
		expect(outcome.problems[2]?.message).toContain('nobody');
	});

	it('in a ring, and one that hangs on the ring, are problems', () => {
		const outcome = compareRows({ sales: [reversal('a', '12:00', 'b'), reversal('b', '12:01', 'a'), reversal('c', '12:02', 'b')] });
		expect(outcome.problems.map(({ sale: id }) => id)).toEqual(['a', 'b', 'c']);
		expect(outcome.netted).toEqual([]);
	});

	it('of a reversal of unknown original are problems too', () => {
		const outcome = compareRows({ sales: [reversal('a', '12:00', 'nobody'), reversal('b', '12:01', 'a')] });
		expect(outcome.problems.map(({ sale: id }) => id)).toEqual(['a', 'b']);
	});

	it('three deep undo the sale after all', () => {
		const sales = [whole, reversal('a', '12:01', 's1'), reversal('b', '12:02', 'a'), reversal('c', '12:03', 'b')];
		const outcome = compareRows({ sales });
		expect(outcome.netted).toHaveLength(1);
		expect([...(outcome.netted[0]?.sales ?? [])].sort()).toEqual(['a', 'b', 'c', 's1']);
		expect(gapsOf(outcome)).toEqual([]);
	});

	it('of one sale twice undo it once, and still when one of them is taken back', () => {
		const both = [whole, reversal('a', '12:01', 's1'), reversal('b', '12:02', 's1')];
		expect(sorted(placesOf(compareRows({ sales: both })))).toEqual(['a netted', 'b netted', 's1 netted']);
		const one = [...both, reversal('c', '12:03', 'a')];
		expect(sorted(placesOf(compareRows({ sales: one })))).toEqual(['a netted', 'b netted', 'c netted', 's1 netted']);
		const none = [...one, reversal('d', '12:04', 'b')];
		expect(placesOf(compareRows({ sales: none })).get('s1')).toBe('missing_at_terminal');
	});

	it('of cash net it without a receipt', () => {
		const outcome = compareRows({
			sales: [sale('s1', '12:00', '50.00', { tender: 'cash' }), reversal('a', '12:01', 's1')],
			receipts: [receipt('r1', '12:00:10', '50.00')],
		});
		expect(outcome.netted).toEqual([{ sales: ['s1', 'a'], receipts: [], reason: 'reversal' }]);
		expect(gapsOf(outcome)).toEqual(['missing_in_ledger: r1, 1, 5000']);
	});

	it('of a sale that never was paid is beside the point where no receipt stands either', () => {
		const sales = [sale('s1', '12:00', '50.00'), reversal('a', '12:01', 's1')];
		const failed = compareRows({ sales, receipts: [receipt('r1', '12:00:10', '50.00', { status: 'failed' })] });
		expect(sorted(placesOf(failed))).toEqual(['a netted', 'r1 failed', 's1 netted']);
	});
});

describe('a payment that one leg undid and the other did not', () => {
	const keys = { rrn: '317161000195' };
	const terminal = (status: Receipt['status']) => receipt('t1', '12:00:20', '50.00', { ...keys, status });
	const provider = (status: Receipt['status']) => billed('p1', '12:00:21', '50.00', { ...keys, status });
	const said = (receipts: readonly Receipt[], sales = [sale('s1', '12:00', '50.00')]) => {
		const outcome = compareRows({ ...legs, sales, receipts });
		return [...matchesOf(outcome), ...gapsOf(outcome)];
	};

	it.each([
		['stands by the provider’s word, and is disputed', 'reversed', 'success', ['s1 = t1 p1', 'status_mismatch: s1 t1 p1, 1, 5000']],
		['is undone by the provider’s word', 'success', 'reversed', ['status_mismatch: s1 t1 p1, 1, 5000']],
		['is undone where both say so', 'reversed', 'reversed', ['status_mismatch: s1 t1 p1, 1, 5000']],
		['is declined by the provider’s word', 'success', 'failed', ['offline_declined: s1 t1 p1, 1, 5000']],
		['stands by the terminal’s word while the provider is pending', 'success', 'pending', ['s1 = t1 p1']],
	] as const)('%s', (_, first, second, expected) => {
		expect(said([terminal(first), provider(second)])).toEqual(expected);
	});

	it('is undone where the terminal undid what is still pending at the provider', () => {
		expect(said([terminal('reversed'), provider('pending')])).toEqual(['status_mismatch: s1 t1 p1, 1, 5000']);
	});

	it('is pending where both are', () => {
		const outcome = compareRows({ ...legs, receipts: [terminal('pending'), provider('pending')] });
		expect(sorted(placesOf(outcome))).toEqual(['p1 pending', 't1 pending']);
	});

	it('is disputed without a sale as well', () => {
		expect(said([terminal('reversed'), provider('success')], [])).toEqual(['status_mismatch: t1 p1, 1, 5000']);
	});

	it('is netted with its void where nobody logged it', () => {
		const receipts = [receipt('t1', '12:00:20', '50.00', keys), receipt('v1', '12:05', '50.00', { kind: 'void', originalRef: keys.rrn })];
		const outcome = compareRows({ receipts });
		expect(outcome.netted).toEqual([{ sales: [], receipts: ['t1', 'v1'], reason: 'void' }]);
	});
});

describe('a sale and a payment of which neither stands', () => {
	const undone = receipt('r1', '12:00:20', '50.00', { status: 'reversed' });

	it('are netted together where both were taken back', () => {
		const sales = [sale('s1', '12:00', '50.00'), sale('x', '12:05', '50.00', { kind: 'reversal', ref: 's1' })];
		const receipts = [receipt('r1', '12:00:20', '50.00', { rrn: '111' }), receipt('v1', '12:05', '50.00', { kind: 'void', originalRef: '111' })];
		expect(compareRows({ sales, receipts }).netted).toEqual([{ sales: ['s1', 'x'], receipts: ['r1', 'v1'], reason: 'reversal' }]);
	});

	it('where only one was taken back say on which side', () => {
		const taken = [sale('s1', '12:00', '50.00'), sale('x', '12:05', '50.00', { kind: 'reversal', ref: 's1' })];
		const first = (input: Parameters<typeof compareRows>[0]) =>
			compareRows(input).discrepancies.map(({ kind, hypotheses }) => `${kind} ${hypotheses[0]?.code}`);
		expect(first({ sales: taken, receipts: [{ ...undone, status: 'success' }] })).toEqual(['status_mismatch undone_in_ledger_only']);
		expect(first({ sales: taken.slice(0, 1), receipts: [undone] })).toEqual(['status_mismatch voided_at_terminal']);
		expect(first({ sales: [sale('s1', '12:00', '50.00', { state: 'failed' })], receipts: [{ ...undone, status: 'success' }] })).toEqual([
			'status_mismatch result_unknown',
		]);
	});

	it('have nothing to do with each other where the sale was never paid', () => {
		const outcome = compareRows({ sales: [sale('s1', '12:00', '50.00', { state: 'failed' })], receipts: [undone] });
		expect(outcome.netted).toEqual([{ sales: [], receipts: ['r1'], reason: 'void' }]);
		expect(outcome.excluded).toEqual([{ sale: 's1', receipt: null, reason: 'failed' }]);
		expect(outcome.discrepancies).toEqual([]);
	});

	it.each([
		['success', ['tender_mismatch: s1 r1, 1, 5000'], ['r1 tender_mismatch', 's1 tender_mismatch']],
		['pending', [], ['r1 pending', 's1 cash_sale']],
		['reversed', [], ['r1 netted', 's1 cash_sale']],
		['failed', [], ['r1 failed', 's1 cash_sale']],
	] as const)('nor a cash sale with a payment that is %s, unless it stands', (status, gaps, found) => {
		const outcome = compareRows({ sales: [sale('s1', '12:00', '50.00', { tender: 'cash' })], receipts: [{ ...undone, status }] });
		expect(gapsOf(outcome)).toEqual(gaps);
		expect(sorted(placesOf(outcome))).toEqual(found);
	});
});

describe('money given back by a refund on the other side', () => {
	const keys = { rrn: '317161000195' };
	const undone = receipt('r1', '12:00:10', '50.00', { ...keys, status: 'reversed' });
	const charged = receipt('r1', '12:00:10', '50.00', keys);
	const whole = sale('s1', '12:00', '50.00');
	const taken = sale('x', '12:05', '50.00', { kind: 'reversal', ref: 's1' });
	const back = (id: string, amount: string, ref: string) => sale(id, '14:00', amount, { kind: 'refund', ref });
	const returned = (id: string, amount: string, originalRef: string) => receipt(id, '14:00', amount, { kind: 'refund', originalRef });

	it('may come in two parts', () => {
		const sales = [whole, back('a', '20.00', 's1'), back('b', '30.00', 's1')];
		expect(compareRows({ sales, receipts: [undone] }).netted).toEqual([{ sales: ['s1', 'a', 'b'], receipts: ['r1'], reason: 'void' }]);
		const receipts = [charged, returned('p', '20.00', keys.rrn), returned('q', '30.00', keys.rrn)];
		expect(compareRows({ sales: [whole, taken], receipts }).netted).toEqual([{ sales: ['s1', 'x'], receipts: ['r1', 'p', 'q'], reason: 'reversal' }]);
	});

	it('closes nothing where it is of another amount or names another', () => {
		const kinds = (sales: readonly ReturnType<typeof sale>[], receipts: readonly Receipt[]) =>
			compareRows({ sales, receipts })
				.discrepancies.map(({ kind }) => kind)
				.sort();
		expect(kinds([whole, back('a', '49.99', 's1')], [undone])).toEqual(['refund_missing', 'status_mismatch']);
		expect(kinds([whole, sale('s2', '9:00'.padStart(5, '0'), '50.00', { tender: 'cash' }), back('a', '50.00', 's2')], [undone])).toEqual([
			'refund_missing',
			'status_mismatch',
		]);
		expect(kinds([whole, taken], [charged, returned('p', '49.99', keys.rrn)])).toEqual(['missing_in_ledger', 'status_mismatch']);
		expect(kinds([whole, taken], [charged, returned('p', '50.00', 'another')])).toEqual(['missing_in_ledger', 'status_mismatch']);
		expect(kinds([whole, taken], [charged, { ...returned('p', '50.00', keys.rrn), status: 'failed' }])).toEqual(['status_mismatch']);
	});
});

describe('a chargeback', () => {
	const keys = { rrn: '317161000195' };
	const back = receipt('c1', '2026-11-21T09:00:00+08:00', '50.00', { kind: 'chargeback', originalRef: keys.rrn });

	it('names the sale of its payment, and none where the payment has none', () => {
		const charged = receipt('r1', '12:00:10', '50.00', keys);
		expect(gapsOf(compareRows({ sales: [sale('s1', '12:00', '50.00')], receipts: [charged, back] }))).toEqual(['chargeback: s1 c1, 1, 5000']);
		expect(gapsOf(compareRows({ receipts: [charged, back] }))).toEqual(['missing_in_ledger: r1, 1, 5000', 'chargeback: c1, 1, 5000']);
		expect(gapsOf(compareRows({ receipts: [back] }))).toEqual(['chargeback: c1, 1, 5000']);
	});
});

describe('rows that could not be reckoned with', () => {
	const day = 8_640_000_000_000_000;

	it.each([
		['no time', { at: Number.NaN }, 'no time'],
		['a time beyond dates', { at: day + 1 }, 'no time'],
		['a time before dates', { at: -day - 1 }, 'no time'],
		['half a cent', { amountMinor: 10.5 }, 'no amount'],
		['less than nothing', { amountMinor: -1 }, 'no amount'],
		['more than can be counted', { amountMinor: 2 ** 53 }, 'no amount'],
	])('are named and left out: %s', (_, change, message) => {
		const outcome = compareRows({ sales: [{ ...sale('s1', '12:00', '50.00'), ...change }], receipts: [{ ...receipt('r1', '12:00', '50.00'), ...change }] });
		expect(outcome.problems).toMatchObject([
			{ sale: null, receipt: 'r1', code: 'row_unusable' },
			{ sale: 's1', receipt: null, code: 'row_unusable' },
		]);
		for (const problem of outcome.problems) expect(problem.message).toContain(message);
		expect([...outcome.matches, ...outcome.discrepancies, ...outcome.awaiting]).toEqual([]);
	});

	it('are not those of nothing paid', () => {
		const outcome = compareRows({ sales: [sale('s1', '12:00', '0.00')], receipts: [receipt('r1', '12:00:10', '0.00')] });
		expect(outcome.problems).toEqual([]);
		expect(matchesOf(outcome)).toEqual(['s1 = r1']);
	});
});

describe('an id that stands for two rows', () => {
	it('keeps the first by time, whatever order they come in, and names the other', () => {
		const early = sale('s1', '12:00', '50.00');
		const late = sale('s1', '13:00', '60.00');
		for (const sales of [
			[early, late],
			[late, early],
			[late, early, late],
		]) {
			const outcome = compareRows({ sales, receipts: [receipt('r1', '12:00:10', '50.00')] });
			expect(matchesOf(outcome)).toEqual(['s1 = r1']);
			expect(outcome.problems).toMatchObject([{ sale: 's1', receipt: null, code: 'id_conflict' }]);
		}
	});

	it('keeps at one time the same row whichever comes first', () => {
		const rows = ['50.00', '60.00', '70.00'].map((amount) => sale('s1', '12:00', amount));
		const outcomes = [rows, [...rows].reverse()].map((sales) => compareRows({ sales, now: at('2026-11-22T12:00:00+08:00') }));
		expect(outcomes[0]).toEqual(outcomes[1]);
		expect(outcomes[0]?.problems).toHaveLength(2);
	});

	it('is no conflict where only the place in the file differs', () => {
		const copies = [2, 3].map((line) => receipt('r1', '12:00:10', '50.00', { line, source: `file-${line}` }));
		const outcome = compareRows({ receipts: copies });
		expect(outcome.problems).toEqual([]);
		expect(gapsOf(outcome)).toEqual(['missing_in_ledger: r1, 1, 5000']);
	});
});
