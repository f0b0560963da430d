import { crc32c } from './crc32c.ts';

/** Length and checksum in eight hexadecimal digits each, each followed by a blank. */
const HEADER_LENGTH = 18;
const LINE_FEED = 10;

/** A line as it stands in a segment: `length crc32c text\n`, where the length counts the UTF-8 bytes of the text. */
export function encodeLine(text: string): Uint8Array {
	// A character takes at most three bytes; encoding in place spares a copy of a line that may have megabytes.
	const room = new Uint8Array(HEADER_LENGTH + text.length * 3 + 1);
	const { written } = new TextEncoder().encodeInto(text, room.subarray(HEADER_LENGTH));
	const end = HEADER_LENGTH + written;
	const header = `${hex(written)} ${hex(crc32c(room.subarray(HEADER_LENGTH, end)))} `;
	room.set(new TextEncoder().encode(header));
	room[end] = LINE_FEED;
	return room.subarray(0, end + 1);
}

export type DecodedLines = { readonly texts: readonly string[]; readonly damaged: number };

/**
 * Reads all lines that are whole. `midway`: the bytes begin somewhere inside a line. An unfinished last line is no damage:
 * it was never acknowledged. After a garbled line reading goes on behind the next line feed, which texts never contain.
 */
export function decodeLines(bytes: Uint8Array, midway = false): DecodedLines {
	const texts: string[] = [];
	let damaged = 0;
	let at = midway ? afterLineFeed(bytes, 0) : 0;
	while (at < bytes.length) {
		const line = lineAt(bytes, at);
		if (line) {
			texts.push(line.text);
			at = line.end;
			continue;
		}
		const next = afterLineFeed(bytes, at);
		const unfinished = next === bytes.length && bytes[bytes.length - 1] !== LINE_FEED;
		// A lone line feed ends the torn line that a crash left before it.
		if (!unfinished && next > at + 1) damaged += 1;
		at = next;
	}
	return { texts, damaged };
}

function lineAt(bytes: Uint8Array, at: number): { readonly text: string; readonly end: number } | null {
	const header = /^([0-9a-f]{8}) ([0-9a-f]{8}) $/.exec(latin(bytes.subarray(at, at + HEADER_LENGTH)));
	if (!header) return null;
	const from = at + HEADER_LENGTH;
	const to = from + Number.parseInt(header[1] ?? '', 16);
	if (to >= bytes.length || bytes[to] !== LINE_FEED) return null;
	const body = bytes.subarray(from, to);
	return crc32c(body) === Number.parseInt(header[2] ?? '', 16) ? { text: new TextDecoder().decode(body), end: to + 1 } : null;
}

function afterLineFeed(bytes: Uint8Array, at: number): number {
	const found = bytes.indexOf(LINE_FEED, at);
	return found < 0 ? bytes.length : found + 1;
}

function latin(bytes: Uint8Array): string {
	return String.fromCharCode(...bytes);
}

function hex(value: number): string {
	return value.toString(16).padStart(8, '0');
}
