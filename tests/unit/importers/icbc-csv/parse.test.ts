import { describe, expect, test } from 'vitest';
import { problemsOf, statementOf } from '../../../support/bills.ts';

const HEADER = '交易日期,摘要,交易场所,交易国家或地区简称,钞/汇,交易金额(收入),交易金额(支出),交易币种,记账金额(收入),记账金额(支出),记账币种,余额,对方户名';
type Cells = { day?: string; summary?: string; place?: string; income?: string; outgo?: string; currency?: string; name?: string };
const padded = (text: string) => `"${text.padEnd(20)}\t"`;
const row = ({ day = '2026-11-03', summary = '他行汇入', place = '', income = '', outgo = '', currency = '人民币', name = '财付通' }: Cells = {}) =>
	[
		`${day}     \t`,
		...[summary, place, 'CHN'].map(padded),
		'钞 \t',
		...['-', '-'].map(padded),
		'- \t',
		...[income, outgo].map(padded),
		`${currency} \t`,
		...['1.00', name].map(padded),
		'',
	].join(',');
const total = (income: string, outgo: string, currency = '人民币') => `${currency}合计,,,,,,,,${padded(income)},${padded(outgo)},`;
const file = (...lines: string[]) =>
	['明细查询文件下载', '', '卡号: 6222****1234,"卡别名: "', '', '子账户序号: 00000,子账户类别: 活期,"子账户别名: "', '', HEADER, ...lines, ''].join('\n');
const read = (...lines: string[]) => statementOf(file(...lines));

describe('a row', () => {
	test.each([
		[{ income: '12,000.00' }, 1200000],
		[{ outgo: '18.00' }, -1800],
		[{ income: '0.00', outgo: '18.00' }, -1800],
		[{ income: '-', outgo: '18.00' }, -1800],
		[{ income: '5.00', outgo: '-' }, 500],
	])('with %j comes to %i', (cells, amountMinor) => {
		expect(read(row(cells)).lines[0]).toMatchObject({ amountMinor, currency: 'CNY', line: 8 });
	});

	test.each([
		[{ income: '1O.00' }, 'amount_unreadable'],
		[{}, 'amount_unreadable'],
		[{ income: '1.00', day: '2026-02-30' }, 'time_unreadable'],
	])('with %j is a problem of its line, and the others stand', (broken, code) => {
		const { lines, problems } = read(row({ income: '1.00' }), row(broken), row({ income: '2.00' }));
		expect(lines.map(({ line }) => line)).toEqual([8, 10]);
		expect(problems.filter(({ line }) => line !== null).map((one) => [one.line, one.code])).toEqual([[9, code]]);
	});

	test('cut off is a problem', () => {
		expect(problemsOf(read(row({ income: '1.00' }).slice(0, 60)))).toContain('8:row_unreadable');
	});

	test('says where it was only if nobody is named', () => {
		expect(read(row({ outgo: '1.00', summary: '消费', place: '某药店', name: '' })).lines[0]).toMatchObject({ counterparty: null, text: '消费 某药店' });
		expect(read(row({ outgo: '1.00', summary: '消费', place: '某药店' })).lines[0]).toMatchObject({ counterparty: '财付通', text: '消费' });
	});
});

describe('the totals', () => {
	test.each([
		['12,000.00', '18.00', true],
		['12,000.01', '18.00', false],
		['12,000.00', '', false],
	])('of %s and %s: agree %j', (income, outgo, agrees) => {
		const { footer, problems } = read(row({ income: '12,000.00' }), row({ outgo: '18.00' }), ' ', total(income, outgo));
		expect(footer).toEqual({ present: true, agrees });
		expect(problems.map(({ code }) => code)).toEqual(agrees ? [] : ['footer_disagrees']);
	});

	test('stand for each currency', () => {
		const dollars = row({ income: '5.00', currency: '美元' });
		expect(read(row({ income: '1.00' }), dollars, total('1.00', ''), total('5.00', '', '美元'))).toMatchObject({
			lines: [{ currency: 'CNY' }, { currency: 'USD' }],
			footer: { agrees: true },
		});
		expect(read(row({ income: '1.00' }), dollars, total('1.00', '')).footer.agrees).toBe(false);
	});

	test('missing are a problem', () => {
		expect(problemsOf(read(row({ income: '1.00' })))).toEqual(['-:footer_missing']);
	});
});

test('covers whole days of Beijing, newest row first or not', () => {
	const days = ['2026-11-05', '2026-11-03'].map((day) => row({ day, income: '1.00' }));
	const covered = { from: Date.parse('2026-11-03T00:00:00+08:00'), to: Date.parse('2026-11-06T00:00:00+08:00') };
	expect(read(...days).coverage).toEqual(covered);
	expect(read(...days.toReversed()).coverage).toEqual(covered);
});

test('saved again by a spreadsheet, in GBK and with semicolons, is the same', () => {
	const saved =
		'交易日期;摘要;交易详情;记账金额（收入）;记账金额（支出）;记账币种;余额;对方户名;对方账户\n2026/11/3;工资;十月;12,000.00;;人民币;;某公司;6222\n人民币合计;;;12,000.00;;;;;\n';
	expect(statementOf(saved)).toMatchObject({
		format: 'icbc-csv',
		lines: [{ bookedOn: '2026-11-03', amountMinor: 1200000, text: '工资 十月', counterparty: '某公司' }],
		footer: { agrees: true },
	});
});

test('the number of an account is in no answer', () => {
	expect(JSON.stringify(read(row({ income: '?', name: '张' }), row({ income: '1.00' })))).not.toContain('6222****');
});
