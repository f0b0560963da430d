import { expect, test } from 'vitest';
import { lineNumbers } from '../../../../../src/importers/shared/table/line-numbers.ts';

test.each([
	['a\nb\nc', [1, 2, 3]],
	['a\r\nb\r\nc', [1, 2, 3]],
	['a\rb\rc', [1, 2, 3]],
	['a\n\r\nb c', [1, 3, 3]],
])('letters of %j stand on their physical lines', (text, lines) => {
	const lineAt = lineNumbers(text);
	expect(['a', 'b', 'c'].map((letter) => lineAt(text.indexOf(letter)))).toEqual(lines);
});
