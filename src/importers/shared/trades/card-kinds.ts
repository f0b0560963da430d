import type { CardKind } from '../../../domain/receipts/receipt.ts';

/** Quasi-credit cards (准贷记卡) and prepaid ones are charged by neither's rate everywhere. */
const NEITHER = /准贷记|预付|prepaid/i;
const WORDS: readonly (readonly [RegExp, CardKind])[] = [
	[/借记|储蓄|\bdebit\b/i, 'debit'],
	[/贷记|信用|\bcredit\b/i, 'credit'],
];

/** What a source says of a card (卡类型, card_funding); undefined where it names neither kind. */
export function cardKindOf(words: string): CardKind | undefined {
	return NEITHER.test(words) ? undefined : WORDS.find(([pattern]) => pattern.test(words))?.[1];
}
