import { describe, expect, test } from 'vitest';
import { readOfxOffset } from '../../../../src/importers/ofx/times.ts';
import { problemsOf, statementOf } from '../../../support/bills.ts';

type Entry = Readonly<Record<string, string>>;
const USUAL: Entry = { TRNTYPE: 'CREDIT', DTPOSTED: '20261103', TRNAMT: '10.00', FITID: 'F1' };

const sgml = (entry: Entry) =>
	`<STMTTRN>\n${Object.entries({ ...USUAL, ...entry })
		.map(([name, value]) => `<${name}>${value}\n`)
		.join('')}</STMTTRN>\n`;
const xml = (entry: Entry) =>
	`<STMTTRN>${Object.entries({ ...USUAL, ...entry })
		.map(([name, value]) => `<${name}>${value}</${name}>`)
		.join('')}</STMTTRN>\n`;
const file = (entries: string, { currency = '<CURDEF>EUR\n', list = '', end = '</OFX>\n' } = {}) =>
	`OFXHEADER:100\nDATA:OFXSGML\n\n<OFX>\n<BANKMSGSRSV1><STMTTRNRS><STMTRS>\n${currency}<BANKTRANLIST>${list}\n${entries}</STMTRS></STMTTRNRS></BANKMSGSRSV1>\n${end}`;
const linesOf = (...entries: Entry[]) => statementOf(file(entries.map(sgml).join(''))).lines;

test.each([
	['version 1', sgml],
	['version 2', xml],
])('of %s every element is read, and what it holds decoded', (_, write) => {
	const entry = { NAME: 'Mill &amp; Co', MEMO: 'Flour &#38; salt', DTAVAIL: '20261105' };
	expect(statementOf(file(write(entry))).lines[0]).toMatchObject({
		line: 8,
		...{ bookedOn: '2026-11-03', valueOn: '2026-11-05', amountMinor: 1000, currency: 'EUR' },
		...{ counterparty: 'Mill & Co', reference: 'F1', text: 'Flour & salt' },
	});
});

test.each([
	['10.00', 1000],
	['+10', 1000],
	['-.99', -99],
	['1,234.56', 123456],
	['-1.234,56', -123456],
	['12,5', 1250],
	['-1234,56', -123456],
])('the amount %s is %i', (TRNAMT, amountMinor) => {
	expect(linesOf({ TRNAMT })[0]?.amountMinor).toBe(amountMinor);
});

test.each([
	['20261103', '2026-11-03'],
	['20261103235959', '2026-11-03'],
	['20261103120000.000[-5:EST]', '2026-11-03'],
	['20261103000000[0:GMT]', '2026-11-03'],
	['2026-11-03', '2026-11-03'],
])('DTPOSTED %s is the day as written', (DTPOSTED, bookedOn) => {
	expect(linesOf({ DTPOSTED })[0]?.bookedOn).toBe(bookedOn);
});

test.each([
	[{ DTPOSTED: '20260230' }, 'time_unreadable'],
	[{ DTPOSTED: '' }, 'time_unreadable'],
	[{ TRNAMT: '' }, 'amount_unreadable'],
	[{ TRNAMT: '10.005' }, 'amount_unreadable'],
	[{ TRNAMT: '1O.00' }, 'amount_unreadable'],
])('an entry with %j is a problem of its line, and the others stand', (broken, code) => {
	const { lines, problems } = statementOf(file([sgml({}), sgml(broken), sgml({ FITID: 'F3' })].join('')));
	expect(lines.map(({ line, reference }) => [line, reference])).toEqual([
		[8, 'F1'],
		[20, 'F3'],
	]);
	expect(problems.filter(({ line }) => line !== null).map((one) => [one.line, one.code])).toEqual([[14, code]]);
});

describe('what is left unclosed', () => {
	test('may be entries, the list and everything around it', () => {
		const open = file([sgml({}), sgml({ FITID: 'F2', NAME: 'Last' })].join('').replaceAll('</STMTTRN>\n', ''));
		expect(statementOf(open).lines.map(({ reference, counterparty }) => [reference, counterparty])).toEqual([
			['F1', null],
			['F2', 'Last'],
		]);
	});

	test('at the end of the file is said', () => {
		const cut = statementOf(file(sgml({}) + sgml({}).slice(0, 30), { end: '' }).replace('</STMTRS></STMTTRNRS></BANKMSGSRSV1>', ''));
		expect(cut.lines).toHaveLength(1);
		expect(problemsOf(cut)).toEqual(expect.arrayContaining(['14:time_unreadable', '-:file_truncated']));
	});
});

test('signs that are no tags stay in the text', () => {
	expect(linesOf({ MEMO: 'A & B < C > D', NAME: '<![CDATA[R&D <x>]]>' })[0]).toMatchObject({ text: 'A & B < C > D' });
	expect(linesOf({ MEMO: '<![CDATA[5 < 6]]>' })[0]?.text).toBe('5 < 6');
});

test("each account's entries are in its currency, or in their own", () => {
	const bank = `<STMTRS><CURDEF>EUR\n${sgml({})}</STMTRS>`;
	const card = `<CCSTMTRS><CURDEF>USD\n${sgml({})}${sgml({ CURRENCY: '\n<CURRATE>1.1<CURSYM>GBP</CURRENCY>', FITID: 'F3' })}${sgml({ ORIGCURRENCY: '\n<CURRATE>1.1<CURSYM>JPY</ORIGCURRENCY>', FITID: 'F4' })}</CCSTMTRS>`;
	expect(statementOf(`<OFX>\n${bank}${card}</OFX>`).lines.map(({ currency }) => currency)).toEqual(['EUR', 'USD', 'GBP', 'USD']);
	expect(problemsOf(statementOf(file(sgml({}), { currency: '' })))).toContain('-:currency_assumed');
});

describe('what it covers', () => {
	const covered = (list: string, ...entries: Entry[]) => statementOf(file(entries.map(sgml).join(''), { list })).coverage;

	test('is what the list declares, in its own offset', () => {
		expect(covered('<DTSTART>20261101[-5:EST]<DTEND>20261201[-5:EST]', {})).toEqual({
			from: Date.parse('2026-11-01T00:00:00-05:00'),
			to: Date.parse('2026-12-01T00:00:00-05:00'),
		});
	});

	test('is widened to the days of its entries', () => {
		expect(covered('<DTSTART>20261103[0:GMT]<DTEND>20261103[0:GMT]', {})).toEqual({
			from: Date.parse('2026-11-03T00:00:00Z'),
			to: Date.parse('2026-11-04T00:00:00Z'),
		});
	});

	test("is the days of its entries where it declares nothing, in the shop's zone", () => {
		expect(covered('', {}, { DTPOSTED: '20261105' })).toEqual({
			from: Date.parse('2026-11-03T00:00:00+08:00'),
			to: Date.parse('2026-11-06T00:00:00+08:00'),
		});
		expect(problemsOf(statementOf(file(sgml({}))))).toEqual(['-:zone_assumed']);
	});

	test.each([
		['20261103120000[-5:EST]', -300],
		['20261103120000[+5.30:IST]', 330],
		['20261103120000[5.5:IST]', 330],
		['20261103120000[-3]', -180],
		['20261103120000', null],
	])('%s has the offset %j', (text, offset) => {
		expect(readOfxOffset(text)).toBe(offset);
	});
});

test('without any entry is read', () => {
	expect(statementOf(file('')).totals.count).toBe(0);
	expect(problemsOf(statementOf(file('')))).toEqual(['-:no_rows']);
});

test('what stands in place of a currency and is none does not become one', () => {
	const read = statementOf(file(sgml({}), { currency: '<CURDEF>4111111111111111\n' }));
	expect([read.lines[0]?.currency, problemsOf(read)]).toEqual(['CNY', expect.arrayContaining(['-:currency_assumed'])]);
});
