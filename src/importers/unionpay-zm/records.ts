import type { Encoding } from '../../domain/receipts/reading.ts';
import { splitLines } from '../shared/table/lines.ts';
import { hasRecordShape, RECORD_BYTES } from './fields.ts';

/** A file of records with one character for each byte that it has in gb18030. */
export type RecordText = { readonly text: string; readonly encoding: Encoding };

/**
 * The bytes with one character each: no field that is read holds Chinese text, only its length counts. Saved again as UTF-8 a Chinese
 * character has three bytes, but still fills two places.
 */
export function recordText(bytes: Uint8Array): RecordText {
	const utf8 = saysUtf8(bytes) ? decodeStrictly(bytes) : null;
	if (utf8 !== null) return { text: utf8.replace(BEYOND_ASCII, '??'), encoding: 'utf-8' };
	return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'gb18030' };
}

const BEYOND_ASCII = /[^\p{ASCII}]/gu;

function saysUtf8(bytes: Uint8Array): boolean {
	return bytes.some((byte) => byte >= 0x80);
}

function decodeStrictly(bytes: Uint8Array): string | null {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return null;
	}
}

/** The lines of a file of records; where nothing ends them, pieces of a record's length. */
export function recordLines(text: string): string[] {
	const lines = splitLines(text);
	if (lines.length > 1 || text.length <= RECORD_BYTES) return lines;
	return Array.from({ length: Math.ceil(text.length / RECORD_BYTES) }, (_, i) => text.slice(i * RECORD_BYTES, (i + 1) * RECORD_BYTES));
}

/** The end of the last field that is read; an editor that cuts blanks at line ends leaves at least so much. */
const TRIMMED_LENGTH = 396;

/** Whether the records have lost the blanks at their ends: none has its full length. */
export function areTrimmed(lines: readonly string[]): boolean {
	return !lines.some((line) => line.length >= RECORD_BYTES);
}

/** A line as a record of full length; null where it is none. Where not all records are `trimmed`, a short one is cut off. */
export function recordOf(line: string, trimmed: boolean): string | null {
	const record = line.length > RECORD_BYTES ? line.trimEnd() : line;
	const fits = record.length === RECORD_BYTES || (trimmed && record.length >= TRIMMED_LENGTH && record.length < RECORD_BYTES);
	return (fits || line.length > record.length) && record.length <= RECORD_BYTES && hasRecordShape(record) ? record.padEnd(RECORD_BYTES) : null;
}
