import Papa from 'papaparse';

export type Cells = Readonly<Record<string, string>>;

/** A CSV file under the names of `usual`, whose cells stand where a row gives none; names that only a row gives are added behind. */
export function csvOf(usual: Cells, rows: readonly Cells[], delimiter = ','): string {
	const names = [...new Set([...Object.keys(usual), ...rows.flatMap((row) => Object.keys(row))])];
	return Papa.unparse([names, ...rows.map((row) => names.map((name) => row[name] ?? usual[name] ?? ''))], { delimiter });
}
