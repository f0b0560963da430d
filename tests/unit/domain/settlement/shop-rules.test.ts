import { describe, expect, test } from 'vitest';
import { asEntryId } from '../../../../src/domain/ids.ts';
import type { SourceEdit } from '../../../../src/domain/receipts/source-profiles/edits.ts';
import { profileOf } from '../../../../src/domain/receipts/source-profiles/lookup.ts';
import { SETTLEMENT_RULES_DEFAULT } from '../../../../src/domain/settlement/default-rules.ts';
import { feeRulesOf } from '../../../../src/domain/settlement/fees/fee-rule.ts';
import type { SettlementRules } from '../../../../src/domain/settlement/payout-rules.ts';
import { shopSettlementRules } from '../../../../src/domain/settlement/shop-rules.ts';
import { at } from '../../../support/matching-rows.ts';
import { credit, settleRows, sold, states } from '../../../support/settlement-rows.ts';

const [TUE, WED] = ['2026-11-17', '2026-11-18'];
const WECHAT = profileOf('wechat-trade-bill').id;

function edit(over: Pick<SourceEdit, 'field' | 'value'> & Partial<SourceEdit>): SourceEdit {
	return { id: asEntryId('e1'), seq: 1, at: 0, offset: 480, actor: '', profile: WECHAT, from: TUE, undoneBy: null, ...over };
}
const fees = (millionths: number, more = { fixedMinor: 0, capMinor: null as number | null }) =>
	edit({ field: 'fees', value: { rates: [{ tender: null, millionths, ...more }], rounding: 'half_even' } });
const payout = (days: number) => edit({ field: 'payout', value: { days, basis: 'calendar', atMinutes: 600, weekendsMerged: false, minimumMinor: null } });

const rateOf = (source: string, rules: SettlementRules) => feeRulesOf({ source, tender: 'wechat', currency: 'CNY' }, rules).rules[0]?.millionths;

describe("the shop's word on a source", () => {
	test('without any, the usual ways hold', () => {
		expect(shopSettlementRules([], TUE)).toBe(SETTLEMENT_RULES_DEFAULT);
	});

	test('on its fees judges its sales, and no other source', () => {
		const rules = shopSettlementRules([fees(3_800)], TUE);
		expect(rateOf('wechat-trade-bill', rules)).toBe(3_800);
		expect(rateOf('chinaums-tsv', rules)).toBeUndefined();
		const found = settleRows({ receipts: [sold(TUE, '100.00', '0.60')], rules, lines: [credit(WED, '99.40')] });
		expect(found.discrepancies).toMatchObject([{ kind: 'fee_mismatch', amountMinor: 22 }]);
	});

	test('holds from its day on', () => {
		expect(rateOf('wechat-trade-bill', shopSettlementRules([fees(3_800)], '2026-11-16'))).toBeUndefined();
	});

	test('with a fixed part judges each payment by it', () => {
		const rules = shopSettlementRules([fees(3_800, { fixedMinor: 10, capMinor: null })], TUE);
		const found = settleRows({ receipts: [sold(TUE, '100.00', '0.48'), sold(TUE, '50.00', '0.19')], rules, lines: [credit(WED, '149.33')] });
		expect(found.discrepancies).toMatchObject([{ kind: 'fee_mismatch', count: 1, amountMinor: 10, fee: { expectedMinor: 29, chargedMinor: 19 } }]);
	});

	test('on its payouts moves the time from which they are missing', () => {
		const judged = (rules: typeof SETTLEMENT_RULES_DEFAULT) =>
			states(settleRows({ receipts: [sold(TUE, '100.00', '0.60')], rules, lines: [credit(WED, '1.00')] }));
		expect(judged(SETTLEMENT_RULES_DEFAULT)[0]).toMatch(/^17 missing/);
		expect(judged(shopSettlementRules([payout(30)], TUE))[0]).toMatch(/^17 (awaiting|not_due|due)/);
	});

	test('on where a day ends moves what was paid late in the evening', () => {
		const late = (source: string, rules = SETTLEMENT_RULES_DEFAULT) =>
			settleRows({ receipts: [{ ...sold(TUE, '10.00', '0.06', { source, tender: 'card' }), at: at('2026-11-17T23:10:00+08:00') }], rules }).payouts[0]
				?.settledOn;
		// UnionPay and Lakala cut at 23:00; Allinpay's files and WeChat's hold calendar days.
		expect(['chinaums-tsv', 'unionpay-zm', 'lakala-jy', 'allinpay', 'wechat-trade-bill'].map((source) => late(source))).toEqual([WED, WED, WED, TUE, TUE]);
		const cutAt = (minutes: number) => shopSettlementRules([edit({ profile: 'chinaums', field: 'dayCut', value: minutes })], TUE);
		expect(late('chinaums-tsv', cutAt(0))).toBe(TUE);
		expect(late('chinaums-xlsx', cutAt(23 * 60 + 30))).toBe(TUE);
		expect(late('lakala-jy', cutAt(0))).toBe(WED);
	});

	test('on the fees of a source that the table does not know is judged by, too', () => {
		const rules = shopSettlementRules([{ ...fees(6_000), profile: 'corner-acquirer' }], TUE);
		const found = settleRows({ receipts: [sold(TUE, '100.00', '0.90', { source: 'corner-acquirer', tender: 'card' })], rules });
		expect(found.discrepancies.filter(({ kind }) => kind === 'fee_mismatch')).toMatchObject([{ amountMinor: 30 }]);
	});
});
