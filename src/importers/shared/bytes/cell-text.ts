/** What a cell of a workbook may hold. */
export type CellValue = string | number | boolean | Date | null;

/** Numbers with more digits lose them in a workbook. */
const SAFE_DIGITS = 15;
/** A spreadsheet's days begin at the end of 1899; before this a date is a time of day alone. */
const FIRST_DATE = Date.UTC(1901, 0, 1);

/**
 * A cell as a text file would show it: numbers without the noise of binary fractions, in scientific notation where digits are
 * lost, so that they are recognised as damaged; dates as `2026-11-02 10:19:10`, a time of day alone as `10:19:10`.
 */
export function cellText(value: CellValue): string {
	if (value === null) return '';
	if (typeof value === 'string') return value.replace(/[\t\r\n]+/g, ' ');
	if (typeof value === 'number') return numberText(value);
	if (value instanceof Date) return dateText(value);
	return value ? 'TRUE' : 'FALSE';
}

function numberText(value: number): string {
	if (!Number.isFinite(value)) return '';
	if (Math.abs(value) >= 10 ** SAFE_DIGITS) return value.toExponential().toUpperCase();
	const rounded = Number(value.toPrecision(SAFE_DIGITS));
	const plain = String(rounded);
	return plain.includes('e') ? rounded.toFixed(12).replace(/\.?0+$/, '') : plain;
}

function dateText(value: Date): string {
	const time = value.getTime();
	if (Number.isNaN(time)) return '';
	// Fractions of a day are not exact to the millisecond.
	const iso = new Date(Math.floor((time + 1) / 1000) * 1000).toISOString();
	return time < FIRST_DATE ? iso.slice(11, 19) : `${iso.slice(0, 10)} ${iso.slice(11, 19)}`;
}
