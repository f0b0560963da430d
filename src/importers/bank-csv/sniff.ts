import { bankHeader } from './header.ts';

/** Lines in which the column names are looked for. */
const LINES_MAX = 200;

export function sniffBankCsv(head: string): number | null {
	let start = 0;
	for (const line of head.split(/\r\n|\n|\r/, LINES_MAX)) {
		if (bankHeader(line)) return start;
		start += line.length;
		start += head.startsWith('\r\n', start) ? 2 : 1;
	}
	return null;
}
