import { expect, test } from 'vitest';
import { silenceReading } from '../../../src/engine/silence.ts';

const file = (size: number, first: readonly number[] = []) => {
	const bytes = new Uint8Array(size);
	bytes.set(first);
	return { name: 'bill', bytes };
};

test.each([
	['a small bill', file(40_000), 1_540],
	['a large one', file(20_000_000), 21_500],
	['a small workbook, which holds many times its size', file(50_000, [0x50, 0x4b]), 2_500],
	['an old workbook', file(50_000, [0xd0, 0xcf]), 2_500],
])('%s may be read in silence in proportion to its size', (_, bytes, ms) => {
	expect(silenceReading(bytes).workMs).toBe(ms);
});
