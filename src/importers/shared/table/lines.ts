import type { OnProgress } from '../../../domain/receipts/read-options.ts';

/** The physical lines of a text; CRLF, LF and CR end a line alike. */
export function splitLines(text: string): string[] {
	// By one character first: an expression takes many times as long.
	const lines = text.split('\n');
	if (!text.includes('\r')) return lines;
	const last = lines.length - 1;
	return lines.flatMap((line, place) => {
		const content = place < last && line.endsWith('\r') ? line.slice(0, -1) : line;
		return content.includes('\r') ? content.split('\r') : content;
	});
}

/** A row has some hundred characters; a line beyond this is not taken apart. */
export const LINE_CHARS_MAX = 2_000_000;

/** Whether the text has more lines than a bill of years would. */
export function hasTooManyLines(text: string): boolean {
	let count = 0;
	for (let at = text.indexOf('\n'); at >= 0 && count <= LINES_MAX; at = text.indexOf('\n', at + 1)) count += 1;
	for (let at = text.indexOf('\r'); at >= 0 && count <= LINES_MAX; at = text.indexOf('\r', at + 1)) count += text.charCodeAt(at + 1) === 10 ? 0 : 1;
	return count > LINES_MAX;
}

const LINES_MAX = 1_000_000;

/** Whether nothing but blanks and separators stands in the line; a spreadsheet pads short lines with separators. */
export function isBlankLine(line: string): boolean {
	return !FILLED_START.test(line) && /^[\s,;|"]*$/.test(line);
}

/** How most lines begin; a shortcut past the rest. */
const FILLED_START = /^["`]?[0-9A-Za-z]/;

const STEPS = 40;

/** A function to be called with the number of lines done, which reports progress in about forty steps. */
export function progressOver(total: number, onProgress: OnProgress): (done: number) => void {
	const step = Math.max(1, Math.ceil(total / STEPS));
	return (done) => {
		if (done % step === 0) onProgress(total === 0 ? 1 : Math.min(1, done / total));
	};
}
