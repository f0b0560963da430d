import { describe, expect, test } from 'vitest';
import { billOf, problemsOf } from '../../../support/bills.ts';
import { billOfRows, type WorkbookCell } from '../../../support/workbooks.ts';

const NAMES =
	'清算时间,交易时间,终端号,交易类型,卡号,交易金额,清算金额,手续费,T0手续费,D1手续费,流水号,检索号,卡类型,发卡行,商户号,商户名称,分店简称,商户订单号,银商订单号,交易方式,分店,优惠金额,分期手续费,付款附言,备注,买家ID'.split(
		',',
	);
const NOTICE = '请注意：D1手续费字段为预估数据仅供参考，实际以17：40分之后的D1划付数据为准。';

function row(cells: Readonly<Record<string, WorkbookCell>> = {}, names = NAMES): WorkbookCell[] {
	const usual: Record<string, WorkbookCell> = {
		清算时间: '20261102',
		交易时间: '2026-11-02 10:19:10',
		终端号: 'T0777001',
		交易类型: '消费',
		交易金额: '23.50',
	};
	const rest: Record<string, WorkbookCell> = {
		清算金额: '23.41',
		手续费: '0.09',
		流水号: '450705',
		检索号: '16867252734N',
		商户订单号: 'S1',
		银商订单号: 'U1',
		交易方式: '微信',
	};
	return names.map((name) => cells[name] ?? usual[name] ?? rest[name] ?? null);
}
const read = (rows: readonly (readonly WorkbookCell[])[], names = NAMES) => billOfRows([['汇总'], names, ...rows, [NOTICE]]);

test('text, numbers and dates of a workbook say the same', async () => {
	const native = {
		清算时间: new Date(Date.UTC(2026, 10, 2)),
		交易时间: new Date(Date.UTC(2026, 10, 2, 10, 19, 10)),
		交易金额: 23.5,
		清算金额: 23.41,
		手续费: 0.09,
	};
	const [text, numbers] = [await read([row()]), await read([row(native)])];
	expect(text.problems).toEqual([]);
	expect(text).toMatchObject({ format: 'chinaums-xlsx', encoding: null, footer: { present: false }, tenders: ['card', 'wechat'] });
	expect(text.receipts).toMatchObject([
		{
			...{ at: Date.UTC(2026, 10, 2, 2, 19, 10), kind: 'sale', amountMinor: 2350, feeMinor: 9, netMinor: 2341, tender: 'wechat', terminalId: 'T0777001' },
			...{ traceNo: '450705', rrn: '16867252734N', merchantOrderNo: 'S1', channelOrderNo: 'U1', settlementDate: '2026-11-02', line: 3 },
		},
	]);
	expect(numbers.receipts).toEqual(text.receipts);
	expect(numbers.coverage).toEqual({ from: Date.UTC(2026, 10, 1, 15), to: Date.UTC(2026, 10, 2, 15) });
});

test.each([
	['消费', '刷卡', 'sale', 'card'],
	['消费', '云闪付', 'sale', 'unionpay_qr'],
	['退货', '支付宝', 'refund', 'alipay'],
	['消费撤销', '刷卡', 'void', 'card'],
	['预授权', '刷卡', 'adjustment', 'card'],
])('%s by %s is a %s of tender %s', async (type, means, kind, tender) => {
	const bill = await read([row({ 交易类型: type, 交易方式: means, 交易金额: '-23.50' })]);
	expect(bill.receipts).toMatchObject([{ kind, tender, amountMinor: 2350 }]);
	expect(problemsOf(bill)).toEqual(kind === 'adjustment' ? ['3:kind_unknown'] : []);
});

test('saved as text by a spreadsheet it is the same format', async () => {
	const lines = [['汇总'], NAMES, row({ 交易金额: '1,023.50' }), [NOTICE]].map((cells) =>
		cells.map((cell) => (String(cell ?? '').includes(',') ? `"${cell}"` : (cell ?? ''))),
	);
	for (const separator of [',', ';', '\t']) {
		const bill = billOf(`\ufeff${lines.map((cells) => cells.join(separator)).join('\r\n')}`);
		expect(bill).toMatchObject({ format: 'chinaums-xlsx', encoding: 'utf-8', problems: [], receipts: [{ amountMinor: 102_350, line: 3 }] });
	}
});

test('a payment is the same receipt in the workbook and in the text of the portal', async () => {
	const names = '清算日期,交易日期,交易时间,终端号,交易金额,清算金额,手续费,流水号,交易类型,参考号,商户订单号,银商订单号,支付类型';
	const text = billOf(`${names}\n20261102,2026-11-02,10:19:10,T0777001,23.50,23.41,0.09,450705,消费,16867252734N,S1,U1,微信`);
	const sheet = await read([row()]);
	expect([text.format, sheet.format]).toEqual(['chinaums-tsv', 'chinaums-xlsx']);
	expect(text.receipts.map(({ id }) => id)).toEqual(sheet.receipts.map(({ id }) => id));
});

test('damage is named by its row: a number without digits, an amount in words, a day that does not exist', async () => {
	const bill = await read([
		row({ 银商订单号: 3.1942026110206e25 }),
		row({ 交易金额: '二十' }),
		row({ 交易时间: '2026-11-31 10:00:00' }),
		row({ 清算时间: '20261331' }),
	]);
	expect(problemsOf(bill)).toEqual(['3:id_damaged', '4:amount_unreadable', '5:time_unreadable', '6:time_unreadable']);
	expect(bill.receipts).toMatchObject([
		{ line: 3, channelOrderNo: null },
		{ line: 6, settlementDate: null },
	]);
});

test('of card and buyer only four digits come out', async () => {
	const bill = await read([
		row({ 卡号: '6222801234567890124', 买家ID: '2088123412341234', 付款附言: '张三', 备注: '13900001111', 交易金额: 'x' }),
		row({ 卡号: '622901******0755' }),
	]);
	expect(bill.receipts).toMatchObject([{ last4: '0755' }]);
	expect(JSON.stringify(bill)).not.toMatch(/622280|2088|张三|13900001111/);
});

describe('the shorter workbook', () => {
	const SHORT = '清算日期,交易日期时间,卡号,商编,终端,参考号,交易类型,交易金额,手续费,交易方式,订单号,商户名称'.split(',');
	const short = (clock: WorkbookCell) =>
		row({ 清算日期: '20261102', 交易日期时间: clock, 终端: 'T1', 参考号: '512645316965', 订单号: 'D1', 手续费: '0.09' }, SHORT);

	test.each([
		['101910', Date.UTC(2026, 10, 2, 2, 19, 10)],
		['91910', Date.UTC(2026, 10, 2, 1, 19, 10)],
		['225959', Date.UTC(2026, 10, 2, 14, 59, 59)],
		['230001', Date.UTC(2026, 10, 1, 15, 0, 1)],
		['10:19:10', Date.UTC(2026, 10, 2, 2, 19, 10)],
		['2026-11-01 10:19:10', Date.UTC(2026, 10, 1, 2, 19, 10)],
		['20261101101910', Date.UTC(2026, 10, 1, 2, 19, 10)],
	])('takes the day of %s from the clearing day', async (clock, at) => {
		const bill = await read([short(clock)], SHORT);
		expect(bill.problems).toEqual([]);
		expect(bill.receipts).toMatchObject([
			{ at, amountMinor: 2350, feeMinor: 9, rrn: '512645316965', terminalId: 'T1', merchantOrderNo: 'D1', tender: 'wechat' },
		]);
	});

	test('says where there is no such time', async () => {
		expect(problemsOf(await read([short('256000'), short('')], SHORT))).toEqual(['3:time_unreadable', '4:time_unreadable']);
	});
});

test('the export of a 小U terminal is read by its names', async () => {
	const names = '银商订单号,银商原订单号,交易类型,交易时间,交易金额,交易参考号,支付方式,终端号,订单号,收银员'.split(',');
	const bill = await read(
		[row({ 交易类型: '退款', 银商原订单号: 'U0', 交易参考号: '512645316965', 支付方式: '支付宝', 订单号: 'D1', 收银员: '李小明' }, names)],
		names,
	);
	expect(bill.problems).toEqual([]);
	expect(bill.receipts).toMatchObject([
		{
			kind: 'refund',
			channelOrderNo: 'U1',
			originalRef: 'U0',
			rrn: '512645316965',
			tender: 'alipay',
			terminalId: 'T0777001',
			merchantOrderNo: 'D1',
			settlementDate: null,
		},
	]);
	expect(JSON.stringify(bill)).not.toContain('李小明');
});
