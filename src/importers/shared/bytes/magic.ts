/** First bytes of files that are certainly no table in text, whatever their names say. */
const BINARY: readonly (readonly [at: number, bytes: string])[] = [
	[0, '\x89PNG'],
	[0, '\xff\xd8\xff'],
	[0, 'GIF8'],
	[0, 'RIFF'],
	[4, 'ftyp'],
	[0, '%PDF'],
	[0, '7z\xbc\xaf'],
	[0, 'Rar!'],
	[0, 'SQLite'],
];

export function isBinary(bytes: Uint8Array): boolean {
	return BINARY.some(([at, magic]) => startsWith(bytes, magic, at));
}

export function isZip(bytes: Uint8Array): boolean {
	return startsWith(bytes, 'PK\x03\x04') || startsWith(bytes, 'PK\x05\x06');
}

export function isGzip(bytes: Uint8Array): boolean {
	return startsWith(bytes, '\x1f\x8b\x08');
}

/** The container of xls workbooks, and of workbooks behind a password. */
export function isOle(bytes: Uint8Array): boolean {
	return startsWith(bytes, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1');
}

function startsWith(bytes: Uint8Array, magic: string, at = 0): boolean {
	return [...magic].every((char, i) => bytes[at + i] === char.charCodeAt(0));
}
