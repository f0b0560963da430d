import type { Interval } from '../../domain/time.ts';
import type { ProblemLog } from '../shared/reading/line-problems.ts';
import { CAPTION_CHARS_MAX, statedPeriod, widestPeriod } from '../shared/reading/stated-period.ts';
import { type ColumnSums, columnSums } from '../shared/table/column-sums.ts';
import { cellOf, type Row } from '../shared/table/tables.ts';
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
			coverage = widestPeriod(coverage, statedPeriod(line));
			const total = TOTAL.exec(line.slice(0, CAPTION_CHARS_MAX));
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
