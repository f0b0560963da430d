import { expect, test } from 'vitest';
import { fileProblems, lineNumbers, needsLook, previewLines, unclearLines } from '../../../../src/app/screens/import/preview/preview-lines.ts';
import { previewBill } from '../../../../src/domain/receipts/import-preview.ts';
import type { LineProblem } from '../../../../src/domain/receipts/reading.ts';
import { identityOf } from '../../../../src/domain/receipts/standing-receipts.ts';
import { bill } from '../../../support/builders.ts';
import { receipt } from '../../../support/ledger-fixture.ts';

const unclear = (line: number | null, code: LineProblem['code'] = 'amount_unreadable'): LineProblem => ({ line, code, message: '', text: '' });
const preview = (change: Parameters<typeof bill>[1], stored = new Map()) =>
	previewBill(bill([receipt('a', { line: 2 }), receipt('b', { line: 4 }), receipt('c', { line: null })], change), stored);

test('receipts and unclear lines stand in the order of the file, those without a line last', () => {
	const lines = previewLines(preview({ problems: [unclear(3), unclear(1)] }));
	expect(lines.map((line) => (line.kind === 'receipt' ? line.row.receipt.id : line.problem.line))).toEqual([1, 'a', 3, 'b', 'c']);
});

test('a receipt that was read in part carries what was not understood about it', () => {
	const lines = previewLines(preview({ problems: [unclear(4, 'id_damaged')] }));
	expect(lines).toHaveLength(3);
	expect(lines[1]).toMatchObject({ kind: 'receipt', problem: { code: 'id_damaged' } });
});

test('two receipts of one line take its problems one after the other', () => {
	const both = previewBill(
		bill([receipt('a', { line: 2 }), receipt('b', { line: 2 })], { problems: [unclear(2), unclear(2, 'time_unreadable'), unclear(2, 'row_repeated')] }),
		new Map(),
	);
	expect(previewLines(both).map((line) => (line.kind === 'receipt' ? line.problem?.code : line.problem.code))).toEqual([
		'amount_unreadable',
		'time_unreadable',
		'row_repeated',
	]);
});

test('problems of the whole file are no lines', () => {
	const whole = preview({ problems: [unclear(null, 'footer_disagrees')] });
	expect(previewLines(whole)).toHaveLength(3);
	expect(fileProblems(whole.bill.problems).map(({ code }) => code)).toEqual(['footer_disagrees']);
});

test('a line counts once however much of it is unclear, and a problem of the whole file is none', () => {
	expect(unclearLines([unclear(2), unclear(2, 'time_unreadable'), unclear(7), unclear(null, 'footer_disagrees')])).toBe(2);
	expect(unclearLines([unclear(null, 'footer_disagrees')])).toBe(0);
});

test('what changed and what is unclear needs a look; what is new or known does not', () => {
	const stored = new Map([receipt('a', { line: 9 }), receipt('b', { status: 'pending' })].map((one) => [identityOf(one), one]));
	const lines = previewLines(preview({ problems: [unclear(3)] }, stored));
	expect(lines.map(needsLook)).toEqual([false, true, true, false]);
});

test('line numbers are named once, in order, and not more than fit', () => {
	expect(lineNumbers([unclear(7), unclear(3), unclear(7), unclear(null)], 6)).toBe('3, 7');
	expect(
		lineNumbers(
			[1, 2, 3].map((line) => unclear(line)),
			2,
		),
	).toBe('1, 2 …');
});
