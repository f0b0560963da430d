import type { Interval, Stamp } from '../../domain/time.ts';
import { SECOND_MS } from '../../domain/time.ts';
import type { ProblemLog } from '../shared/reading/line-problems.ts';
import { parseQuoted } from '../shared/table/csv.ts';
import type { Row } from '../shared/table/tables.ts';
import { cleanCell } from '../shared/values/cells.ts';
import { totals } from './sums.ts';

/** The records around the rows: report, file and section headers (RH, FH, SH), and their footers with totals and counts (SF, SC, RF, RC, FF). */
export type Records = {
	readonly row: (row: Row) => void;
	/** Whether the line is such a record. */
	readonly aside: (line: string) => boolean;
	/** What the section headers say is covered, and in which offset. */
	readonly coverage: () => { readonly interval: Interval; readonly offset: number } | null;
	/** Whether all footers fit; null where there is none. Call once, at the end. */
	readonly finish: (log: ProblemLog) => boolean | null;
};

const RECORD = /^\s*"?(RH|FH|SH|SF|SC|RF|RC|FF)"?\s*(?:([,;\t])|$)/;

export function records(read: (text: string) => Stamp | null): Records {
	let section = totals();
	const report = totals();
	let rowsOpen = 0;
	let agrees: boolean | null = null;
	let isPart = false;
	let ended = false;
	let covered: { interval: Interval; offset: number } | null = null;
	const check = (fits: boolean) => {
		agrees = (agrees ?? true) && fits;
	};
	const close = () => {
		section = totals();
		rowsOpen = 0;
	};
	const take: Readonly<Record<string, (cells: readonly string[]) => void>> = {
		FH: ([, fileNo = '1']) => {
			isPart ||= Number(fileNo) > 1;
		},
		SH: ([, from = '', to = '']) => {
			if (rowsOpen > 0) check(false);
			close();
			covered = widest(covered, read(from), read(to));
		},
		SF: (cells) => check(section.sumsAre(cells)),
		SC: ([, count = '']) => {
			check(section.countIs(count));
			close();
		},
		// The footers of a report over several files speak of all of them.
		RF: (cells) => isPart || check(report.sumsAre(cells)),
		RC: ([, count = '']) => isPart || check(report.countIs(count)),
		FF: () => {
			ended = true;
		},
	};
	return {
		row: (row) => {
			section.add(row);
			report.add(row);
			rowsOpen += 1;
		},
		aside: (line) => {
			const record = RECORD.exec(line);
			if (!record) return false;
			const cells = parseQuoted(line, record[2] ?? ',') ?? line.split(record[2] ?? ',');
			take[record[1] ?? '']?.(cells.map(cleanCell));
			return true;
		},
		coverage: () => covered,
		finish: (log) => {
			if (agrees === null || !ended || rowsOpen > 0)
				log.add({ line: null, code: 'footer_missing', message: 'Records at the end are missing; the file may be cut off.' });
			if (agrees !== null && rowsOpen > 0) agrees = false;
			if (agrees === false) log.add({ line: null, code: 'footer_disagrees', message: 'The totals written in the file do not fit its rows.' });
			return agrees;
		},
	};
}

/** A section ends with its last second. */
function widest(covered: { interval: Interval; offset: number } | null, from: Stamp | null, to: Stamp | null): { interval: Interval; offset: number } | null {
	if (!from || !to || to.at < from.at) return covered;
	const end = to.at % (60 * SECOND_MS) === 59 * SECOND_MS ? to.at + SECOND_MS : to.at;
	if (!covered) return { interval: { from: from.at, to: end }, offset: from.offset };
	const first = from.at < covered.interval.from ? { from: from.at, offset: from.offset } : { from: covered.interval.from, offset: covered.offset };
	return { interval: { from: first.from, to: Math.max(covered.interval.to, end) }, offset: first.offset };
}
