import { describe, expect, test } from 'vitest';
import { billOf, fixtureText, problemsOf } from '../../../support/bills.ts';

const HEADER =
	'支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,门店编号,门店名称,操作员,终端号,对方账户,订单金额（元）,商家实收（元）,支付宝红包（元）,集分宝（元）,支付宝优惠（元）,商家优惠（元）,券核销金额（元）,券名称,商家红包消费金额（元）,卡消费金额（元）,退款批次号/请求号,服务费（元）,分润（元）,备注';
type Cells = { no?: string; type?: string; at?: string; amount?: string; received?: string; request?: string; fee?: string; shared?: string; remark?: string };

function row({ no = '2026110222001', type = '交易', at = '2026-11-02 10:26:28', amount = '36.00', received = amount, ...rest }: Cells = {}): string {
	const { request = '', fee = '-0.22', shared = '0.00', remark = '' } = rest;
	const cells = [`${no}\t`, 'CN1\t', `${type}\t`, '堂食', at, at, 'CN01\t', '面馆\t', '01\t', 'A1\t', '*强(163****60)\t', amount, received];
	return [...cells, '0.00', '0.00', '0.00', '0.00', '0.00', '', '0.00\t', '0.00', `${request}\t`, fee, shared, remark].join(',');
}
const bill = (rows: readonly string[], top = ['#起始日期：[2026年11月02日 00:00:00]   终止日期：[2026年11月03日 00:00:00]'], bottom: readonly string[] = []) =>
	billOf([...top, HEADER, ...rows, ...bottom, ''].join('\r\n'));
const totals = (sales: string, refunds: string) => [`#交易合计：${sales}`, `#退款合计：${refunds}`];

test('a refund is written negative, has its request number only, and names the trade it gives back', () => {
	const { receipts } = bill([row(), row({ type: '退款', amount: '-36.00', fee: '0.22', request: 'RF1', at: '2026-11-02 11:00:00' })]);
	expect(receipts).toMatchObject([
		{
			kind: 'sale',
			amountMinor: 3600,
			feeMinor: 22,
			netMinor: 3578,
			merchantOrderNo: 'CN1',
			channelOrderNo: '2026110222001',
			originalRef: null,
			terminalId: 'A1',
		},
		{ kind: 'refund', amountMinor: 3600, feeMinor: -22, netMinor: -3578, merchantOrderNo: 'RF1', channelOrderNo: null, originalRef: '2026110222001' },
	]);
});

test('several refunds of one trade are told apart, also under one request number', () => {
	const refund = { type: '退款', request: 'RF1', fee: '0.00' };
	const { receipts } = bill([row({ ...refund, amount: '-5.00' }), row({ ...refund, amount: '-6.00' }), row({ ...refund, amount: '-5.00' })]);
	expect(new Set(receipts.map(({ id }) => id)).size).toBe(3);
});

test('commas of the remark do not shift the other cells', () => {
	expect(bill([row({ remark: '微辣,不要葱,"快"' })]).receipts).toMatchObject([{ amountMinor: 3600, feeMinor: 22 }]);
});

test.each(['1,236.00', '12,50'])('a comma in the amount %s shifts every cell, so the row is refused', (amount) => {
	for (const remark of ['', '微辣,快'])
		expect(problemsOf(bill([row({ amount, received: '36.00', request: '20261102001', remark })]))).toContain('3:row_unreadable');
});

test('what is shared out of a payment leaves the net unknown', () => {
	expect(bill([row({ shared: '-1.00' })]).receipts[0]?.netMinor).toBeNull();
});

describe('the period', () => {
	test('is the one that the file states, with or without rows', () => {
		const day = { from: Date.UTC(2026, 10, 1, 16), to: Date.UTC(2026, 10, 2, 16) };
		expect(bill([]).coverage).toEqual(day);
		expect(bill([row()]).coverage).toEqual(day);
		expect(bill([row()], ['#起始日期：[2026年11月02日 00:00:00]   终止日期：[2026年11月02日 23:59:59]']).coverage).toEqual(day);
	});

	test('is the days of the rows where the file states none', () => {
		expect(bill([row()], []).coverage).toEqual({ from: Date.UTC(2026, 10, 1, 16), to: Date.UTC(2026, 10, 2, 16) });
		expect(bill([], []).coverage).toBeNull();
	});
});

describe('the totals', () => {
	const rows = [row(), row({ type: '退款', amount: '-6.00', fee: '0.04', request: 'R' })];
	const agreeing = totals('1笔，商家实收共36.00元，商家优惠共0.00元', '1笔，商家实收退款共-6.00元，商家优惠退款共0.00元');

	test('agree', () => {
		expect(bill(rows, undefined, agreeing).footer).toEqual({ present: true, agrees: true });
	});

	test.each([
		['36.01', ['1笔，商家实收共36.01元，商家优惠共0.00元', '1笔，商家实收退款共-6.00元，商家优惠退款共0.00元']],
		['one refund too many', ['1笔，商家实收共36.00元，商家优惠共0.00元', '2笔，商家实收退款共-6.00元，商家优惠退款共0.00元']],
		['a discount that no row has', ['1笔，商家实收共36.00元，商家优惠共1.00元', '1笔，商家实收退款共-6.00元，商家优惠退款共0.00元']],
	])('disagree: %s', (_, [sales = '', refunds = '']) => {
		const read = bill(rows, undefined, totals(sales, refunds));
		expect(read.footer).toEqual({ present: true, agrees: false });
		expect(problemsOf(read)).toEqual(['-:footer_disagrees']);
	});

	test('missing are a problem, one of the two as well', () => {
		expect(problemsOf(bill(rows))).toEqual(['-:footer_missing']);
		expect(problemsOf(bill(rows, undefined, agreeing.slice(0, 1)))).toEqual(['-:footer_missing', '-:footer_disagrees']);
	});
});

test('neither the payer nor what was remarked about him comes out, not even beside a problem', () => {
	const read = bill([row({ amount: 'x', remark: '王先生 13812345678 wang@example.com 6222801234567890124' })]);
	const answer = JSON.stringify(read);
	for (const secret of ['163****60', '13812345678', 'wang@example.com', '622280123456', '王先生']) expect(answer).not.toContain(secret);
	expect(problemsOf(read)).toContain('3:amount_unreadable');
});

test('the file of sums that lies in the same archive is no bill', () => {
	const summary = '#支付宝业务汇总查询\n门店编号,门店名称,交易订单总笔数,退款订单总笔数,订单金额（元）,商家实收（元）\n合计\t,\t,20,2,432.00,430.00\n';
	expect(() => billOf(summary)).toThrow('format_unknown');
});

test('saved again by a spreadsheet, or with half-width brackets, it is read all the same', () => {
	const text = fixtureText('alipay-trade/month-resaved.csv');
	expect(billOf(text.replaceAll('（元）', '(元)')).receipts).toEqual(billOf(text).receipts);
	const tabs = text.replaceAll('","', '，').replaceAll(',', '\t');
	expect(billOf(tabs).receipts.map(({ amountMinor }) => amountMinor)).toEqual(billOf(text).receipts.map(({ amountMinor }) => amountMinor));
});
