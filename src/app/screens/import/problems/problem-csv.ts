import { toCsv } from '../../../../domain/csv.ts';
import type { LineProblem } from '../../../../domain/receipts/reading.ts';
import type { Catalog } from '../../../messages/catalog.ts';

export type FileProblems = { readonly name: string; readonly problems: readonly LineProblem[] };

/** The unclear lines of some files as a table for whoever has to ask the provider: where, what, what to do, and the original text. */
export function problemCsv(files: readonly FileProblems[], { importing, importFiles }: Pick<Catalog, 'importing' | 'importFiles'>): string {
	const { csv, advice } = importFiles;
	return toCsv([
		[csv.file, csv.line, csv.code, csv.what, csv.advice, csv.raw],
		...files.flatMap(({ name, problems }) =>
			problems.map(({ line, code, text }) => [name, line, code, importing.lineProblem[code], advice[code], text] as const),
		),
	]);
}
