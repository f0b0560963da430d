import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isBlankLine, splitLines } from '../../../../../src/importers/shared/table/lines.ts';

const texts = fc.array(fc.constantFrom('\r', '\n', '\r\n', 'a', ',', '面', ' '), { maxLength: 30 }).map((parts) => parts.join(''));

test('CRLF, LF and CR end a line alike, in any mixture', () => {
	fc.assert(
		fc.property(texts, (text) => {
			expect(splitLines(text)).toEqual(text.split(/\r\n|\n|\r/));
		}),
	);
});

test.each([
	['', true],
	[' ,\t;|"', true],
	['"a",', false],
	['`1', false],
	[',,面', false],
	['0', false],
])('%j is blank: %s', (line, blank) => {
	expect(isBlankLine(line)).toBe(blank);
});
