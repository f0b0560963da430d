import type { ProblemLog } from '../shared/reading/line-problems.ts';
import { type DayOrder, dayOrderOf, readLocalDay } from '../shared/values/local-dates.ts';
import { readDay } from '../shared/values/times.ts';

/** The first three letters of the months in English and, where they differ, German, French, Dutch, Spanish, Italian. */
const MONTHS: Readonly<Record<string, number>> = {
	...{ jan: 1, ene: 1, gen: 1, feb: 2, fév: 2, fev: 2, mar: 3, mär: 3, mrz: 3, maa: 3, mrt: 3, apr: 4, avr: 4, abr: 4, may: 5, mai: 5, mei: 5, mag: 5 },
	...{
		jun: 6,
		jui: 6,
		giu: 6,
		jul: 7,
		lug: 7,
		aug: 8,
		aoû: 8,
		ago: 8,
		sep: 9,
		set: 9,
		oct: 10,
		okt: 10,
		ott: 10,
		out: 10,
		nov: 11,
		dec: 12,
		dez: 12,
		déc: 12,
		dic: 12,
	},
};
const DAY_MONTH = /^(\d{1,2})[ .\-/]*(\p{L}{3,10})\.?[ \-/,]*(\d{4}|\d{2})(?!\d)/u;
const MONTH_DAY = /^(\p{L}{3,10})\.? (\d{1,2}),? (\d{4})(?!\d)/u;

/** The day of a cell without a time of day, months in letters as numbers: `3 Nov 2026` as `3.11.2026`. */
export function plainDay(cell: string): string {
	const lettered = DAY_MONTH.exec(cell);
	const monthFirst = lettered ? null : MONTH_DAY.exec(cell);
	const month = MONTHS[(lettered?.[2] ?? monthFirst?.[1] ?? '').toLowerCase().slice(0, 3)];
	if (month !== undefined) return `${lettered?.[1] ?? monthFirst?.[2]}.${month}.${lettered?.[3] ?? monthFirst?.[3]}`;
	if (/^\d{14}$/.test(cell)) return cell.slice(0, 8);
	const [first = '', second = ''] = cell.split(/[\sT]+/);
	// A blank may stand within the date: `2026年11月 3日`.
	return /\d年\d{1,2}月$/.test(first) ? first + second : first.replace(/,$/, '');
}

/** How a file writes its days; `assumed` where nothing settles it. */
export type Days = { readonly read: (cell: string) => string | null };

/** The order of day and month by all dates of the file; where nothing settles it, as people with this currency write, which is noted. */
export function daysOf(cells: readonly string[], monthFirst: boolean, log: ProblemLog): Days {
	const open = [...new Set(cells.map(plainDay))].filter((text) => text !== '' && readDay(text) === null);
	const settled = open.length === 0 ? 'ymd' : dayOrderOf(open);
	const order: DayOrder = settled ?? (monthFirst ? 'mdy' : 'dmy');
	if (settled === null && open.some((text) => readLocalDay(text, order) !== null)) {
		const first = order === 'mdy' ? 'month' : 'day';
		log.add({ line: null, code: 'date_order_assumed', message: `The dates do not tell day and month apart; the ${first} is taken to stand first.` });
	}
	return { read: (cell) => readLocalDay(plainDay(cell), order) };
}
