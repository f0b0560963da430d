import type { Details } from './details.ts';
import { isReference } from './references.ts';
import { kindAndPurpose } from './words.ts';

/** Three digits of the kind of business, then fields of two digits, each behind a separator that the bank chooses. */
const LAYOUT = /^(?:\d{3}([?<>~^|@])|(\?))(?=(?:00|1\d|2\d|3\d|6[0-3]))/;
/** A field of this length was broken by its length, and goes on in the next one. */
const FULL_FIELD = 27;
const PURPOSE = /^(?:2\d|6[0-3])$/;
const SEPA_CODE = /^(?:EREF|KREF|MREF|CRED|DEBT|COAM|OAMT|SVWZ|ABWA|ABWE|IBAN|BIC|PURP|ANAM|RREF)[+:]/;
const END_TO_END = /(?:^| )EREF[+:] ?(.*?)(?= (?:KREF|MREF|CRED|DEBT|COAM|OAMT|SVWZ|ABWA|ABWE|IBAN|BIC|PURP|ANAM|RREF)[+:]|$)/;

/** `166?00GUTSCHRIFT?20EREF+…?32NAME`; null where the text is laid out otherwise. */
export function readGermanFields(text: string): Details | null {
	const layout = LAYOUT.exec(text);
	const separator = layout?.[1] ?? layout?.[2];
	if (separator === undefined) return null;
	const fields = text
		.slice(text.indexOf(separator) + 1)
		.split(separator)
		.map((field) => ({ code: field.slice(0, 2), value: field.slice(2) }));
	const purpose = joinFields(fields.filter(({ code }) => PURPOSE.test(code)).map(({ value }) => value));
	const name = joinFields(fields.filter(({ code }) => code === '32' || code === '33').map(({ value }) => value)).join(' ');
	const kind = fields.find(({ code }) => code === '00')?.value.trim() ?? '';
	const endToEnd = purpose.map((piece) => END_TO_END.exec(piece)?.[1]?.trim()).find((id) => id !== undefined && isReference(id));
	return { counterparty: name || null, endToEnd: endToEnd ?? null, text: kindAndPurpose(kind, purpose.join(' ')) };
}

/** Fields as pieces that belong together: what was broken by its length alone is one again. */
function joinFields(values: readonly string[]): string[] {
	const pieces: string[] = [];
	let full = false;
	for (const value of values) {
		if (full && !SEPA_CODE.test(value)) pieces.push(`${pieces.pop() ?? ''}${value}`);
		else pieces.push(value);
		full = value.length >= FULL_FIELD;
	}
	return pieces.map((piece) => piece.replace(/\s+/g, ' ').trim()).filter((piece) => piece !== '');
}
