import { parseQuoted } from './csv.ts';
import type { Header } from './header.ts';

/** Cells of a line that ends with a separator although its header does not: empty ones beyond the header's width are left out. */
export function splitTrailing(line: string, { delimiter, width }: Header): readonly string[] | null {
	const cells = line.includes('"') ? parseQuoted(line, delimiter) : line.split(delimiter);
	if (!cells) return null;
	const last = cells.findLastIndex((cell) => cell.trim() !== '');
	return cells.slice(0, Math.max(width, last + 1));
}
