import { splitPlain } from '../shared/table/csv.ts';
import { plainNumber } from '../shared/values/amounts.ts';
import { cleanCell } from '../shared/values/cells.ts';
import { BEIJING, readDayAndClock } from '../shared/values/times.ts';
import { CLOCK, DAY, NAMES, TYPE } from './columns.ts';

const DELIMITERS = [',', '\t', ';', '|'];
const [AT_MERCHANT, AT_CLOCK, AT_TYPE, AT_AMOUNT, AT_FEE, AT_DAY] = (['商户号', CLOCK, TYPE, '交易金额', '手续费', DAY] as const).map((name) =>
	NAMES.indexOf(name),
);

/** A row that stands without column names: what parts its cells, and how many there are. */
export type RowShape = { readonly delimiter: string; readonly cells: number };

/** Whether a line is a row by its shape: 34 cells, with numbers, words and times where they belong. Null where it is none. */
export function shapeOf(line: string): RowShape | null {
	for (const delimiter of DELIMITERS) {
		if (line.split(delimiter, NAMES.length).length < NAMES.length) continue;
		const cells = splitPlain(line, { delimiter }).map(cleanCell);
		const fits = cells.length >= NAMES.length && cells.slice(NAMES.length).every((cell) => cell === '') && cellsFit(cells);
		if (fits) return { delimiter, cells: cells.length };
	}
	return null;
}

function cellsFit(cells: readonly string[]): boolean {
	const at = (place: number | undefined) => cells[place ?? -1] ?? '';
	return (
		/^[0-9A-Z]{8,20}$/.test(at(AT_MERCHANT)) &&
		/\p{Script=Han}/u.test(at(AT_TYPE)) &&
		readDayAndClock(at(AT_DAY), at(AT_CLOCK), BEIJING) !== null &&
		plainNumber(at(AT_AMOUNT)) !== null &&
		(at(AT_FEE) === '' || plainNumber(at(AT_FEE)) !== null)
	);
}
