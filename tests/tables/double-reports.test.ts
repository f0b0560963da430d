import { describe, expect, test } from 'vitest';
import type { Receipt } from '../../src/domain/receipts/receipt.ts';
import { billed, compareRows, covering, gapsOf, matchesOf, sale } from '../support/matching-rows.ts';

/** One wallet payment: its sale, the acquirer's row and the wallet's own, some seconds later. Left out: that one is not there. */
type Paid = { readonly at: string; readonly amount: string; readonly logged?: false; readonly acquirer?: string | null; readonly wallet?: string | null };
type Numbers = { readonly acquirer?: Partial<Receipt>; readonly wallet?: Partial<Receipt> };

function day(paid: readonly Paid[], numbers: (index: number) => Numbers = () => ({})) {
	const sales = paid.flatMap(({ at, amount, logged }, index) => (logged === false ? [] : [sale(`s${index}`, at, amount)]));
	const receipts = paid.flatMap(({ at, amount, acquirer = `${at}:08`, wallet = `${at}:10` }, index) => [
		...(acquirer === null
			? []
			: [billed(`u${index}`, acquirer, amount, { source: 'chinaums-tsv', channelOrderNo: `UMS${index}`, ...numbers(index).acquirer })]),
		...(wallet === null
			? []
			: [billed(`w${index}`, wallet, amount, { channelOrderNo: `42000${index}`, merchantOrderNo: `M${index}`, ...numbers(index).wallet })]),
	]);
	const coverage = [covering('provider'), covering('provider', ['2026-11-20'], { source: 'chinaums-tsv' })];
	return { input: { sales, receipts, coverage }, outcome: compareRows({ sales, receipts, coverage }) };
}
const SIX: readonly Paid[] = [
	{ at: '12:00', amount: '11.00' },
	{ at: '12:10', amount: '12.00' },
	{ at: '12:20', amount: '13.00' },
	{ at: '12:30', amount: '14.00' },
	{ at: '12:40', amount: '15.00' },
	{ at: '12:50', amount: '16.00' },
];

describe('a wallet payment that the acquirer and the wallet both list', () => {
	test('is one payment where the whole day returns in the other bill', () => {
		const { outcome } = day(SIX);
		expect(gapsOf(outcome)).toEqual([]);
		expect(matchesOf(outcome)).toEqual(SIX.map((_, index) => `s${index} = u${index} w${index}`));
	});

	test('is one payment where the wallet prints the number of the acquirer, however few there are and however far apart the clocks', () => {
		const far = [{ at: '12:00', amount: '11.00', wallet: '12:03:00' }];
		expect(gapsOf(day(far, () => ({ wallet: { merchantOrderNo: 'UMS0' } })).outcome)).toEqual([]);
		expect(gapsOf(day(far).outcome)).toHaveLength(1);
		// The same number on another amount names another payment.
		expect(
			gapsOf(
				day(
					[
						{ at: '12:00', amount: '11.00' },
						{ at: '12:30', amount: '12.00', acquirer: null, logged: false },
					],
					(index) => (index === 1 ? { wallet: { merchantOrderNo: 'UMS0' } } : {}),
				).outcome,
			),
		).toHaveLength(2);
	});

	test('stays one gap where nobody logged it', () => {
		const { outcome } = day(SIX.map((one, index) => (index === 3 ? { ...one, logged: false as const } : one)));
		expect(gapsOf(outcome)).toEqual(['missing_in_ledger: u3 w3, 1, 1400']);
	});

	test('and equal ones in the same seconds are as many as each bill has', () => {
		const twins = [...SIX, { at: '13:00', amount: '9.00' }, { at: '13:00', amount: '9.00', acquirer: '13:00:12', wallet: '13:00:14' }];
		const { outcome } = day(twins);
		expect(gapsOf(outcome)).toEqual([]);
		expect(outcome.matches.filter(({ band }) => band !== 'review')).toHaveLength(8);
	});

	test('is told the same way whatever the order of rows', () => {
		const { input, outcome } = day(SIX);
		expect(compareRows({ ...input, receipts: [...input.receipts].reverse(), sales: [...input.sales].reverse() })).toEqual(outcome);
	});
});

describe('two ways to pay by the same wallet', () => {
	/** Half of the customers scan the terminal, half the shop's own code. */
	const MIXED = SIX.map((one, index) => ({ ...one, ...(index % 2 === 0 ? { wallet: null } : { acquirer: null }) }));

	test('are not folded: each payment is its own', () => {
		const { outcome } = day(MIXED);
		expect(gapsOf(outcome)).toEqual([]);
		expect(matchesOf(outcome)).toEqual(['s0 = u0', 's1 = w1', 's2 = u2', 's3 = w3', 's4 = u4', 's5 = w5']);
	});

	test('with one pair alike by chance leaves it as two, and says that it may be one', () => {
		const { outcome } = day([...MIXED, { at: '13:10', amount: '8.00' }]);
		const gaps = outcome.discrepancies.filter(({ kind }) => kind === 'missing_in_ledger');
		expect(gaps.map(({ receipts, count, hypotheses }) => [receipts.length, count, hypotheses[0]?.code])).toEqual([[2, 1, 'reported_twice']]);
	});

	test('with a third one a while later says so of all that cannot be told apart', () => {
		const { outcome } = day([
			...MIXED,
			{ at: '13:10', amount: '8.00', logged: false },
			{ at: '13:10', amount: '8.00', acquirer: '13:10:50', wallet: null, logged: false },
		]);
		const gaps = outcome.discrepancies.map(({ kind, receipts, count, hypotheses }) => [kind, receipts.length, count, hypotheses[0]?.code]);
		expect(gaps).toEqual([['missing_in_ledger', 3, 3, 'reported_twice']]);
	});

	test('of which both were logged are matched with both, and nothing is said', () => {
		const { input } = day([...MIXED, { at: '13:10', amount: '8.00' }]);
		expect(gapsOf(compareRows({ ...input, sales: [...input.sales, sale('s7', '13:10', '8.00')] }))).toEqual([]);
	});

	test('an unlogged payment without its like is said to be forgotten, as before', () => {
		const { outcome } = day([...MIXED, { at: '13:10', amount: '8.00', wallet: null, logged: false }]);
		expect(outcome.discrepancies.map(({ kind, hypotheses }) => [kind, hypotheses[0]?.code])).toEqual([['missing_in_ledger', 'cashier_forgot']]);
	});
});

describe('what is near but not one', () => {
	const CASES: readonly { readonly name: string; readonly numbers: (index: number) => Numbers }[] = [
		{ name: 'another currency', numbers: () => ({ wallet: { currency: 'HKD' } }) },
		{ name: 'another tender', numbers: () => ({ wallet: { tender: 'alipay', source: 'alipay-trade' } }) },
		{ name: 'a refund', numbers: () => ({ wallet: { kind: 'refund' } }) },
		{ name: 'another cent', numbers: (index) => ({ wallet: { amountMinor: 1_101 + 100 * index } }) },
	];
	test.each(CASES)('$name', ({ numbers }) => {
		const joined = day(SIX, numbers).outcome.matches.filter(({ band, receipts }) => band !== 'review' && receipts.length > 1);
		expect(joined).toEqual([]);
	});

	test('a quarter of a minute is the most; one second more is too much', () => {
		const apart = (seconds: string) => gapsOf(day(SIX.map((one) => ({ ...one, acquirer: `${one.at}:00`, wallet: `${one.at}:${seconds}` }))).outcome).length;
		expect([apart('15'), apart('16')]).toEqual([0, 6]);
	});
});
