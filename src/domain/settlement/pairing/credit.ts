import type { BankLine } from '../../receipts/statement.ts';
import { dayNumber } from '../batches/sums.ts';
import { type Payer, payerNamedIn } from '../payers.ts';

/** A bank line with what it tells about who paid. */
export type Credit = {
	readonly line: BankLine;
	readonly payer: Payer | null;
	/** Of booking, as the number of the day. */
	readonly day: number;
	/** Everything written about it: capital letters, digits and other characters, without blanks and punctuation. */
	readonly joined: string;
	/** The same with single blanks. */
	readonly spaced: string;
};

/** Lines as the pairing sees them, oldest first; each id once. */
export function creditsOf(lines: readonly BankLine[]): Credit[] {
	const distinct = new Map<string, BankLine>();
	for (const line of lines) {
		const known = distinct.get(line.id);
		if (!known || JSON.stringify({ ...line, line: null }) < JSON.stringify({ ...known, line: null })) distinct.set(line.id, line);
	}
	return [...distinct.values()]
		.sort((a, b) => (a.bookedOn !== b.bookedOn ? (a.bookedOn < b.bookedOn ? -1 : 1) : a.id < b.id ? -1 : 1))
		.map((line) => {
			const written = [line.counterparty, line.reference, line.text].filter((one) => one !== null).join(' ');
			const spaced = written
				.normalize('NFKC')
				.toUpperCase()
				.replace(/[^\p{L}\p{N}]+/gu, ' ')
				.trim();
			const payer = payerNamedIn(line.counterparty ?? '') ?? payerNamedIn(line.text) ?? payerNamedIn(line.reference ?? '');
			return { line, payer, day: dayNumber(line.bookedOn), joined: spaced.replace(/ /g, ''), spaced };
		});
}

/** Shorter numbers stand in a text by chance; of those only "batch 3" is believed. */
const NUMBER_LENGTH_MIN = 6;

/** Whether the bank line repeats one of the numbers of a payout. */
export function names({ joined, spaced }: Credit, numbers: readonly string[]): boolean {
	return numbers.some((number) => {
		const plain = number
			.normalize('NFKC')
			.toUpperCase()
			.replace(/[^\p{L}\p{N}]+/gu, '');
		if (plain.length >= NUMBER_LENGTH_MIN) return joined.includes(plain);
		return /^\d+$/.test(plain) && new RegExp(`(^| )BATCH (NO )?0*${plain}( |$)`).test(spaced);
	});
}
