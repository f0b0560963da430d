import type { OnProgress } from '../domain/receipts/read-options.ts';

/** The physical lines of a text; CRLF, LF and CR end a line alike. */
export function splitLines(text: string): string[] {
	return text.split(/\r\n|\n|\r/);
}

/** Whether nothing but blanks and separators stands in the line; a spreadsheet pads short lines with separators. */
export function isBlankLine(line: string): boolean {
	return /^[\s,;"]*$/.test(line);
}

const STEPS = 40;

/** A function to be called with the number of lines done, which reports progress in about forty steps. */
export function progressOver(total: number, onProgress: OnProgress): (done: number) => void {
	const step = Math.max(1, Math.ceil(total / STEPS));
	return (done) => {
		if (done % step === 0) onProgress(total === 0 ? 1 : Math.min(1, done / total));
	};
}
