import { csvLines } from '../shared/table/csv.ts';
import { columnName, DELIMITERS } from '../shared/table/header.ts';
import type { TableSource } from '../shared/table/table-source.ts';
import { cleanCell } from '../shared/values/cells.ts';
import { isKnownName } from './aliases.ts';
import { isMomentText, isMoneyText } from './cell-kinds.ts';
import { findNameless } from './nameless.ts';
import { isTotalLine } from './total-lines.ts';

/** A table found in a file: the names of its columns, its rows, and the lines of totals around them; cells are clean. */
export type FoundTable = {
	readonly names: readonly string[];
	/** The same as they are written. */
	readonly titles: readonly string[];
	readonly rows: readonly (readonly string[])[];
	readonly totals: readonly (readonly string[])[];
	/** How sure it is that this is a bill. */
	readonly score: number;
};

/** Lines in which column names are looked for, and lines below by which they are judged. */
const HEAD_LINES = 80;
const ROWS_BELOW = 20;
const COLUMNS_MIN = 2;
const NAME_LENGTH_MAX = 60;
/** Rows taken apart; what a column is shows in far fewer. */
const ROWS_MAX = 20_000;

/**
 * The table in a text or on a sheet. Its column names are found by content: the line with the most names below which cells of other kinds
 * stand, dates and amounts among them; where there is none, columns go by their places. Null where there is no such table.
 */
export function findTable(source: TableSource): FoundTable | null {
	const cuts = source.cells ? [source.cells.map(cleaned)] : DELIMITERS.map((delimiter) => cutLines(source.lines, delimiter));
	let best: { readonly lines: readonly (readonly string[])[]; readonly at: number; readonly score: number } | null = null;
	for (const lines of cuts) {
		for (let at = 0; at < Math.min(lines.length, HEAD_LINES); at++) {
			const score = headerScore(lines, at);
			if (score > (best?.score ?? 0)) best = { lines, at, score };
		}
	}
	return best ? tableAt(best.lines, best.at, best.score) : findNameless(source);
}

function cutLines(lines: readonly string[], delimiter: string): (readonly string[])[] {
	const head = lines.slice(0, HEAD_LINES + ROWS_BELOW);
	if (!head.some((line) => line.split(delimiter).length >= COLUMNS_MIN)) return [];
	const cut: (readonly string[])[] = [];
	for (const { cells } of csvLines(lines.slice(0, ROWS_MAX + HEAD_LINES), delimiter)) cut.push(cleaned(cells ?? []));
	return cut;
}

function cleaned(cells: readonly string[]): string[] {
	return cells.map(cleanCell);
}

/** 0 where the line holds no column names. */
function headerScore(lines: readonly (readonly string[])[], at: number): number {
	const names = namesOf(lines[at] ?? []);
	const filled = names.filter((name) => name !== '');
	if (filled.length < COLUMNS_MIN || !filled.every(isNameLike) || new Set(filled).size < filled.length * 0.8) return 0;
	const below = lines.slice(at + 1, at + 1 + ROWS_BELOW).filter((cells) => isRowOf(names, cells) && !isTotalLine(cells));
	const moments = names.filter((_, place) => holdsMostly(below, place, isMomentText)).length;
	const money = names.filter((_, place) => holdsMostly(below, place, isMoneyText)).length;
	if (moments === 0 || money === 0) return 0;
	return filled.filter(isKnownName).length * 4 + filled.length + moments + money + Math.min(below.length, 5);
}

function namesOf(cells: readonly string[]): string[] {
	const names = cells.map(columnName);
	return names.slice(0, names.findLastIndex((name) => name !== '') + 1);
}

function isNameLike(name: string): boolean {
	return name.length <= NAME_LENGTH_MAX && /\p{L}/u.test(name) && !isMoneyText(name) && !isMomentText(name) && !/\d{6}/.test(name);
}

function isRowOf(names: readonly string[], cells: readonly string[]): boolean {
	return cells.length >= names.length && cells.slice(names.length).every((cell) => cell === '') && cells.some((cell) => cell !== '');
}

/** One filled cell in a table of several columns. */
function isRemark(names: readonly string[], cells: readonly string[]): boolean {
	return names.length > COLUMNS_MIN && cells.filter((cell) => cell !== '').length === 1;
}

function holdsMostly(rows: readonly (readonly string[])[], place: number, is: (text: string) => boolean): boolean {
	const filled = rows.flatMap((cells) => cells[place] || []);
	return filled.length > 0 && filled.filter(is).length * 2 > filled.length;
}

function tableAt(lines: readonly (readonly string[])[], at: number, score: number): FoundTable {
	const names = namesOf(lines[at] ?? []);
	const own = names.join('\t');
	const rows: (readonly string[])[] = [];
	const totals: (readonly string[])[] = [];
	for (const cells of lines.slice(at + 1)) {
		if (isTotalLine(cells) && !cells.some(isMomentText)) totals.push(cells);
		else if (isRowOf(names, cells) && !isRemark(names, cells) && namesOf(cells).join('\t') !== own && rows.length < ROWS_MAX) rows.push(cells);
	}
	return { names, titles: lines[at] ?? [], rows, totals, score };
}
