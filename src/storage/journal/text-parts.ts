import type { JournalLine } from './journal.ts';

/** Pages of one part: writing out more of them at once would hold up the page that they are written from. */
const PAGES_TOGETHER = 8;

/** The JSON text of an intent in parts of some hundred kilobytes; joined they are one object, whose packed pages stand last in each batch. */
export function* textParts({ entries, batches }: Extract<JournalLine, { readonly kind: 'intent' }>): Generator<string> {
	yield `{"kind":"intent","entries":${JSON.stringify(entries)},"batches":[`;
	for (const [place, { packed, ...batch }] of batches.entries()) {
		const text = `${place === 0 ? '' : ','}${JSON.stringify(batch)}`;
		if (!packed) {
			yield text;
			continue;
		}
		yield `${text.slice(0, -1)},"packed":[`;
		for (let from = 0; from < packed.length; from += PAGES_TOGETHER) {
			const pages = JSON.stringify(packed.slice(from, from + PAGES_TOGETHER));
			yield `${from === 0 ? '' : ','}${pages.slice(1, -1)}`;
		}
		yield ']}';
	}
	yield ']}';
}
