import { describe, expect, test } from 'vitest';
import { billOf, fixtureText, problemsOf } from '../../../support/bills.ts';

const HEADER = '交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注';
type Cells = { at?: string; type?: string; who?: string; goods?: string; direction?: string; amount?: string; state?: string; no?: string; remark?: string };

function row({
	at = '2026-11-02 09:21:34',
	type = '二维码收款',
	who = '*丽',
	goods = '/',
	direction = '收入',
	amount = '¥19.90',
	...rest
}: Cells = {}): string {
	const { state = '已收钱', no = '10001', remark = '/' } = rest;
	return [at, type, who, goods, direction, amount, '/', state, `${no}\t`, '/\t', remark].join(',');
}
const bill = (...rows: readonly string[]) => billOf([HEADER, ...rows, ''].join('\n'));
const PRIVATE_ROW = { type: '转账', who: '老同学', goods: '还你饭钱', amount: '¥333.00', no: '777000777' };

test.each([
	['转账', '收入'],
	['微信红包', '收入'],
	['二维码收款', '支出'],
	['扫二维码付款', '支出'],
	['商户消费', '支出'],
	['零钱提现', '/'],
	['零钱通转出', '中性交易'],
])('%s with %s is the owner’s own business', (type, direction) => {
	const read = bill(row({ type, direction }));
	expect(read.receipts).toEqual([]);
	expect(read.problems).toEqual([]);
});

describe('of a private row nothing comes out', () => {
	const secrets = /老同学|饭钱|333|777000777/;

	test.each([
		['whole', row(PRIVATE_ROW)],
		['with an unreadable amount and time', row({ ...PRIVATE_ROW, amount: '¥333,33', at: '昨天' })],
		['cut off', row(PRIVATE_ROW).slice(0, 50)],
		['with quotes that never close', row({ ...PRIVATE_ROW, goods: '"还你饭钱' })],
		['with a lost character', row({ ...PRIVATE_ROW, goods: '还你\ufffd饭钱' })],
		['with shifted cells', row({ ...PRIVATE_ROW, direction: '还你饭钱,收入' })],
	])('%s', (_, line) => {
		const read = bill(row(), line);
		expect(read.receipts).toHaveLength(1);
		expect(JSON.stringify(read)).not.toMatch(secrets);
	});

	test('nor what a wallet’s owner is called', () => {
		expect(JSON.stringify(billOf(fixtureText('wechat-personal/wallet.csv')))).not.toMatch(/老街修鞋|药店|小陈/);
	});
});

test('a row whose cells have shifted is a problem, because it may be a sale', () => {
	expect(problemsOf(bill(row({ who: '小,陈' }), `${row({ who: '小,陈' }).slice(0, -2)}`))).toEqual(['2:row_unreadable', '3:row_unreadable']);
	expect(problemsOf(bill(row({ who: '"小,陈"' })))).toEqual([]);
});

describe('a payment given back', () => {
	test.each([
		['已全额退款', 1990],
		['已退款(￥1.00)', 100],
		['已退款（¥1.50）', 150],
		['已退款￥19.90', 1990],
	])('in state %s makes a refund of %i beside its sale', (state, amountMinor) => {
		const read = bill(row({ state }));
		expect(read.receipts).toMatchObject([
			{ kind: 'sale', status: 'success', amountMinor: 1990, channelOrderNo: '10001', originalRef: null, line: 2 },
			{ kind: 'refund', status: 'success', amountMinor, channelOrderNo: null, originalRef: '10001', line: 2 },
		]);
		expect(read.problems).toEqual([]);
	});

	test.each(['已退款(￥20.00)', '已退款(一部分)', '已退款'])('in state %s nobody knows how far, which is a problem', (state) => {
		const read = bill(row({ state }));
		expect(read.receipts).toMatchObject([{ kind: 'sale', amountMinor: 1990 }]);
		expect(problemsOf(read)).toEqual(['2:amount_unreadable']);
	});
});

test.each([
	['¥28.16', 2816],
	['￥1,028.16', 102_816],
	['28.16', 2816],
	['28', 2800],
])('the amount %s is %i fen', (amount, amountMinor) => {
	expect(bill(row({ amount: `"${amount}"` })).receipts).toMatchObject([{ amountMinor }]);
});

test('what cannot be read of a sale is named', () => {
	expect(
		problemsOf(bill(row({ amount: '¥28.165' }), row({ amount: '-1.00' }), row({ at: '2026-11-31 10:00:00' }), row({ no: '1.0001943702955688E+31' }))),
	).toEqual(['2:amount_unreadable', '3:amount_unreadable', '4:time_unreadable', '5:id_damaged']);
});

describe('the period', () => {
	const day = { from: Date.UTC(2026, 10, 1, 16), to: Date.UTC(2026, 10, 2, 16) };
	const top = '起始时间：[2026-11-02 00:00:00] 终止时间：[2026-11-02 23:59:59]';

	test('is the one that the file states, else the days of its sales', () => {
		expect(billOf([top, HEADER, ''].join('\n')).coverage).toEqual(day);
		expect(bill(row()).coverage).toEqual(day);
		expect(bill(row(PRIVATE_ROW)).coverage).toBeNull();
	});

	test('of two wallets’ bills in one file is both', () => {
		const next = '起始时间：[2026-11-03 00:00:00] 终止时间：[2026-11-03 23:59:59]';
		const read = billOf(
			['微信支付账单明细', top, '共1笔记录', HEADER, row(), '微信支付账单明细', next, '共1笔记录', '1. 充值/提现', HEADER, row({ no: '2' }), ''].join('\n'),
		);
		expect(read.coverage).toEqual({ from: day.from, to: Date.UTC(2026, 10, 3, 16) });
		expect(read.totals.count).toBe(2);
		expect(read.problems).toEqual([]);
	});
});

test('a file that has fewer rows than it says may be cut off', () => {
	expect(problemsOf(billOf(['共3笔记录', HEADER, row(), row(PRIVATE_ROW), ''].join('\n')))).toEqual(['-:file_truncated']);
	expect(problemsOf(billOf(['共2笔记录', HEADER, row(), row(PRIVATE_ROW), ''].join('\n')))).toEqual([]);
});

test('names that a spreadsheet made up above the preamble are no row', () => {
	const names = Array.from({ length: 11 }, (_, i) => `Column${i + 1}`).join(',');
	expect(billOf([names, HEADER, row(), ''].join('\n'))).toMatchObject({ totals: { count: 1 }, problems: [] });
});
