import { describe, expect, test } from 'vitest';
import { NAMES } from '../../../../src/importers/allinpay/columns.ts';
import { billOf, problemsOf, readText } from '../../../support/bills.ts';
import { billOfRows } from '../../../support/workbooks.ts';

type Cells = Readonly<Record<string, string>>;

function cells(of: Cells = {}): string[] {
	const usual: Cells = {
		...{ 商户号: '990777058120001', 门店名称: '云栖茶舍', 终端号: '20977701', 交易时间: '10:27:44', 交易类型: '消费', 交易批次号: '000032', 凭证号: '000296' },
		...{ 参考号: '581524820713', 卡号: '439225******2487', 交易金额: '56.00', 手续费: '0.34', 交易日期: '2026-11-03', 交易单号: '112611034478504940' },
		...{ 结算金额: '55.66', 产品类型: 'POS', 交易完成时间: '10:27:44', 实付金额: '56.00', 门店编号: '0001', 交易完成日期: '2026-11-03' },
	};
	return NAMES.map((name) => of[name] ?? usual[name] ?? '');
}
const qr = (type: string, of: Cells = {}): Cells => ({
	交易类型: type,
	交易批次号: '',
	凭证号: '',
	参考号: '',
	卡号: '',
	产品类型: '扫码',
	订单号: 'QR1',
	...of,
});
const row = (of: Cells = {}) => cells(of).join(',');
const named = (...rows: readonly string[]) => billOf([NAMES.join(','), ...rows, ''].join('\r\n'));

test('a sale by card has batch, voucher and reference number', () => {
	expect(named(row()).receipts).toMatchObject([
		{
			...{ at: Date.UTC(2026, 10, 3, 2, 27, 44), kind: 'sale', amountMinor: 5600, feeMinor: 34, netMinor: 5566, tender: 'card', last4: '2487', line: 2 },
			...{ batchNo: '000032', traceNo: '000296', rrn: '581524820713', channelOrderNo: '112611034478504940', merchantOrderNo: null, terminalId: '20977701' },
		},
	]);
});

test.each([
	['借记卡', 'debit'],
	['贷记卡', 'credit'],
	['准贷记卡', undefined],
	['', undefined],
])('a card of the kind %j is %j', (kind, cardKind) => {
	const [receipt] = named(row({ 卡类别: kind })).receipts;
	expect(receipt?.cardKind).toBe(cardKind);
});

test('what stands behind a wallet is no card at the terminal', () => {
	expect(named(row(qr('微信支付', { 卡类别: '借记卡' }))).receipts[0]?.cardKind).toBeUndefined();
});

test.each([
	['消费', 'sale', 'card'],
	['微信支付', 'sale', 'wechat'],
	['支付宝支付', 'sale', 'alipay'],
	['银联扫码支付', 'sale', 'unionpay_qr'],
	['退货', 'refund', 'card'],
	['微信退款', 'refund', 'wechat'],
	['支付宝退款', 'refund', 'alipay'],
	['银联扫码退款', 'refund', 'unionpay_qr'],
	['消费撤销', 'void', 'card'],
	['支付宝撤销', 'void', 'alipay'],
	['QQ钱包支付', 'sale', 'other'],
])('%s is a %s of tender %s', (type, kind, tender) => {
	const back: Cells = kind === 'sale' ? {} : { 交易金额: '-56.00', 手续费: '-0.34', 结算金额: '-55.66', 原交易单: '1126110' };
	const bill = named(row(qr(type, back)));
	expect(bill.problems).toEqual([]);
	expect(bill.receipts).toMatchObject([
		{ kind, tender, amountMinor: 5600, feeMinor: kind === 'sale' ? 34 : -34, netMinor: kind === 'sale' ? 5566 : -5566, merchantOrderNo: 'QR1' },
	]);
	expect(bill.receipts[0]?.originalRef).toBe(kind === 'sale' ? null : '1126110');
});

test('a type nobody knows is an adjustment with a problem', () => {
	const bill = named(row({ 交易类型: '预授权' }), row({ 交易类型: '' }));
	expect(bill.receipts.map(({ kind }) => kind)).toEqual(['adjustment', 'adjustment']);
	expect(problemsOf(bill)).toEqual(['2:kind_unknown', '3:kind_unknown', '3:row_repeated']);
});

describe('without column names', () => {
	const rows = [row(), row(qr('微信支付', { 交易单号: '2' })), row({ 交易单号: '3', 交易时间: '9:00:00' })];
	const straight = named(...rows);

	test.each([',', '\t', ';', '|'])('rows are known by their shape, parted by %j', (separator) => {
		const bill = billOf(rows.join('\n').replaceAll(',', separator));
		expect(bill).toMatchObject({ format: 'allinpay', problems: [], coverage: straight.coverage, tenders: ['card', 'wechat'] });
		expect(bill.receipts).toEqual(straight.receipts.map((receipt) => ({ ...receipt, line: (receipt.line ?? 0) - 1 })));
	});

	test('a spreadsheet may have padded and quoted them', () => {
		const padded = rows.map((line) => `${line.replace('云栖茶舍', '"云栖茶舍,南门"')},,`).join('\r\n');
		expect(billOf(padded)).toMatchObject({ problems: [], receipts: [{ line: 1 }, { line: 2 }, { line: 3 }] });
	});

	test('the first of them may be damaged; each is named by its own line', () => {
		const bill = billOf([row({ 交易金额: 'x', 交易单号: '9' }), rows[0], '小计', row({ 交易时间: '25:00:00' }), rows[1], row().slice(0, 60)].join('\n'));
		expect(bill.receipts.map(({ line }) => line)).toEqual([2, 5]);
		expect(problemsOf(bill)).toEqual(['1:amount_unreadable', '3:row_unreadable', '4:time_unreadable', '6:row_unreadable']);
	});

	test('names that come later, as where two files were put together, change nothing', () => {
		expect(billOf([...rows, NAMES.join(','), row({ 交易单号: '4' })].join('\n'))).toMatchObject({ problems: [], totals: { count: 4 } });
	});

	test.each([
		['33 cells', row().split(',').slice(1).join(',')],
		['35 cells', `${row()},x`],
		['no time', row({ 交易时间: 'noon' })],
		['no date', row({ 交易日期: '03.11.2026' })],
		['no amount', row({ 交易金额: '' })],
		['a type in Latin letters', row({ 交易类型: 'SALE' })],
	])('a line with %s has not the shape', async (_, line) => {
		const reading = await readText(`${line}\n${line}\n`);
		expect(reading.ok ? 'read' : reading.error.code).toBe('format_unknown');
	});
});

test('columns may stand in another order, with more beside them', () => {
	const order = [...NAMES.keys()].reverse();
	const turn = (line: readonly string[]) => ['x', ...order.map((place) => line[place])].join(',');
	const bill = billOf([turn(NAMES), turn(cells())].join('\n'));
	expect(bill.receipts).toMatchObject([{ amountMinor: 5600, rrn: '581524820713', last4: '2487' }]);
});

test('a workbook with dates, times and numbers says the same', async () => {
	const line = cells().map((cell, place) => {
		const name = NAMES[place];
		if (name === '交易日期') return new Date(Date.UTC(2026, 10, 3));
		return name === '交易金额' || name === '手续费' || name === '商户号' ? Number(cell) : cell;
	});
	for (const rows of [[line], [[...NAMES], line]]) {
		const receipt = { amountMinor: 5600, at: Date.UTC(2026, 10, 3, 2, 27, 44), line: rows.length };
		expect(await billOfRows(rows)).toMatchObject({ format: 'allinpay', encoding: null, problems: [], receipts: [receipt] });
	}
});

test('who holds the card is never said', () => {
	const person = { 持卡人姓名: '样例持卡人', 持卡人身份证: '990000199912310019', 商户备注: '给张三', 出金方账户名称: '李四', 卡号: '6222801234567890124' };
	const bill = named(row({ ...person, 交易金额: 'x' }), row(person), row(person).slice(0, 150));
	expect(bill.receipts).toMatchObject([{ last4: '0124' }]);
	expect(JSON.stringify(bill)).not.toMatch(/样例|99000019|张三|李四|622280/);
});
