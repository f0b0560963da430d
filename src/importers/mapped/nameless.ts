import type { BillMapping, MappedField } from '../../domain/receipts/bill-mapping.ts';
import { numberInPlaceName, placeName } from '../../domain/receipts/mapping/nameless.ts';
import { csvLines } from '../shared/table/csv.ts';
import { DELIMITERS } from '../shared/table/header.ts';
import { splitLines } from '../shared/table/lines.ts';
import type { TableSource } from '../shared/table/table-source.ts';
import { cleanCell } from '../shared/values/cells.ts';
import { isMomentText, isMoneyText } from './cell-kinds.ts';
import type { FoundTable } from './find-table.ts';
import { readDate, readMoment } from './moments.ts';
import { readMoney } from './money.ts';
import { isTotalLine } from './total-lines.ts';

/** Tables without column names: every line is a row from the first on, and columns go by their places. */

const COLUMNS_MIN = 3;
const LINES_LOOKED_AT = 60;
const ROWS_MAX = 20_000;
/** So many of the lines must be rows of one width; the others may be titles or sums. */
const SHARE = 0.8;
const SCORE = 1;

type Cut = readonly (readonly string[])[];

/** A table that has rows of one width with days and money in them, but no line of names; null where there is none. */
export function findNameless(source: TableSource): FoundTable | null {
	for (const lines of cutsOf(source)) {
		const rows = rowsOf(lines)
			.filter((cells) => !isTotalLine(cells))
			.slice(0, ROWS_MAX);
		const [first = []] = rows;
		if (first.length < COLUMNS_MIN) continue;
		const places = first.map((_, place) => place);
		const moment = places.find((place) => isMomentText(first[place] ?? '') && mostly(rows, place, isMomentText));
		const money = places.find((place) => place !== moment && isMoneyText(first[place] ?? '') && mostly(rows, place, isMoneyText));
		if (moment === undefined || money === undefined) continue;
		const names = places.map(placeName);
		return { names, titles: names, rows, totals: [], score: SCORE };
	}
	return null;
}

function cutsOf({ lines, cells }: TableSource): readonly Cut[] {
	return cells ? [cells.map((row) => row.map(cleanCell))] : DELIMITERS.map((delimiter) => cut(lines, delimiter));
}

/**
 * The rows of the width that most lines have, without columns at the end that are empty in all of them (many programs end every line with
 * a separator). None where lines differ too much or the first is no such row.
 */
function rowsOf(lines: Cut): Cut {
	const filled = lines.filter((cells) => cells.some((cell) => cell !== ''));
	const width = commonWidth(filled);
	const rows = filled.filter((cells) => cells.length === width);
	if (width === 0 || rows[0] !== filled[0]) return [];
	const used = rows.reduce((most, cells) => Math.max(most, cells.findLastIndex((cell) => cell !== '') + 1), 0);
	return rows.map((cells) => cells.slice(0, used));
}

function cut(lines: readonly string[], delimiter: string): Cut {
	if (!lines.slice(0, LINES_LOOKED_AT).some((line) => line.includes(delimiter))) return [];
	return [...csvLines(lines.slice(0, ROWS_MAX), delimiter)].map(({ cells }) => (cells ?? []).map(cleanCell));
}

/** 0 where lines differ. */
function commonWidth(filled: Cut): number {
	const some = filled.slice(0, LINES_LOOKED_AT);
	const counts = new Map<number, number>();
	for (const { length } of some) counts.set(length, (counts.get(length) ?? 0) + 1);
	const [width, count] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [0, 0];
	return count >= some.length * SHARE ? width : 0;
}

function mostly(rows: Cut, place: number, is: (text: string) => boolean): boolean {
	const filled = rows.slice(0, LINES_LOOKED_AT).flatMap((cells) => cells[place] || []);
	return filled.filter(is).length >= filled.length * SHARE;
}

/** How the lines of a text are parted, where its rows are such as the mapping reads; null where they are not. */
export function delimiterOfNameless(head: string, mapping: BillMapping): string | null {
	const lines = splitLines(head).slice(0, LINES_LOOKED_AT);
	return DELIMITERS.find((delimiter) => fits(rowsOf(cut(lines, delimiter)), mapping)) ?? null;
}

function fits(rows: Cut, mapping: BillMapping): boolean {
	const [first] = rows;
	const width = first?.length ?? 0;
	// The last columns may happen to be empty in all rows.
	const isWide = width <= mapping.layout.length && width >= lastPlaceRead(mapping);
	return first !== undefined && isWide && readsAs(first, mapping) && rows.filter((cells) => readsAs(cells, mapping)).length >= rows.length * SHARE;
}

function lastPlaceRead({ columns }: BillMapping): number {
	return Math.max(0, ...Object.values(columns).map((name) => numberInPlaceName(name) ?? 0));
}

/** Whether a row has its day and its money where the mapping looks for them. */
function readsAs(cells: readonly string[], mapping: BillMapping): boolean {
	const cell = (field: MappedField) => cells[(numberInPlaceName(mapping.columns[field] ?? '') ?? 0) - 1] ?? '';
	const { dateTime, date, amount } = mapping.columns;
	const style = { order: mapping.dayOrder, zone: mapping.zone };
	const timed = dateTime !== undefined ? readMoment(cell('dateTime'), style) !== null : date !== undefined && readDate(cell('date'), mapping.dayOrder) !== null;
	const isMoney = (text: string) => readMoney(text, mapping.currency, mapping).ok;
	return timed && (amount !== undefined ? isMoney(cell('amount')) : isMoney(cell('moneyIn')) || isMoney(cell('moneyOut')));
}

/** The table under a line of names for its places, as any other; every line then has moved down by one. */
export function withPlaceNames({ lines, cells }: TableSource, mapping: BillMapping): TableSource {
	const delimiter = cells ? '\t' : (delimiterOfNameless(lines.slice(0, LINES_LOOKED_AT).join('\n'), mapping) ?? ',');
	const width = commonWidth(cells ?? cut(lines.slice(0, LINES_LOOKED_AT), delimiter).filter((row) => row.length > 1));
	const names = Array.from({ length: Math.max(width, mapping.layout.length) }, (_, place) =>
		place < Math.min(width, mapping.layout.length) ? placeName(place) : '',
	);
	return { lines: [names.join(delimiter), ...lines], cells: cells && [names, ...cells] };
}
