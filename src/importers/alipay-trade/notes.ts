import { DAY_MS, type Interval, SECOND_MS } from '../../domain/time.ts';
import type { ProblemLog } from '../shared/reading/line-problems.ts';
import { type ColumnSums, columnSums } from '../shared/table/column-sums.ts';
import { cellOf, type Row } from '../shared/table/tables.ts';
import { BEIJING, readWallClock } from '../shared/values/times.ts';
import { COLUMN } from './columns.ts';

/** What the lines that begin with `#` say: the period at the top, the totals at the end. */
export type Notes = {
	readonly row: (row: Row) => void;
	/** Whether the line is such a note. */
	readonly aside: (line: string) => boolean;
	readonly coverage: () => Interval | null;
	/** Whether both totals fit; null where the file has none. Call once, at the end. */
	readonly finish: (log: ProblemLog) => boolean | null;
};

const PERIOD = /起始日期：\[([^\]]*)\].*终止日期：\[([^\]]*)\]/;
const TOTAL = /(交易|退款)合计：\s*(\d+)\s*笔[，,]商家实收(?:退款)?共\s*(\S+?)\s*元(?:[，,]商家优惠(?:退款)?共\s*(\S+?)\s*元)?/;

export function notes(): Notes {
	let coverage: Interval | null = null;
	const totals: { readonly type: string; readonly agrees: boolean }[] = [];
	let sums = new Map<string, ColumnSums>();
	const sumsOf = (type: string) => {
		const known = sums.get(type) ?? columnSums([COLUMN.received, COLUMN.discount]);
		sums.set(type, known);
		return known;
	};
	return {
		row: (row) => sumsOf(cellOf(row, COLUMN.type)).add(row),
		aside: (line) => {
			if (!/^[\s"]*#/.test(line)) return false;
			coverage = widest(coverage, readPeriod(line));
			const total = TOTAL.exec(line);
			if (total) {
				const [, type = '', count = '', received = '', discount] = total;
				totals.push({ type, agrees: totalFits(sumsOf(type), { count, received, discount }) });
				sums = new Map([...sums].filter(([other]) => other !== type));
			}
			return true;
		},
		coverage: () => coverage,
		finish: (log) => {
			const types = ['交易', '退款'];
			if (!types.every((type) => totals.some((total) => total.type === type)))
				log.add({ line: null, code: 'footer_missing', message: 'Lines of totals at the end are missing; the file may be cut off.' });
			if (totals.length === 0) return null;
			const rowsOpen = types.some((type) => sums.has(type));
			const agrees = !rowsOpen && totals.every((total) => total.agrees);
			if (!agrees) log.add({ line: null, code: 'footer_disagrees', message: 'The totals written in the file do not fit its rows.' });
			return agrees;
		},
	};
}

function totalFits(sums: ColumnSums, total: { count: string; received: string; discount: string | undefined }): boolean {
	const { count, received, discount } = total;
	return sums.countIs(count) && sums.sumIs(COLUMN.received, received) && (discount === undefined || sums.sumIs(COLUMN.discount, discount));
}

/** `[2026年11月02日 00:00:00]` to `[2026年11月03日 00:00:00]`; an end at 23:59:59 means the end of that day. */
function readPeriod(line: string): Interval | null {
	const period = PERIOD.exec(line);
	const from = readWallClock(period?.[1] ?? '', BEIJING);
	const end = readWallClock(period?.[2] ?? '', BEIJING);
	if (from === null || end === null) return null;
	const to = (end + SECOND_MS + BEIJING * 60_000) % DAY_MS === 0 ? end + SECOND_MS : end;
	return to > from ? { from, to } : null;
}

function widest(a: Interval | null, b: Interval | null): Interval | null {
	if (!a || !b) return a ?? b;
	return { from: Math.min(a.from, b.from), to: Math.max(a.to, b.to) };
}
