import { describe, expect, test } from 'vitest';
import { readFile } from '../../../../src/importers/read-file.ts';
import { billOf, OPTIONS, problemsOf } from '../../../support/bills.ts';

const HEADER =
	'清算日期,交易日期,交易时间,终端号,交易金额,清算金额,手续费,流水号,交易类型,参考号,卡号,商户号,发卡行,卡类型,商户订单号,银商订单号,支付类型'.replaceAll(
		',',
		'\t',
	);
type Cells = {
	day?: string;
	clearing?: string;
	clock?: string;
	amount?: string;
	settled?: string;
	fee?: string;
	type?: string;
	ref?: string;
	card?: string;
	pay?: string;
};

function row({
	day = '2026-11-02',
	clearing = '20261102',
	clock = '12:00:00',
	amount = '68.00',
	settled = '67.59',
	fee = '0.41',
	...rest
}: Cells = {}): string {
	const { type = '消费', ref = '833737000189', card = '622280*********2697', pay = '有卡支付' } = rest;
	return [clearing, day, clock, '01086602', amount, settled, fee, ref.slice(-6), type, ref, card, '8986', '建设银行', '借记卡', '', '', pay].join('\t');
}
const CAPTION = '对账明细查询结果（仅显示1000条记录）';
const period = (from: string, to: string, business = '全部') => `清算日期从：\t${from}\t到：\t${to}\t\t业务类型：\t${business}`;
const file = (...lines: string[]) => billOf([CAPTION, '集团名称：老街面馆', ...lines, ''].join('\r\n'));

describe('the fee', () => {
	test.each([
		['消费', '68.00', '67.59', '0.41', 41],
		['退货', '-68.00', '-67.59', '-0.41', -41],
		['退货', '68.00', '67.59', '0.41', -41],
		['退货', '-68.00', '-67.59', '0.41', -41],
		['退货', '-68.00', '-68.41', '0.41', 41],
		['消费撤销', '68.00', '67.59', '0.41', -41],
		['退货', '68.00', '', '0.41', -41],
		['退货', '-68.00', '', '0.41', 41],
		['退货', '-68.00', '-68.00', '0.00', 0],
		['消费', '68.00', '60.00', '0.41', 41],
	])('of %s %s settled with %s and charged %s is %i', (type, amount, settled, fee, feeMinor) => {
		expect(file(HEADER, row({ type, amount, settled, fee })).receipts[0]).toMatchObject({ amountMinor: 6800, feeMinor });
	});
});

test('the type decides what a row is, not its sign', () => {
	const { receipts } = file(
		HEADER,
		row({ amount: '-68.00' }),
		row({ type: '退货', ref: '900000000002' }),
		row({ type: '消费撤销', ref: '900000000003' }),
		row({ type: '预授权', ref: '900000000004' }),
	);
	expect(receipts.map(({ kind }) => kind)).toEqual(['sale', 'refund', 'void', 'adjustment']);
});

describe('what it covers', () => {
	const shown = (from: string, to: string) => ({ from: Date.parse(`${from}+08:00`), to: Date.parse(`${to}+08:00`) });

	test('is the clearing days that it states, also without rows', () => {
		expect(file(period('20261102', '20261103'), HEADER).coverage).toEqual(shown('2026-11-01T23:00:00', '2026-11-03T23:00:00'));
	});

	test('is widened to a row that a terminal posted late', () => {
		expect(file(period('20261102', '20261102'), HEADER, row({ day: '2026-11-01', clock: '21:06:27' })).coverage).toEqual(
			shown('2026-11-01T21:06:27', '2026-11-02T23:00:00'),
		);
	});

	test("ends its day when the shop says that this source's day ends, and no other's", async () => {
		const text = [CAPTION, '集团名称：老街面馆', period('20261102', '20261103'), HEADER, ''].join('\r\n');
		const read = async (source: string) => {
			const sources = { [source]: { zone: null, dayCut: 1_350 } };
			const reading = await readFile({ name: 'x.txt', bytes: new TextEncoder().encode(text) }, { ...OPTIONS, sources });
			return reading.ok ? reading.value.bills[0]?.coverage : null;
		};
		expect(await read('chinaums-tsv')).toEqual(shown('2026-11-01T22:30:00', '2026-11-03T22:30:00'));
		expect(await read('unionpay-zm')).toEqual(shown('2026-11-01T23:00:00', '2026-11-03T23:00:00'));
	});

	test('is the clearing days of the rows where it states none', () => {
		expect(file(HEADER, row(), row({ clearing: '20261103', day: '2026-11-03', ref: '900000000002' })).coverage).toEqual(
			shown('2026-11-01T23:00:00', '2026-11-03T23:00:00'),
		);
		expect(file(HEADER).coverage).toBeNull();
	});

	test('are cards, and of the wallets those it shows', () => {
		expect(file(period('20261102', '20261102', '线下收单'), HEADER).tenders).toEqual(['card']);
		expect(file(HEADER, row({ pay: '微信' }), row({ pay: '云闪付', ref: '900000000002' })).tenders).toEqual(['card', 'wechat', 'unionpay_qr']);
		expect(file(period('20261102', '20261102', '支付宝'), HEADER).tenders).toEqual(['card', 'alipay']);
	});
});

test('a row without a word about the payment was by card if it shows one', () => {
	expect(file(HEADER, row({ pay: '' }), row({ pay: '', card: '', ref: '900000000002' })).receipts.map(({ tender }) => tender)).toEqual(['card', null]);
});

describe('the totals', () => {
	const total = (count: string, amount: string, settled: string, fee: string) =>
		`总笔数：\t${count}\t交易金额：\t${amount}\t\t结算金额：\t${settled}\t\t手续费：\t${fee}`;

	test('agree with the rows as written, across pages', () => {
		const refund = row({ type: '退货', amount: '-8.00', settled: '-7.95', fee: '-0.05', ref: '900000000002' });
		expect(file(HEADER, row(), CAPTION, '集团名称：老街面馆', HEADER, refund, '', total('2', '60.00', '59.64', '0.36')).footer).toEqual({
			present: true,
			agrees: true,
		});
	});

	test.each([
		['3', '68.00', '67.59', '0.41'],
		['1', '68.01', '67.59', '0.41'],
		['1', '68.00', '67.60', '0.41'],
		['1', '68.00', '67.59', '0.4'],
		['1', '', '67.59', '0.41'],
	])('that differ are a problem: %s %s %s %s', (...values) => {
		const bill = file(HEADER, row(), total(...values));
		expect(bill.footer.agrees).toBe(false);
		expect(problemsOf(bill)).toEqual(['-:footer_disagrees']);
	});

	test('missing are a problem', () => {
		expect(problemsOf(file(HEADER, row()))).toEqual(['-:footer_missing']);
	});
});

test('saved again with commas and quotes, its amounts may have thousands commas', () => {
	const comma = (line: string) => line.replace('68.00', '"1,068.00"').replaceAll('\t', ',');
	const bill = billOf([HEADER, row(), '总笔数：\t1\t交易金额：\t1068.00'].map(comma).join('\n').replace('"1,068.00"', '1068.00'));
	expect(bill.receipts).toMatchObject([{ amountMinor: 106_800 }]);
});

describe('the file of the SFTP folder', () => {
	const NAMES = '商户编码|商户名称|交易日期及时间|交易类型|交易金额|交易卡号|卡类别|终端编码|商户手续费|检索参考号|订单号';
	const line = (at: string, type: string, amount: string, card: string, ref: string) =>
		`898319849000018|老街面馆|${at}|${type}|${amount}|${card}|借记卡|01080209|0.41|${ref}|D${ref}`;

	test.each(['|', ',', '\t'])('is read with %j between its cells', (separator) => {
		const bill = billOf(
			[NAMES, line('20261102101910', '消费', '68.00', '622280*********2697', '512645316965'), line('2026-11-02 23:00:01', '退货', '68.00', '', '512645316966')]
				.join('\r\n')
				.replaceAll('|', separator),
		);
		expect(bill.problems).toEqual([]);
		expect(bill.receipts).toMatchObject([
			{ kind: 'sale', at: Date.UTC(2026, 10, 2, 2, 19, 10), amountMinor: 6800, feeMinor: 41, tender: 'card', last4: '2697', terminalId: '01080209' },
			{ kind: 'refund', feeMinor: -41, tender: null, last4: null },
		]);
		expect(bill.receipts[0]).toMatchObject({ rrn: '512645316965', merchantOrderNo: 'D512645316965', settlementDate: null });
		expect(bill.format).toBe('chinaums-tsv');
	});

	test('covers the clearing days into which its rows fall', () => {
		const bill = billOf([NAMES, line('20261101230002', '消费', '1.00', '', '1'), line('20261102225910', '消费', '1.00', '', '2')].join('\n'));
		expect(bill.coverage).toEqual({ from: Date.UTC(2026, 10, 1, 15), to: Date.UTC(2026, 10, 2, 15) });
		expect(billOf(NAMES).coverage).toBeNull();
	});
});

test('of a card number only four digits come out', () => {
	const answer = JSON.stringify(file(HEADER, row({ card: '6222801234567890124' }), row({ card: '6222 8012 3456 7890 124', amount: '?', ref: '900000000002' })));
	expect(answer).toContain('"last4":"0124"');
	expect(answer).not.toMatch(/622280|6222 8012/);
});
