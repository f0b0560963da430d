import { expect, test } from 'vitest';
import { type Layout, layoutOf, sniffLayouts } from '../../../../../src/importers/shared/table/layouts.ts';

const A: Layout = { required: ['no', 'day', 'clock'] };
const B: Layout = { required: ['no', 'day'] };
const C: Layout = { required: ['ref', 'moment'] };

test('the layout whose names stand first is taken, and on one line the one that is listed first', () => {
	expect(layoutOf(['preamble', 'ref,moment', 'no,day'], [A, B, C])).toBe(C);
	expect(layoutOf(['clock;day;no'], [A, B, C])).toBe(A);
	expect(layoutOf(['day,no'], [A, B, C])).toBe(B);
	expect(layoutOf(['nothing'], [A, B, C])).toBe(A);
});

test('names of any layout make a text known, where the first of them stand', () => {
	expect(sniffLayouts('top\nno,day\nref,moment', [C, B])).toBe(4);
	expect(sniffLayouts('no\nday\nref', [A, B, C])).toBeNull();
});
