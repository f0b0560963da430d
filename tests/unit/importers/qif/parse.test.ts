import { describe, expect, test } from 'vitest';
import { problemsOf, statementOf } from '../../../support/bills.ts';

const entry = (fields: Readonly<Record<string, string>>) =>
	`${Object.entries({ D: '11/24/2026', T: '10.00', ...fields })
		.map(([letter, value]) => letter + value)
		.join('\n')}\n^\n`;
const file = (...entries: string[]) => `!Type:Bank\n${entries.join('')}`;
const assumed = ['-:currency_assumed', '-:zone_assumed'];

describe('the order of day and month', () => {
	test.each([
		[['11/24/2026', '1/2/2026'], ['2026-11-24', '2026-01-02'], []],
		[['24/11/2026', '1/2/2026'], ['2026-11-24', '2026-02-01'], []],
		[["11/24'26", "1/ 2'26"], ['2026-11-24', '2026-01-02'], []],
		[['03.11.26', '01.02.26'], ['2026-11-03', '2026-02-01'], []],
		[["3.11'2026"], ['2026-11-03'], []],
		[['2026-11-03'], ['2026-11-03'], []],
		[['11-24-99'], ['1999-11-24'], []],
		[['3/11/2026', '1/2/2026'], ['2026-03-11', '2026-01-02'], ['-:date_order_assumed']],
	])('of %j is told by the file as a whole', (dates, days, problems) => {
		const statement = statementOf(file(...dates.map((D) => entry({ D }))));
		expect(statement.lines.map(({ bookedOn }) => bookedOn)).toEqual(days);
		expect(problemsOf(statement).filter((one) => !assumed.includes(one))).toEqual(problems);
	});

	test('that dates contradict is month first, and what does not fit is a problem', () => {
		const statement = statementOf(file(entry({ D: '13/1/2026' }), entry({ D: '1/13/2026' })));
		expect(statement.lines.map(({ bookedOn }) => bookedOn)).toEqual(['2026-01-13']);
		expect(problemsOf(statement)).toEqual(expect.arrayContaining(['2:time_unreadable', '-:date_order_assumed']));
	});
});

test.each([
	['10', 1000],
	['-1,234.56', -123456],
	['1.234,56', 123456],
	['-12,5', -1250],
	['+0.99', 99],
])('the amount %s is %i', (T, amountMinor) => {
	expect(statementOf(file(entry({ T }))).lines[0]?.amountMinor).toBe(amountMinor);
});

test.each([
	[{ T: '' }, 'amount_unreadable'],
	[{ T: '1O' }, 'amount_unreadable'],
	[{ T: '1.234', U: '' }, 'amount_unreadable'],
	[{ D: '13/32/2026' }, 'time_unreadable'],
	[{ D: '' }, 'time_unreadable'],
])('an entry with %j is a problem of its line, and the others stand', (broken, code) => {
	const statement = statementOf(file(entry({ T: '5.00' }), entry(broken), entry({ T: '7.00' })));
	expect(statement.lines.map(({ amountMinor }) => amountMinor)).toEqual([500, 700]);
	expect(problemsOf(statement).filter((one) => !one.startsWith('-'))).toEqual([`5:${code}`]);
});

test('a split stays one line, with what is written about all of it', () => {
	const split = entry({ P: 'Mill', M: 'Flour', N: '17', S: 'Goods', E: 'not this', $: '-9.00' });
	expect(statementOf(file(split)).lines).toMatchObject([{ counterparty: 'Mill', text: 'Flour', reference: '17', amountMinor: 1000, line: 2 }]);
});

test('accounts follow each other; what describes them, lists and investments are no entries', () => {
	const text = [
		'!Option:AutoSwitch',
		'!Account\nNGiro\nTBank\n^\nNCard\nTCCard\n^',
		'!Clear:AutoSwitch',
		'!Type:Cat\nNGoods\nE\n^',
		'!Account\nNGiro\nTBank\n^',
		`!Type:Bank \n${entry({})}!Account\nNCard\n^\n!Type:CCard\n${entry({ T: '-3.00' })}!Type:Cash\n${entry({ T: '4.00' })}!Type:Invst\n${entry({})}`,
	].join('\n');
	const statement = statementOf(text);
	expect(statement.lines.map(({ amountMinor }) => amountMinor)).toEqual([1000, -300, 400]);
	expect(problemsOf(statement).filter((one) => !one.startsWith('-'))).toEqual(['33:kind_unknown']);
});

describe('an entry without its end', () => {
	test('counts where it is whole, and is said', () => {
		const statement = statementOf(file(entry({}), 'D11/24/2026\nT5.00\nPMill\n'));
		expect(statement.lines).toHaveLength(2);
		expect(problemsOf(statement)).toContain('5:file_truncated');
	});

	test('does not where its amount may be cut off', () => {
		const statement = statementOf(file(entry({}), 'D11/24/2026\nT5.0'));
		expect(statement.lines).toHaveLength(1);
		expect(problemsOf(statement)).toContain('5:file_truncated');
	});
});

test('lines may end in any way, and letters be in windows-1252', () => {
	const bytes = Uint8Array.from(file(entry({ P: 'M\u00fchle' })).replaceAll('\n', '\r'), (char) => char.charCodeAt(0));
	expect(statementOf(bytes)).toMatchObject({ encoding: 'windows-1252', lines: [{ counterparty: 'Mühle', line: 2 }] });
});

test("covers its days in the shop's zone, in whose currency it is taken to be", () => {
	const statement = statementOf(file(entry({})), 's.qif', { format: null, zone: 'Europe/Berlin', cutoverMinutes: 240 });
	expect(statement.coverage).toEqual({ from: Date.parse('2026-11-24T00:00:00+01:00'), to: Date.parse('2026-11-25T00:00:00+01:00') });
	expect(statement.currency).toBe('EUR');
	expect(problemsOf(statement)).toEqual(assumed);
});
