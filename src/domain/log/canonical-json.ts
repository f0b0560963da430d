import { invariant } from '../invariant.ts';

/**
 * One text for one value: keys sorted by UTF-16 code units, no blanks, integers only (RFC 8785 restricted to what
 * entries hold). Texts are normalised to NFC, so that the same word typed on two tablets hashes the same.
 */
export function canonicalJson(value: unknown): string {
	if (value === null || typeof value === 'boolean') return String(value);
	if (typeof value === 'number') {
		invariant(Number.isSafeInteger(value), `only integers can be hashed: ${value}`);
		return String(value);
	}
	if (typeof value === 'string') return JSON.stringify(value.normalize('NFC'));
	if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
	invariant(typeof value === 'object', `cannot be hashed: ${typeof value}`);
	const record = value as Readonly<Record<string, unknown>>;
	const parts: string[] = [];
	for (const key of Object.keys(record).sort()) {
		if (record[key] !== undefined) parts.push(`${JSON.stringify(key)}:${canonicalJson(record[key])}`);
	}
	return `{${parts.join(',')}}`;
}
