/** A tag with what stands behind it, up to the next tag; bare `<` and `&` belong to the text. */
export type Tag = { readonly name: string; readonly closes: boolean; readonly value: string; readonly start: number };

const TAG = /<(\/?)([A-Za-z][A-Za-z0-9._]{0,40})>/g;
const CDATA = /<!\[CDATA\[([\s\S]*?)\]\]>/;

/**
 * The tags of a file one by one. Version 1 leaves elements unclosed, and some banks whole lists too, so no tree is built: the next tag
 * ends what stands before it.
 */
export function* ofxTags(text: string): Generator<Tag> {
	const tags = new RegExp(TAG);
	let next = tags.exec(text);
	while (next) {
		const tag = next;
		const from = tags.lastIndex;
		next = tags.exec(text);
		const value = text.slice(from, next?.index ?? text.length);
		yield { name: (tag[2] ?? '').toUpperCase(), closes: tag[1] === '/', value: plainValue(value), start: tag.index };
	}
}

function plainValue(value: string): string {
	const cdata = value.includes('<![CDATA[') ? CDATA.exec(value)?.[1] : undefined;
	return (cdata ?? value).trim();
}
