import type { Evidence } from '../domain/matching/outcome.ts';
import { type Currency, formatMajor } from '../domain/money.ts';

/** What one piece of evidence says, as an English phrase. */
export function evidencePhrase({ field, relation, facts }: Evidence, currency: Currency): string {
	const fact = (name: string) => Number(facts?.[name] ?? 0);
	switch (field) {
		case 'time':
			return timePhrase(relation, fact('seconds'), fact('clockSeconds'));
		case 'amount':
			return amountPhrase(relation, fact('differenceMinor'), { parts: fact('parts'), currency });
		case 'tip':
			return `known tip of ${formatMajor(fact('tipMinor'), currency)} taken off`;
		case 'decision':
			return relation === 'confirmed' ? 'confirmed by a person' : 'too many equal rows to weigh every pairing';
		case 'leg':
			return relation === 'both' ? 'on the terminal and at the provider' : 'only the provider has it';
		case 'refund':
			return relation === 'same_original' ? 'refund of the same sale' : 'refund of another sale';
		default:
			return KEY_PHRASES[relation] ?? relation;
	}
}

function timePhrase(relation: string, seconds: number, clockSeconds: number): string {
	const apart = relation === 'together' ? 'at the same second' : `${seconds} s ${relation}`;
	return clockSeconds === 0 ? apart : `${apart}, clock corrected by ${clockSeconds} s`;
}

function amountPhrase(relation: string, differenceMinor: number, { parts, currency }: { readonly parts: number; readonly currency: Currency }): string {
	if (relation === 'parts_add_up') return `${parts} payments add up`;
	if (relation === 'sales_add_up') return `${parts} sales add up`;
	const phrase = AMOUNT_PHRASES[relation] ?? relation;
	if (differenceMinor === 0) return phrase;
	return `${phrase}, ${formatMajor(Math.abs(differenceMinor), currency)} ${differenceMinor < 0 ? 'less' : 'more'} received than logged`;
}

const AMOUNT_PHRASES: Readonly<Record<string, string>> = {
	equal: 'equal',
	equal_without_tip: 'equal without the tip',
	digit_wrong: 'one digit apart',
	digits_swapped: 'two digits swapped',
	decimal_slip: 'decimal point moved',
	tip_like: 'more by what may be a tip',
	differs: 'differs',
};

const KEY_PHRASES: Readonly<Record<string, string>> = {
	equal: 'equal',
	tail: 'ends alike',
	swapped: 'two characters swapped',
	one_off: 'one character apart',
	differs: 'differs',
};
