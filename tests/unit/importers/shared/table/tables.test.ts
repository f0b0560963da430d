import { expect, test } from 'vitest';
import { problemLog } from '../../../../../src/importers/shared/reading/line-problems.ts';
import { isBlankLine } from '../../../../../src/importers/shared/table/lines.ts';
import { tableOfText } from '../../../../../src/importers/shared/table/table-source.ts';
import { cellOf, type Row, readTable } from '../../../../../src/importers/shared/table/tables.ts';

function read(text: string, quoted = false) {
	const log = problemLog();
	const rows: Row[] = [];
	const split = (line: string, { delimiter }: { delimiter: string }) => line.split(delimiter);
	readTable(
		tableOfText(text),
		{ required: ['time', 'amount'], known: ['time', 'amount'], privateColumns: ['name'], split: quoted ? null : split },
		{ log, progress: () => {}, header: () => {}, aside: (line) => line.startsWith('#'), row: (row) => rows.push(row) },
	);
	return { rows: rows.map((row) => `${row.line} ${cellOf(row, 'time')} ${cellOf(row, 'amount')}`), problems: log.all() };
}
const codes = (text: string) => read(text).problems.map(({ line, code }) => `${line}:${code}`);

test('every line is a header, an aside, a row or a problem', () => {
	const { rows, problems } = read('caption\n#aside\ntime,amount,name\n1,2,x\n\n,,\n3,4\n5,6,y,z\n7,8,y\n#end');
	expect(rows).toEqual(['4 1 2', '9 7 8']);
	expect(problems.map(({ line, code }) => `${line}:${code}`)).toEqual(['7:row_unreadable', '8:row_unreadable']);
});

test('lines are counted as they stand, whatever ends them', () => {
	expect(read('time,amount\r\n\r1,2\n3,4').rows).toEqual(['3 1 2', '4 3 4']);
});

test('the same header again is passed over, another takes effect and is a problem', () => {
	const { rows, problems } = read('time,amount\n1,2\ntime,amount\n3,4\namount,time,more\n6,5,x');
	expect(rows).toEqual(['2 1 2', '4 3 4', '6 5 6']);
	expect(problems.map(({ line, code }) => `${line}:${code}`)).toEqual(['5:layout_changed']);
});

test('the column names of another table are told from a damaged row', () => {
	expect(codes('time,amount\nDate,Sum,Fee,Payer,Note')).toEqual(['2:layout_changed']);
});

test('a row that stands before the column names is not a caption', () => {
	expect(codes('1,2,3,4,5,6\ntime,amount')).toEqual(['1:row_unreadable']);
});

test('what a problem quotes leaves out the columns about people', () => {
	expect(read('time,amount,name\n1,2,Wang').problems).toEqual([]);
	expect(read('time,amount,name\n1,王小明,Li Hua,3,7').problems[0]?.text).toBe('1,*,*,3,7');
	expect(read('7,王小明,1,2,3,4\ntime,amount').problems[0]?.text).toBe('7,*,1,2,3,4');
});

test('a quoted record over two lines is one row', () => {
	expect(read('time,amount,name\n1,2,"a\nb"\n3,4,c', true).rows).toEqual(['2 1 2', '4 3 4']);
});

test('a line of millions of characters is refused, not taken apart', () => {
	expect(codes(`time,amount\n${'1,'.repeat(1_500_000)}`)).toEqual(['2:row_unreadable']);
});

test('cells beyond the names are padding only if the header is padded too, or a tab ends the line', () => {
	expect(read('time,amount,,\n1,2,,\n3,4,\n5,6').rows).toEqual(['2 1 2', '3 3 4', '4 5 6']);
	expect(codes('time,amount,note\n1,2,5,')).toEqual(['2:row_unreadable']);
	expect(read('time\tamount\n1\t2\t').rows).toEqual(['2 1 2']);
});

test('a spreadsheet pads lines with separators', () => {
	expect([',,,', '\t \t', ';;', '""', ''].map(isBlankLine)).toEqual(Array(5).fill(true));
	expect(isBlankLine(',0,')).toBe(false);
});
