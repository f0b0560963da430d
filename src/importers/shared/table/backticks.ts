import { splitPlain } from './csv.ts';
import type { Header } from './header.ts';

/**
 * Cells of a line of a WeChat Pay merchant bill: every cell of a data line opens with a backtick, and names may hold commas, so a line
 * is cut at separator and backtick. A spreadsheet that saved the file again puts quotes around cells with commas, or around all; where
 * somebody typed into it, that cell has lost its backtick, and the line is cut at every separator if that gives the header's cells.
 */
export function splitBackticked(line: string, header: Pick<Header, 'delimiter' | 'width'>): readonly string[] {
	const { delimiter, width } = header;
	if (!/^\s*"?`/.test(line)) return splitPlain(line, header);
	const cells = cutAtBackticks(line, delimiter);
	if (cells.length >= width) return cells;
	const plain = splitPlain(line, header);
	return plain.length === width ? plain : cells;
}

function cutAtBackticks(line: string, delimiter: string): string[] {
	if (!line.startsWith('"') && !line.includes(`${delimiter}"`)) return line.split(`${delimiter}\``);
	return line
		.split(new RegExp(`"?${delimiter === '|' ? '\\|' : delimiter}"?\``))
		.map((cell, place, cells) => (place === cells.length - 1 ? cell.replace(/"$/, '') : cell).replace(/^"/, ''));
}
