import { asReceiptId } from '../domain/ids.ts';
import type { Leg, Receipt } from '../domain/receipts/receipt.ts';

/** A receipt before it has its id; `ownId` is the one that the source itself gave. */
export type ReceiptDraft = Omit<Receipt, 'id' | 'leg' | 'source'> & { readonly ownId?: string };

/**
 * Gives each receipt an id that follows from what it says: its strongest number, kind, time and amount, and, where several
 * agree in all of these, their place in the order of their content. So the same receipt has the same id in every file that
 * carries it and under every order of rows, and legal repetitions stay apart.
 */
export function withIds(drafts: readonly ReceiptDraft[], source: string, leg: Leg): Receipt[] {
	const ids = repeatedIds(drafts.map((draft) => ({ base: draft.ownId ?? `${source}:${baseOf(draft)}`, content: draft })));
	return drafts.map(({ ownId: _, ...receipt }, place) => ({ id: asReceiptId(ids[place] ?? ''), leg, source, ...receipt }));
}

/** The bases themselves, but `#2`, `#3` … behind those that repeat, in the order of their content. */
export function repeatedIds(items: readonly { readonly base: string; readonly content: ReceiptDraft | string }[]): string[] {
	const ids = items.map((item) => item.base);
	for (const places of groupRepeated(ids)) {
		const byContent = places
			.map((place) => ({ place, content: textOf(items[place]?.content) }))
			.sort((a, b) => (a.content < b.content ? -1 : a.content > b.content ? 1 : 0));
		byContent.forEach(({ place }, i) => {
			if (i > 0) ids[place] = `${ids[place]}#${i + 1}`;
		});
	}
	return ids;
}

/** Content is written out only for what repeats. */
function textOf(content: ReceiptDraft | string | undefined): string {
	return typeof content === 'string' ? content : contentOf(content);
}

/** Places of the values that occur more than once. */
function groupRepeated(values: readonly string[]): number[][] {
	const groups = new Map<string, number[]>();
	values.forEach((value, place) => {
		const group = groups.get(value);
		if (group) group.push(place);
		else groups.set(value, [place]);
	});
	return [...groups.values()].filter((group) => group.length > 1);
}

function baseOf(draft: ReceiptDraft): string {
	return `${draft.kind}:${keyOf(draft) ?? digest(contentOf(draft))}:${draft.at}:${draft.amountMinor}`;
}

/** The strongest number of a receipt; null where it has none. */
export function keyOf(draft: ReceiptDraft): string | null {
	if (draft.channelOrderNo !== null) return draft.channelOrderNo;
	if (draft.rrn !== null) return draft.rrn;
	if (draft.merchantOrderNo !== null) return draft.originalRef === null ? draft.merchantOrderNo : `${draft.originalRef}/${draft.merchantOrderNo}`;
	if (draft.traceNo !== null) return `${draft.terminalId ?? ''}/${draft.batchNo ?? ''}/${draft.traceNo}`;
	return null;
}

/** Everything that a receipt says, without the place where it stood, in a fixed order. */
export function contentOf(draft: ReceiptDraft | undefined): string {
	if (!draft) return '';
	const { ownId: _, line: __, ...said } = draft;
	return JSON.stringify(Object.entries(said).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A short name for a long content: two 32-bit sums over its characters. Rows of one file are told apart by it, nothing is secured. */
function digest(text: string): string {
	let low = 0x811c9dc5;
	let high = 0x9e3779b9;
	for (let i = 0; i < text.length; i++) {
		const code = text.charCodeAt(i);
		low = Math.imul(low ^ code, 0x01000193);
		high = Math.imul(high ^ code, 0x5bd1e995) + low;
	}
	return [low, high].map((part) => (part >>> 0).toString(16).padStart(8, '0')).join('');
}
