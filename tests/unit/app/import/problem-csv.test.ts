import { expect, test } from 'vitest';
import { problemCsv } from '../../../../src/app/screens/import/problems/problem-csv.ts';
import { en } from './catalogs.ts';

test('unclear lines go out with what to do, readable by a spreadsheet and never run by it', () => {
	const csv = problemCsv(
		[
			{
				name: 'bill.csv',
				problems: [
					{ line: 7, code: 'amount_unreadable', message: '', text: '=HYPERLINK("http://x"),"4,8.0"' },
					{ line: null, code: 'footer_missing', message: '', text: '' },
				],
			},
		],
		en,
	);
	expect(csv.startsWith('\uFEFFFile,Line,Code,Problem,What to do,Original text\r\n')).toBe(true);
	const [, first, second] = csv.split('\r\n');
	expect(first).toMatch(/^bill\.csv,7,amount_unreadable,/);
	expect(first).toContain(`"'=HYPERLINK(""http://x""),""4,8.0"""`);
	expect(second).toMatch(/^bill\.csv,,footer_missing,/);
});
