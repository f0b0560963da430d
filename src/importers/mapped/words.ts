import { type BillMapping, wordKey } from '../../domain/receipts/bill-mapping.ts';

/** The words of a mapping, ready to be looked up. */
export type WordLists = { readonly [K in keyof BillMapping['words']]: ReadonlyMap<string, BillMapping['words'][K][string]> };

export function wordLists({ words }: Pick<BillMapping, 'words'>): WordLists {
	return { kind: byKey(words.kind), status: byKey(words.status), tender: byKey(words.tender) };
}

function byKey<T>(words: Readonly<Record<string, T>>): ReadonlyMap<string, T> {
	return new Map(Object.entries(words).map(([word, meaning]) => [wordKey(word), meaning]));
}

/** What the word of a cell means; undefined where the mapping does not say. */
export function meaningOf<T>(words: ReadonlyMap<string, T>, cell: string): T | undefined {
	return words.get(wordKey(cell));
}
