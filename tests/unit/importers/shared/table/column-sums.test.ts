import { expect, test } from 'vitest';
import { columnSums } from '../../../../../src/importers/shared/table/column-sums.ts';

const row = (...cells: string[]) => ({
	line: 1,
	unknown: [],
	cells,
	columns: new Map([
		['fee', 0],
		['amount', 1],
	]),
});

test('a column adds up exactly as written, empty cells and dashes as nothing', () => {
	const sums = columnSums(['fee', 'amount', 'absent', 'fee']);
	for (const cells of [
		['`0.06000', '10.00'],
		['-0.00001', '-3.5'],
		['', '/'],
	])
		sums.add(row(...cells));
	expect(sums.countIs('3')).toBe(true);
	expect(sums.countIs('3.0')).toBe(true);
	expect(sums.countIs('4')).toBe(false);
	expect(sums.sumIs('fee', '0.05999')).toBe(true);
	expect(sums.sumIs('fee', '0.06')).toBe(false);
	expect(sums.sumIs('amount', '¥6.50')).toBe(true);
	expect(sums.sumIs('absent', '0.00')).toBe(true);
	expect(sums.sumIs('amount', '')).toBe(false);
});

test('a column with an unreadable cell fits no total', () => {
	const sums = columnSums(['amount']);
	sums.add(row('', '1x'));
	expect(sums.sumIs('amount', '0')).toBe(false);
});

test('large sums lose no digit', () => {
	const sums = columnSums(['amount']);
	for (let i = 0; i < 100; i++) sums.add(row('', '9999999999.99999'));
	expect(sums.sumIs('amount', '999999999999.99900')).toBe(true);
	expect(sums.sumIs('amount', '999999999999.99901')).toBe(false);
});
