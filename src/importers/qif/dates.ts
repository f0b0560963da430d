import type { ProblemLog } from '../shared/reading/line-problems.ts';
import { type DayOrder, dayOrderOf } from '../shared/values/local-dates.ts';

/** `11/ 3'26` as `11/3/26`: blanks fill up, an apostrophe stands before years from 2000 on. */
export function plainDate(text: string): string {
	const plain = text.replace(/\s+/g, '');
	const separator = /[./-]/.exec(plain)?.[0] ?? '/';
	return plain.replace("'", separator);
}

/** The order of day and month of the whole file; where nothing settles it, month first, which is noted. */
export function qifDayOrder(dates: readonly string[], log: ProblemLog): DayOrder {
	const order = dayOrderOf(dates);
	if (order === null && dates.length > 0)
		log.add({ line: null, code: 'date_order_assumed', message: 'The dates do not tell day and month apart; the month is taken to stand first.' });
	return order ?? 'mdy';
}
