import type { Header } from '../shared/table/header.ts';

/**
 * Every cell of a data line opens with a backtick, and names may hold commas, so a line is cut at separator and backtick.
 * A spreadsheet that saved the file again puts quotes around cells with commas, or around all.
 */
export function splitBackticked(line: string, header: Pick<Header, 'delimiter'>): string[] {
	const { delimiter } = header;
	if (!/^\s*"?`/.test(line)) return line.split(delimiter);
	if (!line.startsWith('"') && !line.includes(`${delimiter}"`)) return line.split(`${delimiter}\``);
	return line
		.split(new RegExp(`"?${delimiter}"?\``))
		.map((cell, place, cells) => (place === cells.length - 1 ? cell.replace(/"$/, '') : cell).replace(/^"/, ''));
}
