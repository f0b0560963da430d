import { describe, expect, test } from 'vitest';
import { fixtureBytes, problemsOf, readBytes, statementOf } from '../../../support/bills.ts';

const HEADER = ['记账日 ', '交易日期 ', '交易时间', '支出 ', '收入 ', '账户余额', '币种', '摘要', '对方账号', '对方户名', '交易地点'];
const file = (...rows: string[][]) =>
	[
		'China Construction Bank',
		'开户机构：,某支行',
		'币　　种：,人民币',
		'账　　号：,6227*********0002',
		'',
		HEADER.join(','),
		...rows.map((cells) => cells.join(',')),
		'以上数据仅供参考|具体内容请以柜台为准',
		'',
	].join('\n');
type Cells = { bookedOn?: string; day?: string; outgo?: string; income?: string; balance?: string; name?: string; place?: string };
const row = ({ bookedOn = '20261103', day = '20261102', outgo = '0', income = '0', balance = '', name = '某客', place = '' }: Cells) => [
	bookedOn,
	day,
	'18:00:00',
	outgo,
	income,
	balance,
	'人民币',
	'转账',
	'6227*********0003',
	name,
	place,
];

test('is read from a workbook as it is downloaded', async () => {
	const read = await readBytes(fixtureBytes('ccb-xls/交易明细.xls'), '交易明细.xls');
	expect(read.ok && read.value.statements.map(({ format, encoding }) => [format, encoding])).toEqual([['ccb-xls', null]]);
});

test('is read from the same columns saved as text', () => {
	const { lines, problems } = statementOf(file(row({ outgo: '67' }), row({ income: '"1,987.65"', name: '', place: '手机银行' })));
	expect(lines).toMatchObject([
		{ line: 7, bookedOn: '2026-11-03', valueOn: null, amountMinor: -6700, counterparty: '某客', text: '转账', currency: 'CNY' },
		{ line: 8, amountMinor: 198765, counterparty: null, text: '转账 手机银行' },
	]);
	expect(problems).toEqual([]);
});

test('what the payer wrote, where newer files have it, is text', () => {
	const newer = file(row({ income: '5', place: '代付12' })).replace('交易地点', '交易地点/附言');
	expect(statementOf(newer).lines[0]?.text).toBe('转账 代付12');
});

describe('the balance', () => {
	const rows = (...balances: string[]) => balances.map((balance, i) => row({ income: String(i + 1), balance }));

	test('follows from the row before, or from the row behind', () => {
		expect(problemsOf(statementOf(file(...rows('11', '13', '16'))))).toEqual([]);
		expect(problemsOf(statementOf(file(...rows('16', '15', '13'))))).toEqual([]);
	});

	test('that does not follow is a problem of its line', () => {
		expect(problemsOf(statementOf(file(...rows('11', '13', '17', '21', '26'))))).toEqual(['9:balance_disagrees']);
		expect(problemsOf(statementOf(file(...rows('11', '13', '1', '20', '25'))))).toEqual(['9:balance_disagrees']);
	});
});

test.each([
	[row({ bookedOn: '20260230', income: '1' }), 'time_unreadable'],
	[row({ income: '1O' }), 'amount_unreadable'],
	[row({ income: '', outgo: '' }), 'amount_unreadable'],
	[row({ income: '1' }).slice(0, 5), 'row_unreadable'],
])('%j is a problem of its line, and the others stand', (broken, code) => {
	const { lines, problems } = statementOf(file(row({ income: '1' }), broken, row({ income: '2' })));
	expect(lines.map(({ amountMinor }) => amountMinor)).toEqual([100, 200]);
	expect(problems.map((one) => [one.line, one.code])).toEqual([[8, code]]);
});
