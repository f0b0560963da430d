import { describe, expect, test } from 'vitest';
import { billOf, problemsOf, readText } from '../../../support/bills.ts';

const HEADER =
	'商户编号|交易日期|交易时间|终端号|分支机构|交易类型|拉卡拉流水号|原拉卡拉流水号|卡号|支付渠道|银行名称|交易金额(分)|手续费(分)|结算金额(分)|商户订单号|支付订单号|外部流水号|系统参考号|备注|支付方式';
type Cells = {
	type?: string;
	no?: string;
	original?: string;
	card?: string;
	means?: string;
	amount?: string;
	fee?: string;
	settled?: string;
	how?: string;
	remark?: string;
};

function row({ type = '消费', no = '66261102375853', original = '', card = '', means = '微信', amount = '1999', ...rest }: Cells = {}): string {
	const { fee = '8', settled = '1991', how = '扫码', remark = '' } = rest;
	const numbers = ['L20261102', '368105760889205264', '878603876264', '116719514289'];
	return ['8227', '20261102', '100429', '80977711', '南城', type, no, original, card, means, '', amount, fee, settled, ...numbers, remark, how].join('|');
}
const bill = (rows: readonly string[], header = HEADER) => billOf([header, ...rows, ''].join('\n'));

test('fen become yuan, and numbers stay whole', () => {
	expect(bill([row()])).toMatchObject({ format: 'lakala-jy', problems: [], tenders: ['card', 'wechat'] });
	expect(bill([row()]).receipts).toMatchObject([
		{
			...{ at: Date.UTC(2026, 10, 2, 2, 4, 29), kind: 'sale', amountMinor: 1999, feeMinor: 8, netMinor: 1991, tender: 'wechat', terminalId: '80977711' },
			...{ channelOrderNo: '66261102375853', merchantOrderNo: 'L20261102', rrn: '116719514289', originalRef: null, line: 2 },
		},
	]);
});

test.each([
	['退款', '1999', '-8', '1991', 'refund', -8],
	['退款', '1999', '8', '1991', 'refund', -8],
	['退款', '-1999', '-8', '-1991', 'refund', -8],
	['退款', '1999', '0', '1999', 'refund', 0],
	['撤销', '1999', '-8', '1991', 'void', -8],
	['消费撤销', '-1999', '-8', '-1991', 'void', -8],
	['消费', '1999', '7.6', '1991.4', 'sale', 8],
])('%s of %s with fee %s, settled %s, is a %s that costs %i fen', (type, amount, fee, settled, kind, feeMinor) => {
	expect(bill([row({ type, amount, fee, settled, original: '66' })]).receipts).toMatchObject([{ kind, amountMinor: 1999, feeMinor, originalRef: '66' }]);
});

test.each([
	['银行卡', '刷卡', 'card'],
	['微信', '扫码', 'wechat'],
	['支付宝', '扫码', 'alipay'],
	['银联二维码', '扫码', 'unionpay_qr'],
	['数字人民币', '扫码', 'other'],
	['', '刷卡', 'card'],
	['', '扫码', null],
])('%s, %s is of tender %s', (means, how, tender) => {
	expect(bill([row({ means, how })]).receipts).toMatchObject([{ tender }]);
});

describe('the unit', () => {
	const yuan = HEADER.replaceAll('(分)', '(元)');

	test('is what the header says', () => {
		const cells = { amount: '19.99', fee: '0.08', settled: '19.91' };
		expect(bill([row(cells)], yuan).receipts).toMatchObject([{ amountMinor: 1999, feeMinor: 8, netMinor: 1991 }]);
		expect(bill([row(cells)], HEADER.replaceAll('(分)', '')).receipts).toMatchObject([{ amountMinor: 1999, feeMinor: 8 }]);
		expect(bill([row({ amount: '1,999' })], yuan).receipts).toMatchObject([{ amountMinor: 199_900 }]);
		expect(bill([row()], HEADER.replaceAll('(分)', ' （分）')).receipts).toMatchObject([{ amountMinor: 1999, feeMinor: 8 }]);
	});

	test('is yuan in spite of the header where every amount has parts of a fen, and the file says so', () => {
		const read = bill([row({ amount: '100.00', fee: '0.38', settled: '99.62' }), row({ amount: '19.90', fee: '0.08', settled: '19.82', no: '2' })]);
		expect(read.receipts).toMatchObject([
			{ amountMinor: 10_000, feeMinor: 38, netMinor: 9962 },
			{ amountMinor: 1990, feeMinor: 8 },
		]);
		expect(problemsOf(read)).toEqual(['-:amount_unreadable']);
	});

	test('stays fen where the points are followed by zeros alone, and the file says that it is doubtful', () => {
		const read = bill([row({ amount: '100.00', fee: '0.00', settled: '100.00' })]);
		expect(read.receipts).toMatchObject([{ amountMinor: 100, feeMinor: 0 }]);
		expect(problemsOf(read)).toEqual(['-:amount_unreadable']);
	});

	test('does not follow from one odd row: parts of a fen are unreadable there', () => {
		const read = bill([row(), row({ amount: '19.99', no: '2' })]);
		expect(read.receipts).toMatchObject([{ amountMinor: 1999, line: 2 }]);
		expect(problemsOf(read)).toEqual(['3:amount_unreadable']);
	});
});

test.each([',', '\t', ';', '|'])('cells may be parted by %j, and the line may end in one', (separator) => {
	const text = [HEADER, row(), `${row({ no: '2' })}|`].join('\r\n').replaceAll('|', separator);
	const read = billOf(text);
	expect(read.totals.count).toBe(separator === ',' || separator === ';' ? 1 : 2);
	expect(problemsOf(read)).toEqual(read.totals.count === 2 ? [] : ['3:row_unreadable']);
});

test('damage is named by its line', () => {
	const read = bill([row({ type: '预授权' }), row({ no: '6.62E+13', original: '6.62E+13' }), row({ no: '3' }).replace('100429', '246000'), row().slice(0, 50)]);
	expect(problemsOf(read)).toEqual(['2:kind_unknown', '3:id_damaged', '3:id_damaged', '4:time_unreadable', '5:row_unreadable']);
	expect(read.receipts.map(({ kind }) => kind)).toEqual(['adjustment', 'sale']);
});

test('of card and remark only four digits come out', () => {
	const read = bill([row({ card: '6222801234567890124', remark: '李小明', amount: 'x' }), row({ card: '6222801234567890124', remark: '李小明' })]);
	expect(read.receipts).toMatchObject([{ last4: '0124' }]);
	expect(JSON.stringify(read)).not.toMatch(/622280|李小明/);
});

test('another file of Lakala, without the names of a JY file, is not taken for one', async () => {
	const reading = await readText(
		'商户编号|交易日期|交易时间|终端号|拉卡拉流水号|交易金额(分)|手续费(分)|结算金额(分)|结算日期|结算状态\n8227|20261102|100429|8|66|1|0|1|20261103|成功\n',
	);
	expect(reading.ok ? 'read' : reading.error.code).toBe('format_unknown');
});
