import { describe, expect, test } from 'vitest';
import { billOf, fixtureBytes, problemsOf } from '../../../support/bills.ts';

const HEADER = '账务流水号,业务流水号,商户订单号,商品名称,发生时间,对方账号,收入金额（+元）,支出金额（-元）,账户余额（元）,交易渠道,业务类型,备注';
type Cells = { flow?: string; no?: string; order?: string; goods?: string; at?: string; income?: string; outgo?: string; type?: string; remark?: string };

function row({ flow = '70001', no = '2026110222001', order = 'CN1', goods = '面', at = '2026-11-02 12:31:21', income = '22.00', ...rest }: Cells = {}): string {
	const { outgo = '0.00', type = '在线支付', remark = '' } = rest;
	return [`${flow}\t`, `${no}\t`, `${order}\t`, goods, at, '某某 (139****11)\t', income, outgo, '3036.82', '支付宝', type, remark].join(',');
}
const out = (type: string, outgo: string): Cells => ({ type, income: '0.00', outgo });
const END = ['#支出合计：0笔，共0.00元', '#收入合计：1笔，共22.00元'];
const bill = (rows: readonly string[], bottom: readonly string[] = END, top: readonly string[] = []) =>
	billOf([...top, HEADER, ...rows, ...bottom, '#导出时间：[2026年11月03日 09:00:00]', ''].join('\r\n'));

test.each([
	['在线支付', {}, 'sale', 'alipay', 2200],
	['交易付款', {}, 'sale', 'alipay', 2200],
	['交易退款', out('交易退款', '-22.00'), 'refund', 'alipay', -2200],
	['收费', out('收费', '-22.00'), 'fee', null, -2200],
	['收费 without a sign', out('收费', '22.00'), 'fee', null, -2200],
	['提现', out('提现', '-22.00'), 'payout', null, null],
])('%s', (type, cells: Cells, kind, tender, netMinor) => {
	const { receipts } = bill([row({ type, ...cells })]);
	const originalRef = kind === 'refund' ? '2026110222001' : null;
	expect(receipts).toMatchObject([{ kind, tender, netMinor, amountMinor: 2200, merchantOrderNo: 'CN1', channelOrderNo: '2026110222001', originalRef }]);
});

test.each([
	['what the shop itself bought', out('在线支付', '-22.00'), -2200],
	['a refund of what the shop bought', { type: '交易退款' }, 2200],
	['a fee that came back', { type: '收费' }, 2200],
	['a withdrawal that came back', { type: '提现' }, 2200],
	['a transfer', { type: '转账' }, 2200],
])('%s is an adjustment with a problem', (_, cells: Cells, netMinor) => {
	const read = bill([row(cells)], []);
	expect(read.receipts).toMatchObject([{ kind: 'adjustment', tender: null, netMinor, amountMinor: 2200 }]);
	expect(problemsOf(read)).toEqual(['2:kind_unknown', '-:footer_missing']);
});

test.each([
	['22.00', '', 2200],
	['22.00', '-', 2200],
	['+22', '0', 2200],
	['0.00', '-0.00', 0],
	['', '0.00', 0],
])('income %j and outgo %j move %i', (income, outgo, amountMinor) => {
	expect(bill([row({ income, outgo })], []).receipts).toMatchObject([{ amountMinor, kind: 'sale' }]);
});

test.each([
	['', ''],
	['22.00', '-22.00'],
	['-22.00', '0.00'],
	['x', '0.00'],
	['22.005', '0.00'],
	['0.00', '-2E2'],
])('income %j and outgo %j are no amount', (income, outgo) => {
	const read = bill([row({ income, outgo })], []);
	expect(read.receipts).toEqual([]);
	expect(problemsOf(read)).toEqual(['2:amount_unreadable', '-:footer_missing']);
});

test('equal refunds are told apart by the number of the movement; a row that comes twice is named', () => {
	const refund = (flow: string) => row({ ...out('交易退款', '-5.00'), flow });
	expect(new Set(bill([refund('1'), refund('2')], []).receipts.map(({ id }) => id)).size).toBe(2);
	expect(problemsOf(bill([refund('1'), refund('2')], []))).toEqual(['-:footer_missing']);
	expect(problemsOf(bill([refund('1'), refund('1')], []))).toEqual(['3:row_repeated', '-:footer_missing']);
});

describe('the totals', () => {
	const rows = [row(), row({ ...out('收费', '-0.13'), flow: '70002' }), row({ ...out('提现', '-8.00'), flow: '70003' })];

	test.each([
		[['#支出合计：2笔，共-8.13元', '#收入合计：1笔，共22.00元'], true],
		[['#收入合计：1笔，共22.00元,,,,', '#支出合计：2笔，共-8.13元,,,,'], true],
		[['#支出合计：2笔，共8.13元', '#收入合计：1笔，共22.00元'], false],
		[['#支出合计：1笔，共-8.13元', '#收入合计：1笔，共22.00元'], false],
		[['#支出合计：2笔，共-8.13元', '#收入合计：1笔，共22.01元'], false],
	])('%j agree with the rows as written: %s', (bottom, agrees) => {
		const read = bill(rows, bottom);
		expect(read.footer).toEqual({ present: true, agrees });
		expect(problemsOf(read)).toEqual(agrees ? [] : ['-:footer_disagrees']);
	});

	test('missing in part are a problem', () => {
		expect(problemsOf(bill(rows, []))).toEqual(['-:footer_missing']);
		const half = bill(rows, ['#收入合计：1笔，共22.00元']);
		expect(half.footer).toEqual({ present: true, agrees: true });
		expect(problemsOf(half)).toEqual(['-:footer_missing']);
	});

	test('do not cover rows that follow them', () => {
		expect(billOf([HEADER, row(), ...END, HEADER, row({ flow: '2' }), ''].join('\n')).footer).toEqual({ present: true, agrees: false });
		expect(billOf([HEADER, row(), ...END, HEADER, row({ flow: '2' }), ...END, ''].join('\n')).footer).toEqual({ present: true, agrees: true });
	});
});

test('covers the period that it states, also without rows', () => {
	const top = ['#起始日期：[2026年11月02日 00:00:00]   终止日期：[2026年11月03日 00:00:00]'];
	expect(bill([], [], top).coverage).toEqual({ from: Date.UTC(2026, 10, 1, 16), to: Date.UTC(2026, 10, 2, 16) });
	expect(bill([row({ at: '2026-11-05 01:00:00' })], []).coverage).toEqual({ from: Date.UTC(2026, 10, 4, 16), to: Date.UTC(2026, 10, 5, 16) });
});

test('commas of the remark do not shift the other cells; commas before them make the row unreadable', () => {
	expect(bill([row({ remark: '微辣,不要葱' })]).receipts).toMatchObject([{ amountMinor: 2200 }]);
	expect(
		problemsOf(
			bill(
				[row({ goods: '面,大碗' }), row({ goods: '面,大碗', remark: '微辣,快' }), row({ income: '1,022.00', remark: 'a,b' }), row(out('提现', '-1,022.00'))],
				[],
			),
		),
	).toEqual(['2:row_unreadable', '3:row_unreadable', '4:row_unreadable', '5:row_unreadable', '-:footer_missing']);
});

test('names of customers and what they wrote stay in the file', () => {
	const read = bill([row({ remark: '李小明 13900001111', income: 'x' }), row({ goods: '给王五' })], []);
	expect(JSON.stringify(read)).not.toMatch(/李小明|13900001111|王五|139\*/);
});

test('the newest row stands first, and that changes nothing', () => {
	const lines = new TextDecoder('gb18030').decode(fixtureBytes('alipay-account/20887770000000010156_20261102_账务明细.csv')).split('\r\n');
	const turned = [...lines.slice(0, 5), ...lines.slice(5, 21).reverse(), ...lines.slice(21)];
	const ids = (text: readonly string[]) => billOf(text.join('\r\n')).receipts.map(({ id }) => id);
	expect(ids(lines)).toHaveLength(16);
	expect(ids(turned)).toEqual(ids(lines).reverse());
});
