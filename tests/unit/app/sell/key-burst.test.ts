import { describe, expect, test } from 'vitest';
import { continueBurst, isScan, type KeyBurst } from '../../../../src/app/screens/sell/key-burst.ts';

const run = (text: string, gapMs: number) => {
	let burst: KeyBurst<string> | null = null;
	[...text].forEach((character, index) => {
		burst = continueBurst(burst, { foreign: !/[\d.]/.test(character), atMs: index * gapMs }, `before ${index}`);
	});
	return burst as KeyBurst<string> | null;
};

describe('telling a scanner from a hand', () => {
	test.each([
		['6901234567892', 5, true],
		['134512345678901234', 20, true],
		['AB-1234', 8, true],
		['96385074', 10, true],
		['28.5', 2, false],
		['128', 30, false],
		['6901234567892', 90, false],
	])('%s at %i ms a character: scanner %s', (text, gapMs, scanner) => {
		expect(isScan(run(text, gapMs))).toBe(scanner);
	});

	test('what stood before the first character is remembered', () => {
		expect(run('6901234567892', 5)?.before).toBe('before 0');
	});

	test('a pause begins a new run', () => {
		const first = continueBurst(null, { foreign: false, atMs: 0 }, 'a');
		expect(continueBurst(first, { foreign: false, atMs: 200 }, 'b')).toEqual({ count: 1, foreign: false, lastAtMs: 200, before: 'b' });
	});
});
