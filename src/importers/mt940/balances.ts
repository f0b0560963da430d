import type { Currency } from '../../domain/money.ts';
import type { ProblemLog } from '../shared/reading/line-problems.ts';
import { readExact } from '../shared/values/amounts.ts';
import { readShortDay } from './dates.ts';
import type { ReadEntry } from './entry.ts';
import type { Field } from './fields.ts';

/** A balance with its sign, in units of the fifth decimal. */
export type Balance = { readonly exact: bigint; readonly currency: Currency; readonly day: string | null };

const BALANCE = /^([CD])(\d{6})([A-Z]{3}) *(\d[\d.,]*)$/;

/** `C261102EUR5000,`; null where it is none, which is noted. */
export function readBalance(field: Field, log: ProblemLog): Balance | null {
	const parts = BALANCE.exec((field.lines[0] ?? '').trim());
	const size = readExact(parts?.[4]?.replace(',', '.') ?? '');
	if (parts && size !== null) return { exact: parts[1] === 'D' ? -size : size, currency: parts[3] ?? '', day: readShortDay(parts[2] ?? '') };
	log.add({ line: field.line, code: 'amount_unreadable', message: 'This is no balance.' });
	return null;
}

/**
 * Whether opening balance and entries come to the closing balance; null where the message has neither. One that has only the first is cut
 * off, which is noted.
 */
export function balancesAgree(
	message: {
		readonly line: number;
		readonly opening: Balance | null;
		readonly closing: Balance | null;
		readonly entries: readonly ReadEntry[];
		readonly complete: boolean;
	},
	log: ProblemLog,
): boolean | null {
	const { line, opening, closing, entries, complete } = message;
	if (opening && !closing) log.add({ line, code: 'footer_missing', message: 'This statement has no closing balance; the file may be cut off.' });
	if (!opening || !closing) return opening || closing ? false : null;
	return complete && opening.currency === closing.currency && entries.reduce((sum, { exact }) => sum + exact, opening.exact) === closing.exact;
}
