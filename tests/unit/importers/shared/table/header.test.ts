import { expect, test } from 'vitest';
import { columnName, headerOf, sameColumns, sniffHeader } from '../../../../../src/importers/shared/table/header.ts';

test('column names stand in any order, beside unknown ones, behind any separator', () => {
	for (const separator of [',', '\t', ';']) {
		const header = headerOf(['more', ' amount ', '"kind"', '`time', '', ''].join(separator), ['time', 'amount', 'kind']);
		expect(header?.delimiter).toBe(separator);
		expect(header?.columns.get('kind')).toBe(2);
		expect(header?.width).toBe(4);
	}
});

test('brackets of both widths name the same column', () => {
	expect(columnName('订单金额（元） ')).toBe(columnName('订单金额(元)'));
});

test('a line that lacks one of the names is no header', () => {
	expect(headerOf('time,amount', ['time', 'amount', 'kind'])).toBeNull();
});

test('the header is found behind a preamble of any length and under any line end', () => {
	for (const end of ['\n', '\r\n', '\r']) {
		const preamble = `time to pay${end}`.repeat(40);
		expect(sniffHeader(`${preamble}kind,time${end}x`, ['time', 'kind'])).toBe(preamble.length);
	}
	expect(sniffHeader('time\n'.repeat(10_000), ['time', 'kind'])).toBeNull();
});

test('two headers are the same if every name stands in the same place', () => {
	const read = (line: string) => headerOf(line, ['a']) ?? { delimiter: '', columns: new Map(), width: 0, paddedWidth: 0 };
	expect(sameColumns(read('a,b'), read('a,b,,'))).toBe(true);
	expect(sameColumns(read('a,b'), read('b,a'))).toBe(false);
	expect(sameColumns(read('a,b'), read('a,b,c'))).toBe(false);
});
