import { zipSync } from 'fflate';
import { readXls, readXlsx } from 'hucre/xlsx';
import { type Problem, problem } from '../../../domain/problems.ts';
import type { FileBytes } from '../../../domain/receipts/read-options.ts';
import { fail, ok, type Result } from '../../../domain/result.ts';
import { cellText } from './cell-text.ts';

/** One sheet of a workbook: its rows from row 1 on, each as wide as the widest. */
export type Sheet = {
	readonly rows: readonly (readonly string[])[];
	/** Rows, from 1, in which a formula stands where a provider writes a value. */
	readonly formulaRows: readonly number[];
};

/** Parts of the package that say what stands in the cells; pictures, macros and links are left behind. */
const NEEDED = /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[^/]+\.xml))$/i;
/** A bill has some hundred thousand cells; beyond these limits a workbook is refused. */
const ROWS_MAX = 300_000;
const COLUMNS_MAX = 400;
const CHARACTERS_MAX = 64 * 1024 * 1024;

/** Whether the files of a zip are those of an xlsx workbook. */
export function isWorkbook(entries: readonly FileBytes[]): boolean {
	return entries.some(({ name }) => /^xl\/workbook\.xml$/i.test(name));
}

/**
 * The sheets of an xlsx workbook whose package was unpacked, and with that measured, before. Problems: `archive_unreadable`,
 * `archive_too_large`.
 */
export function openXlsx(entries: readonly FileBytes[]): Promise<Result<readonly Sheet[], Problem>> {
	const needed = entries.filter(({ name }) => NEEDED.test(name)).map(({ name, bytes }) => [name, bytes] as const);
	return sheetsOf(() => readXlsx(zipSync(Object.fromEntries(needed), { level: 0 })));
}

/** The sheets of a legacy xls workbook. Problems: `archive_unreadable`, `archive_too_large`, `archive_locked`. */
export function openXls(bytes: Uint8Array): Promise<Result<readonly Sheet[], Problem>> {
	return sheetsOf(() => readXls(bytes));
}

type Workbook = Awaited<ReturnType<typeof readXlsx>>;

async function sheetsOf(read: () => Promise<Workbook>): Promise<Result<readonly Sheet[], Problem>> {
	try {
		const { sheets } = await read();
		const taken: Sheet[] = [];
		let left = CHARACTERS_MAX;
		for (const { rows, cells } of sheets) {
			const sheet = takeSheet(rows, left);
			if (!sheet) return fail(problem('archive_too_large', 'too many cells'));
			left -= sheet.characters;
			taken.push({ rows: sheet.rows, formulaRows: formulaRows(cells) });
		}
		return ok(taken);
	} catch (error) {
		const said = error instanceof Error ? error.message : '';
		return fail(problem(/encrypt|password/i.test(said) ? 'archive_locked' : 'archive_unreadable', 'workbook'));
	}
}

function takeSheet(rows: Workbook['sheets'][number]['rows'], charactersMax: number): { rows: readonly (readonly string[])[]; characters: number } | null {
	const width = rows.reduce((widest, row) => Math.max(widest, row?.length ?? 0), 0);
	if (rows.length > ROWS_MAX || width > COLUMNS_MAX) return null;
	let characters = 0;
	const taken: string[][] = [];
	for (const row of rows) {
		const cells = Array.from({ length: width }, (_, place) => cellText(row?.[place] ?? null));
		for (const cell of cells) characters += cell.length;
		if (characters > charactersMax) return null;
		taken.push(cells);
	}
	return { rows: taken, characters };
}

function formulaRows(cells: Workbook['sheets'][number]['cells']): number[] {
	const rows = new Set<number>();
	for (const [place, cell] of cells ?? []) if (cell.formula !== undefined) rows.add(Number(place.split(',')[0]) + 1);
	return [...rows].sort((a, b) => a - b);
}
