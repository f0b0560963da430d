import { describe, expect, it, test } from 'vitest';
import type { BankLine } from '../../../../src/domain/receipts/statement.ts';
import { SETTLEMENT_RULES_DEFAULT } from '../../../../src/domain/settlement/default-rules.ts';
import { at, receipt } from '../../../support/matching-rows.ts';
import { billCoverage, credit, settleRows, sold, states, wholeDays } from '../../../support/settlement-rows.ts';

/** Tuesday and Wednesday, Friday to Sunday of one week of November 2026. */
const [TUE, WED, FRI, SAT, SUN] = ['2026-11-17', '2026-11-18', '2026-11-20', '2026-11-21', '2026-11-22'];
const MON = '2026-11-23';

describe('a payout that came', () => {
	it('is the day less its fees, on the next working day, and says how it comes about', () => {
		const receipts = [sold(TUE, '100.00', '0.60'), sold(TUE, '50.00', '0.30'), sold(TUE, '20.00', '-0.12', { kind: 'refund' })];
		const { payouts, discrepancies, excluded } = settleRows({ receipts, lines: [credit(WED, '129.22')] });
		expect(payouts).toHaveLength(1);
		expect(payouts[0]).toMatchObject({
			state: 'received',
			settledOn: TUE,
			dueAt: at(`${WED}T14:00:00+08:00`),
			bridge: { grossMinor: 15_000, refundsMinor: 2_000, feesMinor: 78, adjustmentsMinor: 0, netMinor: 12_922 },
			creditedMinor: 12_922,
			differenceMinor: 0,
			evidence: [
				{ field: 'payer', relation: 'known', facts: { payer: 'tenpay' } },
				{ field: 'net', relation: 'equal' },
				{ field: 'day', relation: 'on_time', facts: { days: 1 } },
			],
		});
		expect(discrepancies).toEqual([]);
		expect(excluded).toEqual([]);
	});

	const CASES: readonly { readonly name: string; readonly lines: readonly BankLine[]; readonly found: readonly string[] }[] = [
		{ name: 'each day by itself', lines: [credit(WED, '99.40'), credit('2026-11-19', '198.80')], found: ['17 received 1 0', '18 received 1 0'] },
		{ name: 'two days in one credit', lines: [credit('2026-11-19', '298.20')], found: ['17+18 received 1 0'] },
		{
			name: 'one day in two credits',
			lines: [credit(WED, '60.00'), credit(WED, '39.40'), credit('2026-11-19', '198.80')],
			found: ['17 received 2 0', '18 received 1 0'],
		},
		{ name: 'late', lines: [credit('2026-11-24', '99.40'), credit('2026-11-19', '198.80')], found: ['17 received 1 0', '18 received 1 0'] },
		{
			name: 'from a payer whose name is not there, to the cent',
			lines: [credit(WED, '99.40', { counterparty: null }), credit('2026-11-19', '198.80')],
			found: ['17 received 1 0', '18 received 1 0'],
		},
		{
			name: 'while another payer sends as much',
			lines: [credit(WED, '99.40', { counterparty: '支付宝（中国）网络技术有限公司' }), credit('2026-11-19', '198.80')],
			found: ['17 missing 0 0', '18 received 1 0'],
		},
	];
	test.each(CASES)('$name', ({ lines, found }) => {
		const receipts = [sold(TUE, '100.00', '0.60'), sold(WED, '200.00', '1.20')];
		expect(states(settleRows({ receipts, lines }))).toEqual(found);
	});

	it('comes for a weekend in one credit on Monday', () => {
		const receipts = [sold(FRI, '100.00', '0.60'), sold(SAT, '200.00', '1.20'), sold(SUN, '300.00', '1.80')];
		const found = settleRows({ receipts, lines: [credit(MON, '596.40')] });
		expect(states(found)).toEqual(['20+21+22 received 1 0']);
		expect(found.payouts[0]?.bridge).toEqual({ grossMinor: 60_000, refundsMinor: 0, feesMinor: 360, adjustmentsMinor: 0, netMinor: 59_640 });
	});

	it('is no gap where the credit holds days whose bill is not there', () => {
		const found = settleRows({ receipts: [sold(SUN, '300.00', '1.80')], coverage: [billCoverage(SUN, SUN)], lines: [credit(MON, '596.40')] });
		expect(found.discrepancies).toEqual([]);
	});

	it('may have been charged any usual fee where no row says one', () => {
		const found = settleRows({ receipts: [sold(TUE, '100.00', null)], lines: [credit(WED, '99.62')] });
		expect(states(found)).toEqual(['17 received 1 0']);
		expect(found.payouts[0]?.bridge).toMatchObject({ feesMinor: 38, netMinor: 9_962 });
	});

	it('takes a coupon of the shop off the order as an adjustment', () => {
		const found = settleRows({ receipts: [sold(TUE, '100.00', '0.54', { netMinor: 8_946 })], lines: [credit(WED, '89.46')] });
		expect(found.payouts[0]).toMatchObject({ state: 'received', bridge: { grossMinor: 10_000, feesMinor: 54, adjustmentsMinor: 1_000, netMinor: 8_946 } });
	});

	it('pairs equal payouts of several days in the order of the days', () => {
		const receipts = [TUE, WED, '2026-11-19'].map((day) => sold(day, '100.00', '0.60'));
		const lines = [credit('2026-11-20', '99.40'), credit(WED, '99.40'), credit('2026-11-19', '99.40')];
		const { payouts } = settleRows({ receipts, lines });
		expect(payouts.map(({ settledOn, lines: [line] }) => [settledOn, line?.bookedOn])).toEqual([
			[TUE, WED],
			[WED, '2026-11-19'],
			['2026-11-19', '2026-11-20'],
		]);
	});
});

describe('a payout that did not come', () => {
	const receipts = [sold(TUE, '100.00', '0.60')];

	it('is missing once it is due and a statement covers the time', () => {
		const { discrepancies } = settleRows({ receipts });
		expect(discrepancies).toMatchObject([
			{ kind: 'missing_at_bank', count: 1, amountMinor: 9_940, receipts: [receipts[0]?.id], sales: [], payout: `wechat-trade-bill:${TUE}:CNY` },
		]);
		expect(discrepancies[0]?.hypotheses[0]?.code).toBe('payout_delayed');
	});

	test.each([
		{ name: 'before it is due', given: { now: at(`${WED}T13:59:59+08:00`) }, state: 'awaiting' },
		{ name: 'where no statement reaches so far', given: { covered: [wholeDays('2026-11-10', TUE)] }, state: 'not_covered' },
		{ name: 'where the statement begins later', given: { covered: [wholeDays('2026-11-19', '2026-11-30')] }, state: 'not_covered' },
		{ name: 'without any statement', given: { covered: [] }, state: 'not_covered' },
	])('is not missing $name', ({ given, state }) => {
		const found = settleRows({ receipts, ...given });
		expect(found.payouts.map((one) => one.state)).toEqual([state]);
		expect(found.discrepancies).toEqual([]);
	});

	it("is due on Monday where it is Friday's, by the rule given", () => {
		const friday = [sold(FRI, '100.00', '0.60')];
		const covered = [wholeDays('2026-11-16', '2026-11-30')];
		expect(settleRows({ receipts: friday, covered, now: at(`${SUN}T20:00:00+08:00`) }).payouts[0]).toMatchObject({
			state: 'awaiting',
			dueAt: at(`${MON}T14:00:00+08:00`),
		});
		const rules = { ...SETTLEMENT_RULES_DEFAULT, payouts: { tenpay: { days: 1, basis: 'calendar', atMinutes: 600 } } } as const;
		expect(settleRows({ receipts: [sold(TUE, '100.00', '0.60')], rules }).payouts[0]?.dueAt).toBe(at(`${WED}T10:00:00+08:00`));
	});
});

describe('a payout that differs', () => {
	const receipts = [sold(TUE, '1000.00', '6.00')];

	test.each([
		{ name: 'short', amount: '980.00', kind: 'payout_short', difference: 1_400 },
		{ name: 'over', amount: '1020.00', kind: 'payout_over', difference: 2_600 },
	])('is $name by the difference', ({ amount, kind, difference }) => {
		const { discrepancies, payouts } = settleRows({ receipts, lines: [credit(WED, amount)] });
		expect(discrepancies).toMatchObject([{ kind, amountMinor: difference, count: 1, lines: [credit(WED, amount).id] }]);
		expect(payouts[0]?.evidence[1]).toMatchObject({ field: 'net', relation: 'differs' });
	});

	it('is not explained by a credit of another time or of quite another size', () => {
		for (const line of [credit('2026-11-25', '980.00'), credit(WED, '12.00'), credit(WED, '5000.00')]) {
			const found = settleRows({ receipts, lines: [line] });
			expect(found.discrepancies.map(({ kind }) => kind)).toEqual(['missing_at_bank']);
			expect(found.excluded).toEqual([{ line: line.id, reason: 'payout_without_batch' }]);
		}
	});

	it('is over where the same credit came twice', () => {
		const text = '商户提现 1601959334';
		const lines = [credit(WED, '994.00', { text, id: 'a' }), credit(WED, '994.00', { text, id: 'b' })];
		expect(settleRows({ receipts, lines }).discrepancies).toMatchObject([{ kind: 'payout_over', amountMinor: 99_400, lines: ['a', 'b'] }]);
	});
});

describe('payouts that a source names itself', () => {
	const adyen = { source: 'adyen-settlement', tender: 'card', currency: 'EUR' } as const;
	const rows = [
		sold(TUE, '200.00', '3.00', { ...adyen, batchNo: '37' }),
		sold(TUE, '10.00', '0.00', { ...adyen, batchNo: '37', kind: 'chargeback' }),
		sold(WED, '187.00', null, { ...adyen, batchNo: '37', kind: 'payout', channelOrderNo: 'TX99887766XT', netMinor: -18_700 }),
		sold('2026-11-19', '70.00', '1.00', { ...adyen, batchNo: '38' }),
	];
	const from = { currency: 'EUR', counterparty: 'Adyen N.V.' };

	it('gather the rows of their batch; what is not paid out yet stays with the provider', () => {
		const found = settleRows({ receipts: rows, lines: [credit('2026-11-19', '187.00', from)] });
		expect(states(found)).toEqual(['18 received 1 0', '19 in_balance 0 0']);
		expect(found.payouts[0]).toMatchObject({ bridge: { grossMinor: 20_000, refundsMinor: 0, feesMinor: 300, adjustmentsMinor: 1_000, netMinor: 18_700 } });
		expect(found.payouts[0]?.receipts).toHaveLength(3);
	});

	it('are known by the number that the bank repeats, whatever came', () => {
		const line = credit('2026-11-26', '100.00', { ...from, text: 'TX99887766XT batch 37, CounterfoilShop' });
		expect(settleRows({ receipts: rows, lines: [line] }).discrepancies).toMatchObject([{ kind: 'payout_short', amountMinor: 8_700 }]);
	});

	it('are missing some working days after they were sent, where a statement of that currency covers them', () => {
		const yuan = [credit('2026-11-18', '5.00', { counterparty: '王芳' })];
		expect(settleRows({ receipts: rows, lines: yuan }).discrepancies).toEqual([]);
		expect(settleRows({ receipts: rows }).discrepancies).toMatchObject([{ kind: 'missing_at_bank', amountMinor: 18_700, currency: 'EUR' }]);
	});

	it('sweep the oldest rows where nothing names them', () => {
		const flow = { source: 'wechat-fund-flow' };
		const receipts = [
			sold(TUE, '100.00', null, { ...flow, netMinor: 10_000 }),
			sold(TUE, '0.60', null, { ...flow, kind: 'fee' }),
			sold(WED, '99.40', null, { ...flow, kind: 'payout' }),
			sold(WED, '70.00', '0.42', flow),
		];
		const found = settleRows({ receipts, lines: [credit('2026-11-19', '99.40')] });
		expect(states(found)).toEqual(['18 in_balance 0 0', '18 received 1 0']);
		expect(found.payouts[1]?.bridge).toMatchObject({ grossMinor: 10_000, feesMinor: 60, netMinor: 9_940 });
	});

	it('may take their fees off when they pay out, sale by sale', () => {
		const sumup = { source: 'sumup-transactions', tender: 'card' } as const;
		const receipts = [
			...[sold(TUE, '10.00', '0.00', sumup), sold(TUE, '20.00', '0.00', sumup)],
			...[sold(TUE, '9.85', '0.15', { ...sumup, kind: 'payout' }), sold(TUE, '19.70', '0.30', { ...sumup, kind: 'payout' })],
		];
		const found = settleRows({ receipts, lines: [credit('2026-11-19', '29.55', { counterparty: 'SumUp Payments Ltd' })] });
		expect(states(found)).toEqual(['17 received 1 0']);
		expect(found.payouts[0]?.bridge).toEqual({ grossMinor: 3_000, refundsMinor: 0, feesMinor: 45, adjustmentsMinor: 0, netMinor: 2_955 });
	});

	it('leave a day on which more was given back than taken to be set off', () => {
		const receipts = [sold(TUE, '30.00', '0.00', { kind: 'refund' }), sold(WED, '100.00', '0.60')];
		expect(states(settleRows({ receipts, lines: [] })).at(0)).toBe('17 in_balance 0 0');
		expect(states(settleRows({ receipts, lines: [credit('2026-11-19', '69.40')] }))).toEqual(['17+18 received 1 0']);
	});

	it('tell the same payments as a trade bill, which are then expected once', () => {
		const flow = { source: 'wechat-fund-flow' };
		const receipts = [sold(TUE, '100.00', '0.60', flow), sold(WED, '99.40', null, { ...flow, kind: 'payout' }), sold(TUE, '100.00', '0.60')];
		expect(states(settleRows({ receipts, lines: [credit('2026-11-19', '99.40')] }))).toEqual(['18 received 1 0']);
	});
});

describe('what is never paid out', () => {
	test.each([
		{ name: 'cash', change: { tender: 'cash', source: 'sumup-transactions' } },
		{ name: 'vouchers and house accounts', change: { tender: 'other', source: 'toast-payment-details' } },
		{ name: 'failed payments', change: { status: 'failed' } },
		{ name: 'payments undone on their own row', change: { status: 'reversed' } },
	] as const)('$name', ({ change }) => {
		expect(settleRows({ receipts: [sold(TUE, '100.00', '0.60', change)] }).payouts).toEqual([]);
	});

	it('is what a personal wallet or an account holds until somebody takes it out', () => {
		const found = settleRows({
			receipts: [sold(TUE, '100.00', null, { source: 'wechat-personal' }), sold(TUE, '50.00', '0.30', { source: 'alipay-account', tender: 'alipay' })],
		});
		expect(states(found)).toEqual(['17 in_balance 0 0', '17 in_balance 0 0']);
	});
});

describe("a terminal's own rows", () => {
	const row = (id: string, tender: 'card' | 'wechat' | 'cash', amount: string, fee: number | null) =>
		receipt(id, `${TUE}T12:00:00+08:00`, amount, { tender, feeMinor: fee });

	it('are paid out by tender, or by one acquirer together; cash by nobody', () => {
		const receipts = [row('c', 'card', '100.00', 60), row('w', 'wechat', '50.00', 19), row('k', 'cash', '30.00', null)];
		expect(states(settleRows({ receipts, lines: [credit(WED, '99.40', { counterparty: '银联商务股份有限公司' }), credit(WED, '49.81')] }))).toEqual([
			'17 received 1 0',
			'17 received 1 0',
		]);
		expect(states(settleRows({ receipts, lines: [credit(WED, '149.21', { counterparty: '拉卡拉支付股份有限公司' })] }))).toEqual(['17+17 received 1 0']);
	});

	it('are left to the provider where its bill covers the time', () => {
		const receipts = [row('w', 'wechat', '50.00', null), sold(TUE, '50.00', '0.30')];
		const found = settleRows({ receipts, coverage: [billCoverage(TUE, TUE)], lines: [credit(WED, '49.70')] });
		expect(states(found)).toEqual(['17 received 1 0']);
	});
});

describe('fees', () => {
	const rates = [{ tender: 'wechat' as const, millionths: 6_000, fixedMinor: 0, capMinor: null }];
	const rules = { ...SETTLEMENT_RULES_DEFAULT, fees: { rates, rounding: 'either' as const } };

	it('that are not what the rule says are one matter for a day, with the sales that are off', () => {
		const receipts = [sold(TUE, '100.00', '0.60'), sold(TUE, '200.00', '2.00'), sold(TUE, '300.00', '3.00'), sold(WED, '10.00', '0.06')];
		const { discrepancies } = settleRows({ receipts, rules, lines: [credit(WED, '594.40'), credit('2026-11-19', '9.94')] });
		expect(discrepancies).toMatchObject([{ kind: 'fee_mismatch', count: 2, amountMinor: 200, receipts: [receipts[1]?.id, receipts[2]?.id], sales: [] }]);
	});

	test.each(['0.00', '0.01'])('rounded to %s are right for 0.25, whichever way', (fee) => {
		expect(settleRows({ receipts: [sold(TUE, '0.25', fee)], rules }).discrepancies.map(({ kind }) => kind)).toEqual(['missing_at_bank']);
	});

	it('of the amount less a coupon are right, too', () => {
		const receipts = [sold(TUE, '100.00', '0.54', { netMinor: 8_946 })];
		expect(settleRows({ receipts, rules, lines: [credit(WED, '89.46')] }).discrepancies).toEqual([]);
	});

	it('are worked out where rows do not say them, give or take the rounding', () => {
		const found = settleRows({ receipts: [sold(TUE, '33.33', null), sold(TUE, '11.11', null)], rules, lines: [credit(WED, '44.17')] });
		expect(states(found)).toEqual(['17 received 1 0']);
		expect(settleRows({ receipts: [sold(TUE, '1000.00', null)], rules, lines: [credit(WED, '990.00')] }).discrepancies).toMatchObject([
			{ kind: 'payout_short', amountMinor: 400 },
		]);
	});
});

describe('the answer', () => {
	const receipts = [sold(TUE, '100.00', '0.60'), sold(WED, '200.00', '1.20'), sold(FRI, '5.00', '0.03')];
	const lines = [
		credit(WED, '99.40'),
		credit('2026-11-19', '150.00'),
		credit(WED, '8.00', { counterparty: '王芳', text: '转账' }),
		credit(WED, '-30.00', { counterparty: '房东' }),
	];

	it('puts every line into exactly one place', () => {
		const { payouts, excluded } = settleRows({ receipts, lines: [...lines, ...lines] });
		const placed = [...payouts.flatMap((one) => one.lines.map(({ id }) => id)), ...excluded.map(({ line }) => line)];
		expect(placed.sort()).toEqual(lines.map(({ id }) => id).sort());
		expect(excluded.map(({ reason }) => reason)).toEqual(['not_a_payout', 'not_a_payout']);
	});

	it('does not depend on any order', () => {
		const answer = settleRows({ receipts, lines });
		expect(settleRows({ receipts: [...receipts].reverse(), lines: [...lines].reverse() })).toEqual(answer);
	});
});
