import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Currency } from '../../src/domain/money.ts';
import type { CardKind, Receipt } from '../../src/domain/receipts/receipt.ts';
import type { FeeModel, FeeRate } from '../../src/domain/receipts/source-profiles/fields.ts';
import { checkEdit } from '../../src/domain/receipts/source-profiles/validate.ts';
import { SETTLEMENT_RULES_DEFAULT } from '../../src/domain/settlement/default-rules.ts';
import { judgeFees } from '../../src/domain/settlement/fees/fee-findings.ts';
import { feePartsOf } from '../../src/domain/settlement/fees/fee-parts.ts';
import type { Settlement } from '../../src/domain/settlement/outcome.ts';
import { credit, settleRows, sold } from '../support/settlement-rows.ts';

const [TUE, WED] = ['2026-11-17', '2026-11-18'];

const rate = (over: Partial<FeeRate>): FeeRate => ({ tender: null, cardKind: null, millionths: 0, fixedMinor: 0, minMinor: null, capMinor: null, ...over });
const model = (rates: readonly FeeRate[], over: Partial<FeeModel> = {}): FeeModel => ({ rates, rounding: 'half_up', per: 'payment', ...over });

type Paid = { readonly amount: string; readonly fee: string | null } & Partial<
	Pick<Receipt, 'tender' | 'cardKind' | 'currency' | 'netMinor' | 'batchNo' | 'source'>
>;
function judged(fees: FeeModel, paid: readonly Paid[]): Settlement {
	const receipts = paid.map(({ amount, fee, ...over }, index) => ({
		...sold(TUE, amount, fee, { tender: 'card', ...over }),
		id: `r${index}` as Receipt['id'],
	}));
	return settleRows({ receipts, rules: { ...SETTLEMENT_RULES_DEFAULT, fees } });
}
const found = ({ discrepancies }: Settlement) =>
	discrepancies.flatMap(({ kind, receipts, amountMinor, fee }) =>
		kind === 'fee_mismatch' ? [`${receipts.join(' ')}: ${fee?.expectedMinor} expected, ${fee?.chargedMinor} charged, ${amountMinor} off`] : [],
	);
const open = ({ feesUnjudged }: Settlement) => feesUnjudged.map(({ reason, count }) => `${count} ${reason}`);

describe('what one payment costs', () => {
	const DEBIT_CAP = rate({ tender: 'card', cardKind: 'debit', millionths: 5_000, capMinor: 2_000 });
	const CREDIT = rate({ tender: 'card', cardKind: 'credit', millionths: 6_000 });
	const CARDS: readonly [Paid, string | null][] = [
		// 0.5 % of 56.00 is 0.28.
		[{ amount: '56.00', fee: '0.28', cardKind: 'debit' }, null],
		// 0.5 % of 8,000.00 would be 40.00, capped at 20.00.
		[{ amount: '8000.00', fee: '20.00', cardKind: 'debit' }, null],
		[{ amount: '8000.00', fee: '40.00', cardKind: 'debit' }, 'r0: 2000 expected, 4000 charged, 2000 off'],
		// Exactly at the cap: 0.5 % of 4,000.00 is 20.00.
		[{ amount: '4000.00', fee: '20.00', cardKind: 'debit' }, null],
		[{ amount: '4000.01', fee: '20.01', cardKind: 'debit' }, 'r0: 2000 expected, 2001 charged, 1 off'],
		// A credit card knows no cap: 0.6 % of 8,000.00 is 48.00.
		[{ amount: '8000.00', fee: '48.00', cardKind: 'credit' }, null],
		[{ amount: '8000.00', fee: '20.00', cardKind: 'credit' }, 'r0: 4800 expected, 2000 charged, 2800 off'],
	];
	test.each(CARDS)('0.5 %% capped at 20 for debit, 0.6 %% for credit: %j', (paid, says) => {
		expect(found(judged(model([DEBIT_CAP, CREDIT]), [paid]))).toEqual(says === null ? [] : [says]);
	});

	const SUMS: readonly [string, FeeModel, Paid, string | null][] = [
		['0.38 % + 0.10', model([rate({ millionths: 3_800, fixedMinor: 10 })]), { amount: '100.00', fee: '0.48' }, null],
		['0.38 % + 0.10', model([rate({ millionths: 3_800, fixedMinor: 10 })]), { amount: '100.00', fee: '0.38' }, 'r0: 48 expected, 38 charged, 10 off'],
		// 2.9 % of 45.99 is 1.33371; with 0.30 it is 1.63371.
		['2.9 % + 0.30', model([rate({ millionths: 29_000, fixedMinor: 30 })]), { amount: '45.99', fee: '1.63', currency: 'USD' }, null],
		[
			'2.9 % + 0.30',
			model([rate({ millionths: 29_000, fixedMinor: 30 })]),
			{ amount: '45.99', fee: '1.64', currency: 'USD' },
			'r0: 163 expected, 164 charged, 1 off',
		],
		['0.6 %, at least 0.05', model([rate({ millionths: 6_000, minMinor: 5 })]), { amount: '1.00', fee: '0.05' }, null],
		['0.6 %, at least 0.05', model([rate({ millionths: 6_000, minMinor: 5 })]), { amount: '1.00', fee: '0.01' }, 'r0: 5 expected, 1 charged, 4 off'],
		['a sum alone', model([rate({ fixedMinor: 25 })]), { amount: '900.00', fee: '0.25' }, null],
		// 0.3 % of 5,500 yen is 16.5 yen.
		['0.3 % of yen', model([rate({ millionths: 3_000 })]), { amount: '5500', fee: '17', currency: 'JPY' }, null],
		['a coupon of the shop off', model([rate({ millionths: 6_000 })]), { amount: '100.00', fee: '0.54', netMinor: 8_946 }, null],
	];
	test.each(SUMS)('%s', (_name, fees, paid, says) => {
		expect(found(judged(fees, [paid]))).toEqual(says === null ? [] : [says]);
	});

	test('the tender has its own rate before that of all others', () => {
		const fees = model([rate({ millionths: 6_000 }), rate({ tender: 'wechat', millionths: 3_800 })]);
		const paid = [
			{ amount: '100.00', fee: '0.38', tender: 'wechat' as const },
			{ amount: '100.00', fee: '0.60' },
		];
		expect(found(judged(fees, paid))).toEqual([]);
		expect(
			found(
				judged(
					fees,
					paid.map((one) => ({ ...one, fee: '0.50' })),
				),
			),
		).toHaveLength(2);
	});
});

describe('parts of a cent', () => {
	// 0.6 % of 0.25 is 0.15 of a cent, of 2.50 it is 1.5 cents, of 7.50 it is 4.5.
	const ROUNDED: readonly [FeeModel['rounding'], string, readonly string[]][] = [
		['half_up', '2.50', ['0.02']],
		['half_even', '2.50', ['0.02']],
		['half_even', '7.50', ['0.04']],
		['half_up', '7.50', ['0.05']],
		['up', '0.25', ['0.01']],
		['down', '2.50', ['0.01']],
		['either', '0.25', ['0.00', '0.01']],
		['either', '2.50', ['0.01', '0.02']],
	];
	test.each(ROUNDED)('%s: of %s only %j is right', (rounding, amount, right) => {
		const fees = model([rate({ millionths: 6_000 })], { rounding });
		const accepted = ['0.00', '0.01', '0.02', '0.03', '0.04', '0.05'].filter((fee) => found(judged(fees, [{ amount, fee }])).length === 0);
		expect(accepted).toEqual(right);
	});

	test('may be rounded once for a batch: then its sum is judged, not its rows', () => {
		// Four times 0.15 cents make 0.6 of a cent: one cent for the batch, on whichever row the bill puts it.
		const fees = model([rate({ millionths: 6_000 })], { per: 'batch' });
		const rows = (...charged: string[]) => charged.map((fee) => ({ amount: '0.25', fee }));
		expect(found(judged(fees, rows('0.01', '0.00', '0.00', '0.00')))).toEqual([]);
		expect(found(judged(fees, rows('0.00', '0.00', '0.00', '0.00')))).toEqual([]);
		expect(found(judged(fees, rows('0.01', '0.01', '0.00', '0.00')))).toEqual(['r0 r1 r2 r3: 1 expected, 2 charged, 1 off']);
		expect(found(judged(model([rate({ millionths: 6_000 })]), rows('0.01', '0.00', '0.00', '0.00')))).toEqual(['r0: 0 expected, 1 charged, 1 off']);
	});

	test('of each batch number by itself', () => {
		const fees = model([rate({ millionths: 6_000 })], { per: 'batch' });
		const rows = ['000007', '000008'].map((batchNo, index) => ({ amount: '100.00', fee: index === 0 ? '0.60' : '0.90', batchNo }));
		expect(found(judged(fees, rows))).toEqual(['r1: 60 expected, 90 charged, 30 off']);
	});
});

describe('what cannot be judged is said, never guessed', () => {
	const KINDS = model([
		rate({ tender: 'card', cardKind: 'debit', millionths: 5_000, capMinor: 2_000 }),
		rate({ tender: 'card', cardKind: 'credit', millionths: 6_000 }),
	]);

	test('a card of a kind that the bill does not tell', () => {
		const settled = judged(KINDS, [
			{ amount: '100.00', fee: '9.00' },
			{ amount: '20.00', fee: '0.12' },
		]);
		expect(found(settled)).toEqual([]);
		expect(open(settled)).toEqual(['2 card_kind_unknown']);
		expect(settled.payouts[0]?.evidence).toContainEqual({ field: 'fee', relation: 'card_kind_unknown', facts: { count: 2 } });
	});

	test('nor what it should have paid out, but within what it may be', () => {
		// 0.50 or 0.60 of 100.00: 99.40 to 99.50 is right, give or take the rounding; 99.00 is short.
		const rules = { ...SETTLEMENT_RULES_DEFAULT, fees: KINDS };
		const receipts = [sold(TUE, '100.00', null, { tender: 'card' })];
		const came = (amount: string) => settleRows({ receipts, rules, lines: [credit(WED, amount)] }).payouts[0]?.state;
		expect([came('99.50'), came('99.40'), came('99.45'), came('99.00'), came('99.90')]).toEqual(['received', 'received', 'received', 'short', 'over']);
	});

	test('a rate for any card holds where the kind is not told', () => {
		const fees = model([rate({ tender: 'card', millionths: 6_000 })]);
		expect(open(judged(fees, [{ amount: '100.00', fee: '0.60' }]))).toEqual([]);
	});

	test('sums of another currency, while a share holds in any', () => {
		const inYuan = (over: Partial<FeeRate>) => model([rate({ millionths: 29_000, ...over })], { currency: 'CNY' });
		const abroad: readonly Paid[] = [{ amount: '10.00', fee: '0.29', currency: 'GBP' as Currency }];
		expect(open(judged(inYuan({ fixedMinor: 30 }), abroad))).toEqual(['1 other_currency']);
		expect(open(judged(inYuan({}), abroad))).toEqual([]);
		expect(found(judged(inYuan({}), abroad))).toEqual([]);
	});

	test('fees that the bill does not state, and with them the sum of their batch', () => {
		const paid: readonly Paid[] = [
			{ amount: '100.00', fee: null },
			{ amount: '100.00', fee: '9.00' },
		];
		expect(open(judged(model([rate({ millionths: 6_000 })]), paid))).toEqual(['1 fee_not_stated']);
		expect(found(judged(model([rate({ millionths: 6_000 })]), paid))).toHaveLength(1);
		expect(open(judged(model([rate({ millionths: 6_000 })], { per: 'batch' }), paid))).toEqual(['2 fee_not_stated']);
	});

	test('nothing is said where nobody has said what is charged', () => {
		expect(judged(model([]), [{ amount: '100.00', fee: '5.00' }])).toMatchObject({ feesUnjudged: [] });
	});
});

describe('a contract as the shop writes it down', () => {
	const check = (fees: FeeModel) => checkEdit({ profile: 'chinaums', field: 'fees', from: TUE, value: fees }).ok;
	const CASES: readonly [string, FeeModel, boolean][] = [
		['two kinds of card', model([rate({ tender: 'card', cardKind: 'debit' }), rate({ tender: 'card', cardKind: 'credit' })]), true],
		['one of before, without card kinds', { rates: [{ tender: null, millionths: 6_000, fixedMinor: 0, capMinor: null }], rounding: 'half_up' }, true],
		['one kind twice', model([rate({ tender: 'card', cardKind: 'debit' }), rate({ tender: 'card', cardKind: 'debit' })]), false],
		['a wallet with a card kind', model([rate({ tender: 'wechat', cardKind: 'debit' })]), false],
		['a minimum above the cap', model([rate({ minMinor: 30, capMinor: 20 })]), false],
		['a minimum at the cap', model([rate({ minMinor: 20, capMinor: 20 })]), true],
		['an unknown kind', model([rate({ tender: 'card', cardKind: 'gold' as CardKind })]), false],
		['rounded by the week', model([], { per: 'week' as 'batch' }), false],
		['no currency', model([], { currency: 'yuan' }), false],
	];
	test.each(CASES)('%s', (_name, fees, fits) => expect(check(fees)).toBe(fits));
});

const anyRate = fc.record({
	tender: fc.constant('card' as const),
	millionths: fc.integer({ min: 0, max: 50_000 }),
	fixedMinor: fc.integer({ min: 0, max: 50 }),
	minMinor: fc.option(fc.integer({ min: 0, max: 20 })),
	capMinor: fc.option(fc.integer({ min: 20, max: 3_000 })),
});
const anyModel = fc.record({
	rates: anyRate.map((one) => [{ ...one, cardKind: null }]),
	rounding: fc.constantFrom('either' as const, 'half_up' as const, 'half_even' as const, 'up' as const, 'down' as const),
	per: fc.constantFrom('payment' as const, 'batch' as const),
});
const anyRows = fc.array(
	fc.record({ amount: fc.integer({ min: 1, max: 900_000 }), fee: fc.integer({ min: 0, max: 5_000 }), batch: fc.integer({ min: 1, max: 2 }) }),
	{
		minLength: 1,
		maxLength: 12,
	},
);
const major = (minor: number) => `${Math.trunc(minor / 100)}.${String(minor % 100).padStart(2, '0')}`;

test('however receipts are split into days and turned round, the same is found, and no bridge breaks', () => {
	fc.assert(
		fc.property(anyModel, anyRows, fc.nat(), (fees, rows, cut) => {
			const receipts = rows.map(({ amount, fee, batch }, index) => ({
				...sold(TUE, major(amount), major(fee), { tender: 'card', batchNo: String(batch) }),
				id: `r${String(index).padStart(2, '0')}` as Receipt['id'],
			}));
			const context = { rules: { fees }, settledOn: () => TUE };
			const at = cut % (receipts.length + 1);
			const whole = judgeFees(feePartsOf(receipts, context));
			const split = judgeFees([...feePartsOf(receipts.slice(at).reverse(), context), ...feePartsOf(receipts.slice(0, at), context)]);
			expect(split).toEqual(whole);
			for (const { chargedMinor, expectedMinor, amountMinor } of whole.findings)
				expect(amountMinor).toBeGreaterThanOrEqual(Math.abs(chargedMinor - expectedMinor));
			const settled = settleRows({ receipts, rules: { ...SETTLEMENT_RULES_DEFAULT, fees } });
			for (const { bridge } of settled.payouts)
				expect(bridge.grossMinor - bridge.refundsMinor - bridge.feesMinor - bridge.adjustmentsMinor).toBe(bridge.netMinor);
		}),
		{ numRuns: 200 },
	);
});
