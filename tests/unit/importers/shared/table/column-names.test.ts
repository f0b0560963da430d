import { expect, test } from 'vitest';
import { columnNames } from '../../../../../src/importers/shared/table/column-names.ts';
import { headerOf, sniffHeader } from '../../../../../src/importers/shared/table/header.ts';

const NAMES = columnNames({ 'Auth code': ['Autorisierungscode', "Code d'autorisation"], Fee: ['Gebühr'], VAT: ['Moms'], Colour: [] });

test('a column is known by each of its spellings, whatever its capitals, blanks, quotes and rate', () => {
	for (const name of ['Auth code', 'AUTH CODE', '"Auth  code"', ' Autorisierungscode\u00a0', 'Code d’autorisation']) expect(NAMES.own(name)).toBe('Auth code');
	expect(NAMES.own('Moms (25,0%)')).toBe('VAT');
	expect(NAMES.own('Gebu\u0308hr')).toBe('Fee');
	expect(NAMES.own('Something Else')).toBe('SomethingElse');
});

test('a header is found by its own names in any language, also where a name in quotes holds the separator', () => {
	const header = headerOf('"Colour; or shade";Gebühr;Autorisierungscode', ['Auth code', 'Fee'], NAMES);
	expect(header?.delimiter).toBe(';');
	expect([header?.columns.get('Fee'), header?.columns.get('Auth code')]).toEqual([1, 2]);
	expect(headerOf('Gebühr,Colour', ['Auth code', 'Fee'], NAMES)).toBeNull();
});

test('it is found behind a preamble under any line end', () => {
	for (const end of ['\n', '\r\n', '\r']) {
		const preamble = `Fee to pay${end}`.repeat(3);
		expect(sniffHeader(`${preamble}Fee,Auth code${end}1,2`, ['Auth code', 'Fee'], NAMES)).toBe(preamble.length);
	}
	expect(sniffHeader('Fee, Auth codes', ['Auth code', 'Fee'], NAMES)).toBeNull();
});
