import { last4Of } from '../../../domain/card-numbers.ts';
import { isTender, type Tender } from '../../../domain/ledger/tender.ts';
import type { Currency, Minor } from '../../../domain/money.ts';
import { parseIso, type Stamp } from '../../../domain/time.ts';
import { type Note, type ProblemLog, quoted } from '../reading/line-problems.ts';
import { amountOf } from './rows.ts';
import { cellOf, type Row } from './tables.ts';

/** What both canonical tables have in common. */

/** An ISO 8601 instant with its offset; null where it is none, which is noted. */
export function instantOf(row: Row, name: string, note: Note): Stamp | null {
	const text = cellOf(row, name);
	const stamp = parseIso(text);
	if (!stamp) note('time_unreadable', `${name}: no ISO 8601 instant with an offset (${quoted(text)}).`);
	return stamp;
}

/** One of the words that the column may hold; null for another, which is noted. */
export function wordOf<Word extends string>(row: Row, name: string, { words, note }: { words: readonly Word[]; note: Note }): Word | null {
	const text = cellOf(row, name);
	const word = words.find((known) => known === text) ?? null;
	if (word === null) note('kind_unknown', text === '' ? `${name} is empty.` : `${name}: ${quoted(text)} is not known.`);
	return word;
}

/** An amount that may not be negative, because the kind gives the sign; null where it is or cannot be read, which is noted. */
export function unsignedAmountOf(row: Row, name: string, money: { currency: Currency; note: Note }): Minor | null {
	const amount = amountOf(row, name, money);
	if (amount === null || amount >= 0) return amount;
	money.note('amount_unreadable', `${name}: less than nothing; the kind gives the sign.`);
	return null;
}

/** Null where empty, or not known, which is noted. */
export function tenderOf(row: Row, note: Note): Tender | null {
	const text = cellOf(row, 'tender');
	if (text === '' || isTender(text)) return text === '' ? null : text;
	note('kind_unknown', `tender: ${quoted(text)} is not known.`);
	return null;
}

/** The last four digits, also of a whole card number; null where empty, or no such digits, which is noted. */
export function last4CellOf(row: Row, note: Note): string | null {
	const text = cellOf(row, 'last4');
	const last4 = last4Of(text);
	if (last4 === null && text !== '') note('id_damaged', 'last4: not the last digits of a card.');
	return last4;
}

/** A row with what decides which of several under one id is kept. */
export type Identified<T> = {
	readonly row: T;
	readonly id: string | null;
	readonly line: number;
	readonly at: number;
	readonly amountMinor: Minor;
	readonly content: () => string;
};

/**
 * One row for each id, whatever their order in the file: of equal rows the first; of different ones that which comes first by
 * time, amount and content, while each other content becomes an `id_conflict`. Rows without an id are all kept.
 */
export function keepOnePerId<T>(items: readonly Identified<T>[], log: ProblemLog): T[] {
	const kept = new Map<string, Identified<T>>();
	for (const item of items) {
		const other = item.id === null ? undefined : kept.get(item.id);
		if (item.id !== null && (!other || comesBefore(item, other))) kept.set(item.id, item);
	}
	return items.flatMap((item) => {
		const winner = item.id === null ? item : kept.get(item.id);
		if (!winner || winner === item) return [item.row];
		if (winner.content() !== item.content())
			log.add({ line: item.line, code: 'id_conflict', message: `The id stands on line ${winner.line} with other content, which counts.`, text: item.id ?? '' });
		return [];
	});
}

function comesBefore<T>(a: Identified<T>, b: Identified<T>): boolean {
	if (a.at !== b.at) return a.at < b.at;
	if (a.amountMinor !== b.amountMinor) return a.amountMinor < b.amountMinor;
	return a.content() < b.content();
}
