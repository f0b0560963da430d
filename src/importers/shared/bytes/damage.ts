import type { LineProblem } from '../../../domain/receipts/reading.ts';
import { inLineOrder, problemLog, wordlessLine } from '../reading/line-problems.ts';
import { splitLines } from '../table/lines.ts';
import { holdsLostCharacter } from '../values/cells.ts';
import type { DecodedText } from './text.ts';
import type { Sheet } from './workbook.ts';

/** Lines with lost characters that are named one by one; of more only the number is said. */
const LINES_NAMED_MAX = 200;

/** The bill with a problem for every line that holds bytes without a meaning, and for a file that ends within a character. */
export function noteDamage<Reading extends { readonly problems: readonly LineProblem[] }>(
	bill: Reading,
	{ text, cut, encoding }: DecodedText<unknown>,
): Reading {
	if (!cut && !holdsLostCharacter(text)) return bill;
	const log = problemLog();
	const lines = splitLines(text).flatMap((line, i) => (holdsLostCharacter(line) ? [{ line: i + 1, text: () => wordlessLine(line) }] : []));
	const message = `Some characters of this line are lost: its bytes have no meaning in ${encoding}.`;
	for (const line of lines.slice(0, LINES_NAMED_MAX)) log.add({ ...line, code: 'encoding_damaged', message });
	if (lines.length > LINES_NAMED_MAX) log.add({ line: null, code: 'encoding_damaged', message: `${lines.length} lines hold lost characters.` });
	if (cut) log.add({ line: null, code: 'file_truncated', message: 'The file ends in the middle of a character.' });
	return { ...bill, problems: inLineOrder([...bill.problems, ...log.all()]) };
}

/**
 * The bill with a problem for every row in which a formula stands: providers write values, so somebody has worked in the file.
 * What the formula last came to was read.
 */
export function noteFormulas<Reading extends { readonly problems: readonly LineProblem[] }>(bill: Reading, { formulaRows }: Sheet): Reading {
	if (formulaRows.length === 0) return bill;
	const log = problemLog();
	const message = 'A formula stands in this row where a provider writes a value; what it last came to was read.';
	for (const line of formulaRows.slice(0, LINES_NAMED_MAX)) log.add({ line, code: 'formula_cell', message });
	if (formulaRows.length > LINES_NAMED_MAX) log.add({ line: null, code: 'formula_cell', message: `${formulaRows.length} rows hold formulas.` });
	return { ...bill, problems: inLineOrder([...bill.problems, ...log.all()]) };
}
