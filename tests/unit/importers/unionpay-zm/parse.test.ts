import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { billOf, fixtureBytes, problemsOf, readBytes } from '../../../support/bills.ts';

const NAME = 'INN26110288ZM_898777000000011';
const utf8 = (text: string) => new TextEncoder().encode(text);

/** Places of the fields in a record, by their numbers in the layout. */
const PLACES: Readonly<Record<number, readonly [start: number, length: number]>> = {
	...{ 1: [0, 3], 4: [28, 6], 5: [35, 10], 6: [46, 19], 7: [66, 12], 10: [87, 21], 12: [112, 32], 16: [166, 13], 17: [180, 13] },
	...{ 20: [215, 2], 27: [271, 21], 34: [388, 8], 35: [397, 32], 40: [474, 1] },
};

function record(fields: Readonly<Record<number, string>> = {}): string {
	const usual: Readonly<Record<number, string>> = {
		...{ 1: 'S22', 4: '495199', 5: '1102100400', 6: '622280*********4258', 7: '000000008800', 10: '202611021004004951997', 12: '20261102100400021750584' },
		...{ 16: 'D000000000053', 17: 'C000000008747', 20: '01', 34: '10077731', 40: '7' },
	};
	let text = ' '.repeat(607);
	for (const [no, [start, length]] of Object.entries(PLACES)) {
		const value = (fields[Number(no)] ?? usual[Number(no)] ?? '').padEnd(length);
		text = text.slice(0, start) + value + text.slice(start + value.length);
	}
	return text;
}
const bill = (records: readonly string[], name = NAME) => billOf(utf8(`${records.join('\r\n')}\r\n`), name);

test('a record says what its fields say', () => {
	const read = bill([record()]);
	expect(read).toMatchObject({ format: 'unionpay-zm', encoding: 'gb18030', leg: 'provider', tenders: ['card'], problems: [], footer: { present: false } });
	expect(read.receipts).toMatchObject([
		{
			...{ at: Date.UTC(2026, 10, 2, 2, 4), kind: 'sale', status: 'success', amountMinor: 8800, feeMinor: 53, netMinor: 8747, tender: 'card', line: 1 },
			...{ traceNo: '495199', last4: '4258', terminalId: '10077731', channelOrderNo: '202611021004004951997', merchantOrderNo: '20261102100400021750584' },
			...{ rrn: null, originalRef: null, settlementDate: '2026-11-02' },
		},
	]);
});

test.each([
	['01', 'sale', null, 0],
	['04', 'refund', '202611021004004951997', 0],
	['31', 'void', '202611021004004951997', 0],
	['02', 'adjustment', '202611021004004951997', 1],
	['', 'adjustment', '202611021004004951997', 1],
])('交易类型 %j is a %s', (type, kind, originalRef, problems) => {
	const original = kind === 'sale' ? '' : '202611021004004951997';
	const read = bill([record({ 20: type, 27: original, 16: 'C000000000053', 17: 'D000000008747' })]);
	expect(read.receipts).toMatchObject([{ kind, originalRef, feeMinor: -53, netMinor: kind === 'adjustment' ? null : -8747 }]);
	expect(problemsOf(read)).toEqual(Array(problems).fill('1:kind_unknown'));
});

test.each([
	['1102235959', '202611022359594951997', Date.UTC(2026, 10, 2, 15, 59, 59)],
	['1231235959', '202701010000004951997', Date.UTC(2026, 11, 31, 15, 59, 59)],
	['0101000000', '202612312359594951997', Date.UTC(2026, 11, 31, 16)],
	['0229100000', '202802291000004951997', Date.UTC(2028, 1, 29, 2)],
])('the year of %s is that of %s', (sentAt, queryNo, at) => {
	expect(bill([record({ 5: sentAt, 10: queryNo })]).receipts).toMatchObject([{ at }]);
});

describe('the clearing day', () => {
	const day = (from: string, to: string) => ({ from: Date.parse(`${from}+08:00`), to: Date.parse(`${to}+08:00`) });

	test.each([NAME, `in/${NAME}`, `in\\${NAME}.txt`, `${NAME} (1).txt`])('stands in the name %s', (name) => {
		const read = bill([record()], name);
		expect(read.receipts[0]?.settlementDate).toBe('2026-11-02');
		expect(read.coverage).toEqual(day('2026-11-01T23:00:00', '2026-11-02T23:00:00'));
	});

	test.each(['bill.txt', '20261102.txt', 'INN2613', 'INN26130288ZM_1', 'copy of INN26110288ZM_1', '12ZM_INN'])('does not stand in %s', (name) => {
		const late = record({ 5: '1101230002', 10: '202611012300024951997', 4: '000002' });
		const read = bill([record(), late], name);
		expect(read.receipts.map(({ settlementDate }) => settlementDate)).toEqual([null, null]);
		expect(read.coverage).toEqual(day('2026-11-01T23:00:00', '2026-11-02T23:00:00'));
	});

	test('is widened to what a terminal posted late', () => {
		const late = record({ 5: '1101210000', 10: '202611012100004951997' });
		expect(bill([late]).coverage).toEqual(day('2026-11-01T21:00:00', '2026-11-02T23:00:00'));
	});
});

describe('damage', () => {
	test.each([
		['an amount that is no digits', record({ 7: '00000000x800' }), '1:amount_unreadable'],
		['a time that does not exist', record({ 5: '1131100400' }), '1:time_unreadable'],
		['a year that is no year', record({ 10: 'ABCD11021004004951997' }), '1:time_unreadable'],
		['a record that is cut off', record().slice(0, 480), '1:row_unreadable'],
		['a byte too many', record().replace('S22', 'S222'), '1:row_unreadable'],
		['a byte too few', record().replace('S22', 'S2'), '1:row_unreadable'],
		['fields that have shifted', record().replace('S22 ', ' S22'), '1:row_unreadable'],
		['something else', 'total 17', '1:row_unreadable'],
	])('%s is named, and the rest is read', (_, damaged, problem) => {
		const read = bill([damaged, record()]);
		expect(read.receipts).toMatchObject([{ line: 2, amountMinor: 8800 }]);
		expect(problemsOf(read)).toEqual([problem]);
	});

	test('of the fee leaves the payment as it is', () => {
		const read = bill([record({ 16: 'X000000000053' }), record({ 4: '000002', 10: '202611021004000000027', 16: '', 17: '' })]);
		expect(read.receipts).toMatchObject([{ feeMinor: null }, { feeMinor: null, netMinor: null }]);
		expect(problemsOf(read)).toEqual(['1:amount_unreadable']);
	});

	test('never shows a card number or what the shop wrote', () => {
		const read = bill([
			record({ 6: '6222801234567890124', 35: 'ZHANG SAN 13900001111', 7: 'x' }),
			record({ 6: '6222801234567890124' }).slice(0, 500),
			record(),
		]);
		expect(problemsOf(read)).toEqual(['1:amount_unreadable', '2:row_unreadable']);
		expect(JSON.stringify(read)).not.toMatch(/622280123|ZHANG|13900001111/);
	});
});

describe('files as they come', () => {
	const two = [record(), record({ 4: '000002', 10: '202611021004000000027', 12: 'B', 35: 'x' })];
	const straight = bill(two).receipts.map(({ id }) => id);

	test.each([
		['LF', two.join('\n')],
		['CR', two.join('\r')],
		['nothing between the records', two.join('')],
		['blank lines', `\r\n${two.join('\r\n\r\n')}\r\n \r\n`],
		['blanks behind the records', two.map((line) => `${line}   `).join('\r\n')],
		['the blanks at line ends cut', two.map((line) => line.trimEnd()).join('\r\n')],
	])('%s', (_, text) => {
		const read = billOf(utf8(text), NAME);
		expect(read.problems).toEqual([]);
		expect(read.receipts.map(({ id }) => id)).toEqual(straight);
	});

	test('saved again as UTF-8, Chinese text fills as many places as before', () => {
		const gbk = fixtureBytes(`unionpay-zm/${NAME}`);
		const again = billOf(utf8(`\ufeff${new TextDecoder('gb18030').decode(gbk)}`), NAME);
		expect(again).toEqual({ ...billOf(gbk, NAME), encoding: 'utf-8' });
	});

	test('in a zip the name of the entry tells the clearing day; files of other records lie beside it', async () => {
		const other = utf8(`${'E22 48022901'.padEnd(339)}\r\n`);
		const reading = await readBytes(zipSync({ [NAME]: utf8(two.join('\r\n')), [NAME.replace('ZM', 'ZME')]: other }), 'x.zip');
		expect(reading.ok && reading.value.bills.map(({ receipts }) => receipts[0]?.settlementDate)).toEqual(['2026-11-02']);
	});

	test('records of another width are no ZM file', async () => {
		for (const width of [339, 395, 608]) {
			const reading = await readBytes(utf8(`${record().padEnd(width, 'x').slice(0, width)}\r\n`.repeat(3)), NAME);
			expect(reading.ok ? 'read' : reading.error.code).toBe('format_unknown');
		}
	});
});

test('the order of records changes nothing but lines', () => {
	const records = Array.from({ length: 6 }, (_, i) => record({ 4: `00000${i % 4}`, 10: `2026110210040000000${i % 4}7` }));
	const said = (list: readonly string[]) =>
		bill(list)
			.receipts.map(({ id, amountMinor }) => `${id} ${amountMinor}`)
			.sort();
	expect(said(records.toReversed())).toEqual(said(records));
	expect(new Set(said(records)).size).toBe(6);
});
