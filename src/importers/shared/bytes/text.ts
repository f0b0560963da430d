import type { Encoding } from '../../../domain/receipts/reading.ts';
import { declaredEncoding } from './declared-encoding.ts';

/** So much of a file's beginning is looked at to find out its format and encoding. */
const HEAD_BYTES = 128 * 1024;

/** A file as text and what was recognised in it. `cut`: the file ends within a character. */
export type DecodedText<T> = { readonly text: string; readonly encoding: Encoding; readonly cut: boolean; readonly recognised: T };

/**
 * Decodes a file: by its byte order mark; else as UTF-8 if all of it is; else in the encoding that it declares itself, or in the first
 * under which `recognise` knows the beginning, because bytes alone do not tell GBK from windows-1252.
 * Bytes without a meaning in the encoding show as U+FFFD. Null where nothing is recognised.
 */
export function decodeText<T>(bytes: Uint8Array, recognise: (head: string, encoding: Encoding) => T | null): DecodedText<T> | null {
	for (const { encoding, content, cut } of candidates(bytes)) {
		const known = typeof content === 'string';
		const recognised = recognise(known ? content.slice(0, HEAD_BYTES) : decode(content.subarray(0, HEAD_BYTES), encoding), encoding);
		if (recognised !== null) return { text: known ? content : decode(content, encoding), encoding, cut, recognised };
	}
	return null;
}

/** The bytes, or the text where it had to be decoded to know. */
type Candidate = { readonly encoding: Encoding; readonly content: Uint8Array | string; readonly cut: boolean };

function candidates(bytes: Uint8Array): Candidate[] {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) {
		const whole = bytes.length - (bytes.length % 2);
		return [{ encoding: 'utf-16le', content: bytes.subarray(0, whole), cut: whole < bytes.length }];
	}
	const utf8 = strictUtf8(bytes);
	if (utf8 !== null) return [{ encoding: 'utf-8', content: utf8, cut: false }];
	const cut = strictUtf8(withoutCutCharacter(bytes));
	if (cut !== null) return [{ encoding: 'utf-8', content: cut, cut: true }];
	const as = (encoding: Encoding): Candidate => ({ encoding, content: bytes, cut: false });
	const declared = declaredEncoding(bytes);
	return declared
		? [
				as(declared),
				...guesses(bytes)
					.filter((encoding) => encoding !== declared)
					.map(as),
			]
		: guesses(bytes).map(as);
}

/** The encodings that the bytes may be in, the likeliest first. */
function guesses(bytes: Uint8Array): Encoding[] {
	const head = bytes.subarray(0, HEAD_BYTES);
	if (hasUtf8Mark(bytes) || isMostlyUtf8(head)) return ['utf-8', 'gb18030', 'windows-1252'];
	return comesInPairs(head) ? ['gb18030', 'windows-1252', 'utf-8'] : ['windows-1252', 'gb18030', 'utf-8'];
}

/** Null where some byte has no meaning in UTF-8. */
function strictUtf8(bytes: Uint8Array): string | null {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return null;
	}
}

function hasUtf8Mark(bytes: Uint8Array): boolean {
	return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

/** The bytes without the last character, whole or not. */
function withoutCutCharacter(bytes: Uint8Array): Uint8Array {
	let end = bytes.length;
	while (end > bytes.length - 3 && end > 0 && ((bytes[end - 1] ?? 0) & 0xc0) === 0x80) end -= 1;
	return bytes.subarray(0, Math.max(0, end - 1));
}

/** Whether the bytes are UTF-8 with some damage: few of the characters beyond ASCII are unreadable. */
function isMostlyUtf8(head: Uint8Array): boolean {
	let beyond = 0;
	let lost = 0;
	for (const char of decode(head, 'utf-8')) {
		if (char > '\u007f') beyond += 1;
		if (char === '\ufffd') lost += 1;
	}
	return lost * 4 < beyond;
}

/**
 * Whether high bytes come in pairs as in Chinese characters. The letters of windows-1252 mostly stand alone, and two small ones in a row
 * (`Größe`) would be a character that hardly any text holds.
 */
function comesInPairs(head: Uint8Array): boolean {
	let pairs = 0;
	let alone = 0;
	for (let i = 0; i < head.length; i++) {
		const lead = head[i] ?? 0;
		if (lead < 0x80) continue;
		const paired = (head[i + 1] ?? 0) >= 0x80;
		if (paired && lead < RARE_FROM) pairs += 1;
		else alone += 1;
		if (paired) i += 1;
	}
	return pairs >= alone;
}

/** From this first byte on GB 2312 holds its second level: rare characters. */
const RARE_FROM = 0xd8;

function decode(bytes: Uint8Array, encoding: Encoding): string {
	return new TextDecoder(encoding).decode(bytes);
}
