/** The byte order mark by which spreadsheets know UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';
/** A cell that a spreadsheet would take for a formula; plain signed numbers are none. */
const FORMULA = /^[\s\0]*[=+\-@\t\r＝＋－＠]/;
const PLAIN_NUMBER = /^[+-]?\d+(\.\d+)?$/;

/** Rows as a CSV file that opens well in a spreadsheet: UTF-8 with mark, CRLF, and no cell that could run as a formula. */
export function toCsv(rows: readonly (readonly (string | number | null)[])[]): string {
	return BYTE_ORDER_MARK + rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: string | number | null): string {
	const text = value === null ? '' : String(value);
	const safe = FORMULA.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
	return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
