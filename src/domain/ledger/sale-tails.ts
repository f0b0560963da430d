import type { Sale } from './sale.ts';

/** A number is found by its last characters, if a person gives at least so many. */
export const TAIL_LENGTH_MIN = 3;
/** Longer tails are compared with the whole number after the index was asked for this many characters. */
export const TAIL_LENGTH_INDEXED = 4;

/** Every number that a sale carries, as it is compared: upper case, without blanks. */
export function numbersOf(sale: Sale): string[] {
	const found = [...Object.values(sale.keys), sale.paperSlipNo];
	return found.flatMap((text) => (text === null || comparable(text) === '' ? [] : [comparable(text)]));
}

/** What the index holds for a sale: of each number its last three and its last four characters. */
export function tailsOf(sale: Sale): string[] {
	const tails = new Set<string>();
	for (const number of numbersOf(sale)) {
		if (number.length >= TAIL_LENGTH_MIN) tails.add(number.slice(-TAIL_LENGTH_MIN));
		if (number.length >= TAIL_LENGTH_INDEXED) tails.add(number.slice(-TAIL_LENGTH_INDEXED));
	}
	return [...tails];
}

/** Upper case without blanks and hyphens, so that "ab 12" finds "AB12". */
export function comparable(text: string): string {
	return text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
}
