import { describe, expect, test } from 'vitest';
import { billOf, problemsOf } from '../../../support/bills.ts';

const HEADER = '记账时间,微信支付业务单号,资金流水单号,业务名称,业务类型,收支类型,收支金额(元),账户结余(元),资金变更提交申请人,备注,业务凭证号';
const NAMES = '资金流水总笔数,收入笔数,收入金额,支出笔数,支出金额';
type Cells = { at?: string; no?: string; flow?: string; type?: string; direction?: string; amount?: string; remark?: string; order?: string };

function row({ at = '2026-11-02 12:00:00', no = '4200001', flow = '9001', type = '交易', direction = '收入', amount = '10.00', ...rest }: Cells = {}): string {
	const { remark = '', order = 'A1' } = rest;
	return [at, no, flow, type, type, direction, amount, '99.00', 'system', remark, order].map((cell) => `\`${cell}`).join(',');
}
const bill = (rows: readonly string[], totals: string | null = null) => billOf([HEADER, ...rows, ...(totals === null ? [] : [NAMES, totals]), ''].join('\r\n'));

test.each([
	['交易', '收入', 'sale', 'wechat', 1000],
	['退款', '支出', 'refund', 'wechat', -1000],
	['扣除交易手续费', '支出', 'fee', null, -1000],
	['退还交易手续费', '收入', 'adjustment', null, 1000],
	['提现', '支出', 'payout', null, null],
])('%s %s is a %s of tender %s that adds %s to a payout', (type, direction, kind, tender, netMinor) => {
	const read = bill([row({ type, direction })], '`1.0,`1.0,`10.00,`0.0,`0.00');
	expect(read.receipts).toMatchObject([{ kind, status: 'success', tender, netMinor, amountMinor: 1000, merchantOrderNo: 'A1', channelOrderNo: '4200001' }]);
	expect(problemsOf(read).filter((problem) => problem.startsWith('2'))).toEqual([]);
});

test.each([
	['现金红包', '支出'],
	['退款关闭', '收入'],
	['提现', '收入'],
	['交易', '支出'],
	['', '收入'],
])('%j %s is an adjustment with a problem, never dropped', (type, direction) => {
	const read = bill([row({ type, direction })]);
	expect(read.receipts).toMatchObject([{ kind: 'adjustment', amountMinor: 1000, netMinor: direction === '收入' ? 1000 : -1000 }]);
	expect(problemsOf(read)).toEqual(['2:kind_unknown', '-:footer_missing']);
});

test('a payment and its fee have one number and stay two receipts; equal refunds are told apart by the number of the movement', () => {
	const refund = { type: '退款', direction: '支出', no: '5001', order: 'R1' };
	const read = bill([
		row(),
		row({ type: '扣除交易手续费', direction: '支出', amount: '0.06', flow: '9002' }),
		row({ ...refund, flow: '9003' }),
		row({ ...refund, flow: '9004' }),
	]);
	expect(new Set(read.receipts.map(({ id }) => id)).size).toBe(4);
	expect(read.totals).toEqual({ count: 4, salesMinor: 1000, refundsMinor: 2000, feesMinor: 6 });
	expect(problemsOf(read)).toEqual(['-:footer_missing']);
	expect(problemsOf(bill([row(), row()]))).toEqual(['3:row_repeated', '-:footer_missing']);
});

describe('the totals', () => {
	const rows = [row(), row({ type: '提现', direction: '支出', amount: '4.00', flow: '9002', no: '68' })];

	test.each(['`2.0,`1.0,`10.00,`1.0,`4.00', '`2,`1,`10.00,`1,`4.00', '2,1,10,1,4'])('%s agree', (totals) => {
		expect(bill(rows, totals).footer).toEqual({ present: true, agrees: true });
		expect(problemsOf(bill(rows, totals))).toEqual([]);
	});

	test.each(['`3.0,`1.0,`10.00,`1.0,`4.00', '`2,`1,`10.01,`1,`4.00', '`2,`1,`10.00,`2,`4.00', '`2,`1,`10.00,`1,`-4.00', '`2,`1,`10.00'])(
		'%s do not',
		(totals) => {
			expect(bill(rows, totals).footer).toEqual({ present: true, agrees: false });
			expect(problemsOf(bill(rows, totals))).toEqual(['-:footer_disagrees']);
		},
	);

	test('missing are a problem', () => {
		expect(bill(rows).footer).toEqual({ present: false, agrees: null });
		expect(problemsOf(bill(rows))).toEqual(['-:footer_missing']);
	});
});

test('remarks may hold commas, and nobody is named', () => {
	const read = bill([row({ remark: '结算,手续费,13900001111', amount: 'x' }), row({ remark: '张三' })]);
	expect(read.receipts).toHaveLength(1);
	expect(problemsOf(read)).toEqual(['2:amount_unreadable', '-:footer_missing']);
	expect(JSON.stringify(read)).not.toMatch(/13900001111|张三/);
});

test('a cell that somebody typed into has lost its backtick, and the row is read all the same', () => {
	expect(bill([row().replace('`10.00', '12.50')]).receipts).toMatchObject([{ amountMinor: 1250, channelOrderNo: '4200001' }]);
});

test('damage is named by its line', () => {
	const read = bill([row({ at: '2026-02-30 12:00:00' }), row({ no: '4.2E+27', order: '1.2E+17' }), row({ flow: '9.1E+27', order: 'B' }), row().slice(0, 40)]);
	expect(problemsOf(read)).toEqual(['2:time_unreadable', '3:id_damaged', '3:id_damaged', '5:row_unreadable', '-:footer_missing']);
	expect(read.receipts).toMatchObject([
		{ line: 3, channelOrderNo: null, merchantOrderNo: null },
		{ line: 4, merchantOrderNo: 'B' },
	]);
});

test('a bill without rows covers nothing', () => {
	expect(bill([], '`0.0,`0.0,`0.00,`0.0,`0.00')).toMatchObject({ coverage: null, receipts: [], footer: { agrees: true } });
});
