import { XMLParser } from 'fast-xml-parser';
import { decodeEntities } from '../shared/values/entities.ts';

/** Elements by their names without prefix; what is declared in the file is never expanded, and nothing is turned into numbers. */
const PARSER = new XMLParser({
	ignoreAttributes: false,
	attributeNamePrefix: '@',
	removeNSPrefix: true,
	trimValues: false,
	parseTagValue: false,
	parseAttributeValue: false,
	processEntities: false,
	ignoreDeclaration: true,
	ignorePiTags: true,
});

/** A batch of some thousand payments has this much text; anything larger is no entry. */
const TEXT_MAX = 8 * 1024 * 1024;

/** An element with its parts. */
export type Element = Readonly<Record<string, unknown>>;

/** The content of a piece of XML, which may have several roots; null where it is none, or too large. */
export function parseXml(text: string): Element | null {
	if (text.length > TEXT_MAX) return null;
	try {
		const parsed: unknown = PARSER.parse(`<piece>${text}</piece>`);
		const piece = isElement(parsed) ? parsed.piece : null;
		return isElement(piece) ? piece : null;
	} catch {
		return null;
	}
}

/** The elements at the end of a path, through every branch of it. */
export function elementsAt(element: Element, ...path: string[]): Element[] {
	return valuesAt(element, path).filter(isElement);
}

/** The text of the elements at the end of a path, blanks made single; empty ones are left out. */
export function textsAt(element: Element, ...path: string[]): string[] {
	return valuesAt(element, path).flatMap((value) => {
		const raw = isElement(value) ? value['#text'] : value;
		const text = typeof raw === 'string' ? decodeEntities(raw).replace(/\s+/g, ' ').trim() : '';
		return text === '' ? [] : [text];
	});
}

/** The first of these texts; null where there is none. */
export function textAt(element: Element, ...path: string[]): string | null {
	return textsAt(element, ...path)[0] ?? null;
}

function valuesAt(element: Element, path: readonly string[]): unknown[] {
	let found: unknown[] = [element];
	for (const name of path) {
		found = found.flatMap((value) => {
			const next = isElement(value) && Object.hasOwn(value, name) ? value[name] : undefined;
			return Array.isArray(next) ? next : next === undefined ? [] : [next];
		});
	}
	return found;
}

function isElement(value: unknown): value is Element {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
