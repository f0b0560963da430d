import { describe, expect, test } from 'vitest';
import { billOf, problemsOf, readText } from '../../../support/bills.ts';
import { billOfRows } from '../../../support/workbooks.ts';

const ORDERS =
	'商户订单号,订单时间,收款通道,交易模式,订单状态,订单金额,实收金额,扣率,手续费,商户名称,商户号,门店名称,门店号,终端名称,终端号,终端类型,设备号,付款账户,收款通道订单号,操作员,收银员,商户内部订单号'.split(
		',',
	);
const FLOW =
	'交易日期,时间,收钱吧订单号,支付方式,商品名称,商户内部订单号,商户订单号,收款通道订单号,交易类型,交易状态,付款账号,货币类型,交易金额,商户优惠,收钱吧优惠,收款通道优惠,消费者实付金额,费率%,手续费,实收金额,结算金额,门店名称,门店号,终端号,收银员'.split(
		',',
	);
type Cells = Readonly<Record<string, string>>;
const USUAL: Cells = {
	...{ 商户订单号: 'S1\t', 收款通道订单号: '4200001\t', 终端号: '100007770001\t', 手续费: '0.06' },
	...{ 订单时间: '2026-11-02 10:24:56', 收款通道: '微信', 订单状态: '支付成功', 订单金额: '16.00', 实收金额: '16.00' },
	...{ 交易日期: '2026-11-02', 时间: '10:24:56', 支付方式: '微信', 交易类型: '付款', 交易状态: '成功', 交易金额: '16.00', 结算金额: '15.94' },
};
const row = (names: readonly string[], of: Cells = {}) => names.map((name) => of[name] ?? USUAL[name] ?? '');
const orders = (...rows: readonly Cells[]) => billOf([ORDERS, ...rows.map((of) => row(ORDERS, of))].map((cells) => cells.join(',')).join('\r\n'));
const flow = (...rows: readonly Cells[]) => billOf([FLOW, ...rows.map((of) => row(FLOW, of))].map((cells) => cells.join(',')).join('\r\n'));

test('both sets of names say the same of a payment; only one says what is settled', () => {
	const said = {
		at: Date.UTC(2026, 10, 2, 2, 24, 56),
		kind: 'sale',
		status: 'success',
		amountMinor: 1600,
		feeMinor: 6,
		tender: 'wechat',
		terminalId: '100007770001',
	};
	const numbers = { merchantOrderNo: 'S1', channelOrderNo: '4200001', originalRef: null, line: 2 };
	expect(orders({})).toMatchObject({ format: 'shouqianba-csv', problems: [], tenders: ['wechat'], receipts: [{ ...said, ...numbers, netMinor: null }] });
	expect(flow({})).toMatchObject({ format: 'shouqianba-csv', problems: [], receipts: [{ ...said, ...numbers, netMinor: 1594 }] });
});

describe('what a row is', () => {
	test.each([
		['支付成功', '16.00', 'sale', 'success'],
		['PAID', '16.00', 'sale', 'success'],
		['', '16.00', 'sale', 'success'],
		['退款成功', '-16.00', 'refund', 'success'],
		['退款成功', '16.00', 'refund', 'success'],
		['已退款', '16.00', 'refund', 'success'],
		['REFUNDED', '16.00', 'refund', 'success'],
		['支付成功', '-16.00', 'refund', 'success'],
		['退款失败', '-16.00', 'refund', 'failed'],
		['退款中', '-16.00', 'refund', 'pending'],
		['支付失败', '16.00', 'sale', 'failed'],
		['交易关闭', '16.00', 'sale', 'failed'],
		['PAY_ERROR', '16.00', 'sale', 'failed'],
		['支付中', '16.00', 'sale', 'pending'],
		['待支付', '16.00', 'sale', 'pending'],
		['未支付', '16.00', 'sale', 'pending'],
		['已撤单', '16.00', 'sale', 'reversed'],
		['撤单成功', '-16.00', 'void', 'success'],
		['撤单失败', '16.00', 'sale', 'failed'],
	])('order in state %j of %s: %s, %s', (state, amount, kind, status) => {
		const bill = orders({ 订单状态: state, 订单金额: amount });
		expect(bill.receipts).toMatchObject([{ kind, status, amountMinor: 1600 }]);
		expect(bill.problems).toEqual([]);
	});

	test.each([
		['付款', '成功', '16.00', 'sale', 'success'],
		['收款', '成功', '16.00', 'sale', 'success'],
		['付款', '失败', '16.00', 'sale', 'failed'],
		['退款', '成功', '-16.00', 'refund', 'success'],
		['退款', '成功', '16.00', 'refund', 'success'],
		['退款', '失败', '16.00', 'refund', 'failed'],
		['付款', '成功', '-16.00', 'refund', 'success'],
		['撤单', '成功', '-16.00', 'void', 'success'],
	])('%s, %s of %s: %s, %s', (type, state, amount, kind, status) => {
		const bill = flow({ 交易类型: type, 交易状态: state, 交易金额: amount });
		expect(bill.receipts).toMatchObject([{ kind, status, amountMinor: 1600, netMinor: status !== 'success' ? null : kind === 'sale' ? 1594 : -1594 }]);
		expect(bill.problems).toEqual([]);
	});

	test('a type nobody knows is an adjustment, a state nobody knows pending, each with a problem', () => {
		expect(flow({ 交易类型: '充值' })).toMatchObject({ receipts: [{ kind: 'adjustment', status: 'success' }], problems: [{ line: 2, code: 'kind_unknown' }] });
		expect(flow({ 交易状态: '外星' })).toMatchObject({ receipts: [{ kind: 'sale', status: 'pending' }], problems: [{ line: 2, code: 'kind_unknown' }] });
	});

	test('a sale that was given back in part stays a sale, because nobody knows how far', () => {
		expect(orders({ 订单状态: '部分退款' })).toMatchObject({ receipts: [{ kind: 'sale', status: 'success' }], problems: [{ line: 2, code: 'kind_unknown' }] });
		expect(orders({ 订单状态: '部分退款成功', 订单金额: '-6.00' })).toMatchObject({ receipts: [{ kind: 'refund', amountMinor: 600 }], problems: [] });
	});
});

test.each([
	['微信', 'wechat'],
	['支付宝', 'alipay'],
	['云闪付', 'unionpay_qr'],
	['银行卡', 'card'],
	['储值卡', 'other'],
	['现金记账', 'cash'],
	['', null],
])('%j is of tender %s', (means, tender) => {
	expect(orders({ 收款通道: means }).receipts).toMatchObject([{ tender }]);
	expect(flow({ 支付方式: means }).receipts).toMatchObject([{ tender }]);
});

describe('names that look alike', () => {
	const LOOK_ALIKES = [
		'渠道订单号,商户订单号,交易时间,交易金额（元）,支付方式,交易状态',
		'收款通道订单号,商户订单号,交易日期,交易时间,交易金额,支付方式,交易状态',
		'支付通道订单号,商户订单号,支付时间,订单金额,收款通道,订单状态',
		'通道订单号,商户订单号,订单时间,交易金额,付款方式,支付状态',
	];

	test.each(LOOK_ALIKES)('%s', (header) => {
		const values: Cells = { 交易时间: header.includes('交易日期') ? '10:24:56' : '2026-11-02 10:24:56', 支付时间: '20261102102456' };
		const cells = header
			.split(',')
			.map((name) => values[name] ?? (/订单号/.test(name) ? 'N1' : (USUAL[name] ?? (/金额/.test(name) ? '16' : /状态/.test(name) ? '成功' : '微信'))));
		const bill = billOf(`某某聚合收款\n${header}\n${cells.join(',')}\n合计,,,16.00,,\n`);
		expect(bill.problems).toEqual([]);
		expect(bill.receipts).toMatchObject([
			{ at: Date.UTC(2026, 10, 2, 2, 24, 56), amountMinor: 1600, tender: 'wechat', channelOrderNo: 'N1', merchantOrderNo: 'N1', status: 'success', line: 3 },
		]);
	});

	test('without the channel’s number or the amount a table is not one of them', async () => {
		for (const missing of ['渠道订单号,', ',交易金额（元）']) {
			const header = LOOK_ALIKES[0]?.replace(missing, '') ?? '';
			const reading = await readText(`${header}\n${header.replace(/[^,]+/g, '1')}\n`);
			expect(reading.ok ? 'read' : reading.error.code).toBe('format_unknown');
		}
	});
});

test('as a workbook it is read from its cells', async () => {
	const amount = FLOW.indexOf('交易金额');
	const cells = row(FLOW).map((cell, place) => (place === amount ? 16 : cell));
	const bill = await billOfRows([['流水'], FLOW, cells]);
	expect(bill).toMatchObject({ format: 'shouqianba-csv', encoding: null, problems: [], receipts: [{ amountMinor: 1600, line: 3 }] });
});

test('damage is named by its line, and nobody is named', () => {
	const person = { 付款账户: '张三', 收银员: '李四', 操作员: '王五' };
	const bill = orders(
		{ ...person, 订单金额: 'x' },
		{ ...person, 订单时间: '2026-13-01 10:00:00' },
		{ ...person, 收款通道订单号: '4.2E+27' },
		{ ...person, 门店名称: 'a,b' },
	);
	expect(problemsOf(bill)).toEqual(['2:amount_unreadable', '3:time_unreadable', '4:id_damaged', '5:row_unreadable']);
	expect(bill.receipts).toMatchObject([{ line: 4, channelOrderNo: null }]);
	expect(JSON.stringify(bill)).not.toMatch(/张三|李四|王五/);
});
