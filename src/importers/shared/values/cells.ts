/**
 * What stands in a cell without what spreadsheets and exports put around it: blanks, tabs and NBSP, one pair of quotes,
 * `="…"`, a leading backtick or apostrophe.
 */
export function cleanCell(cell: string): string {
	return isClean(cell) ? cell : stripped(cell);
}

/** What most cells are: a shortcut past the rest. */
function isClean(cell: string): boolean {
	const last = cell.length - 1;
	return last < 0 || (isInner(cell.charCodeAt(0)) && (last === 0 || isInner(cell.charCodeAt(last))));
}

/** Whether a letter, digit or sign of ASCII or a Chinese character, and none of `" ' = \``, which spreadsheets put around cells. */
function isInner(code: number): boolean {
	if (code > 0x7e) return code >= 0x4e00 && code <= 0x9fff;
	return code > 0x20 && code !== 0x22 && code !== 0x27 && code !== 0x3d && code !== 0x60;
}

function stripped(cell: string): string {
	let text = cell.trim();
	if (text.length > 1 && text.startsWith('"') && text.endsWith('"')) text = text.slice(1, -1).replaceAll('""', '"').trim();
	if (text.startsWith('="') && text.endsWith('"')) text = text.slice(2, -1);
	if (text.startsWith('`') || text.startsWith("'")) text = text.slice(1);
	return text.trim();
}

/** In Chinese exports a dash or a slash alone means that there is nothing. */
export function isDash(text: string): boolean {
	return text === '-' || text === '/' || text === '--';
}

/** Numbers of orders and terminals are shorter; anything longer is no reference. */
const REFERENCE_LENGTH_MAX = 100;
/** What a spreadsheet leaves of a long number. */
const SCIENTIFIC = /^-?\d([.,]\d+)?E\+?\d+$/i;

export type Reference = { readonly value: string | null; readonly damaged: boolean };

const NOTHING: Reference = { value: null, damaged: false };
const DAMAGED: Reference = { value: null, damaged: true };

/** A clean cell as a reference: kept whole, null where empty, `damaged` where its digits are lost (rule 11). */
export function readReference(text: string): Reference {
	if (text === '' || isDash(text)) return NOTHING;
	if (text.length > REFERENCE_LENGTH_MAX || holdsLostCharacter(text)) return DAMAGED;
	return text.length < 24 && SCIENTIFIC.test(text) ? DAMAGED : { value: text, damaged: false };
}

/** Whether something could not be decoded (U+FFFD) or was zeroed out. */
export function holdsLostCharacter(text: string): boolean {
	return text.includes('\ufffd') || text.includes('\0');
}
