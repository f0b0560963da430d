import type { Encoding } from '../../../domain/receipts/reading.ts';

/** Where a declaration stands, if there is one. */
const DECLARED_WITHIN = 1_000;
/** Head of an XML document, or of an OFX file of version 1. */
const DECLARATIONS = [/^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/i, /^\s*OFXHEADER:[\s\S]*?\bCHARSET:\s*([\w-]+)/i];

const ENCODINGS: readonly (readonly [RegExp, Encoding])[] = [
	[/^utf-?8$/, 'utf-8'],
	// ISO 8859-1 as browsers read it; 8859-15 differs in eight signs that no statement lives by.
	[/^(?:iso-?8859-?1|iso-?8859-?15|latin-?[19]|windows-1252|cp-?1252|1252|8859-1)$/, 'windows-1252'],
	[/^(?:gbk|gb2312|gb-?18030|cp-?936|936)$/, 'gb18030'],
];

/** The encoding that a file names in its own head; null where it names none, or one that is not read here. */
export function declaredEncoding(bytes: Uint8Array): Encoding | null {
	const head = String.fromCharCode(...bytes.subarray(0, DECLARED_WITHIN));
	const name = DECLARATIONS.map((pattern) => pattern.exec(head)?.[1]).find((found) => found !== undefined);
	return ENCODINGS.find(([pattern]) => pattern.test(name?.toLowerCase() ?? ''))?.[1] ?? null;
}
