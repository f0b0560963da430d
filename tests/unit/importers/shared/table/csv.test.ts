import { expect, test } from 'vitest';
import { csvLines, parseQuoted } from '../../../../../src/importers/shared/table/csv.ts';

const read = (text: string) => [...csvLines(text.split('\n'), ',')].map(({ number, cells }) => [number, cells]);

test('quotes hold separators, quotes and line ends; each record is known by the line on which it begins', () => {
	expect(read('a,b\n"x, y","say ""hi"""\n"two\nlines",z\nlast,1')).toEqual([
		[1, ['a', 'b']],
		[2, ['x, y', 'say "hi"']],
		[3, ['two\nlines', 'z']],
		[5, ['last', '1']],
	]);
});

test('a stray quote costs its own line only', () => {
	const rows = Array.from({ length: 60 }, (_, i) => `r${i},1`);
	expect(read(['"never closed,1', ...rows].join('\n'))).toEqual([[1, null], ...rows.map((row, i) => [i + 2, row.split(',')])]);
	expect(read('"a"b,1\nc,2')).toEqual([
		[1, null],
		[2, ['c', '2']],
	]);
});

test('a quote within a cell is a character like any other', () => {
	expect(read('5" pan,1')).toEqual([[1, ['5" pan', '1']]]);
});

test('thirty thousand stray quotes are given up one by one', () => {
	const lines = read('"a,1\n'.repeat(30_000));
	expect(lines.filter(([, cells]) => cells === null)).toHaveLength(30_000);
});

test('one line is read by itself', () => {
	expect(parseQuoted('a;"b;c"', ';')).toEqual(['a', 'b;c']);
	expect(parseQuoted('a;"b', ';')).toBeNull();
});
