import type { Tender } from '../../../domain/ledger/tender.ts';
import type { ProblemLog } from '../reading/line-problems.ts';
import { columnSums } from '../table/column-sums.ts';
import type { Row } from '../table/tables.ts';
import { tenderOf } from '../trades/tenders.ts';
import { cleanCell } from '../values/cells.ts';
import { readDay } from '../values/times.ts';

/** First and last clearing day, `YYYY-MM-DD`. */
export type ClearingDays = { readonly first: string; readonly last: string };

/** The lines around the rows: captions, which may come again where pages join, the period, and the totals. */
export type Captions = {
	readonly row: (row: Row) => void;
	/** Whether the line is one of them. */
	readonly aside: (line: string) => boolean;
	readonly days: () => ClearingDays | null;
	/** The tender that 业务类型 names, if it names one. */
	readonly tender: () => Tender | null;
	/** Whether the totals fit; null where the file has none, which is a problem where its layout ends with them. Call once, at the end. */
	readonly finish: (log: ProblemLog, endsWithTotals: boolean) => boolean | null;
};

/** Lines that only say what stands below or behind them: 汇总 above the names of the workbook, 请注意 below its rows. */
const WORDS = /^(?:对账明细查询结果|集团名称|汇总|请注意|注[：:]|以上)/;
/** Which column each total adds up. */
const TOTALS: Readonly<Record<string, string>> = { 交易金额: '交易金额', 结算金额: '清算金额', 清算金额: '清算金额', 手续费: '手续费' };

export function captions(): Captions {
	let days: ClearingDays | null = null;
	let tender: Tender | null = null;
	let agrees: boolean | null = null;
	let sums = columnSums(Object.values(TOTALS));
	let rowsOpen = 0;
	const close = (stated: ReadonlyMap<string, string>) => {
		const fits = [...stated].every(([label, value]) => {
			const column = TOTALS[label];
			return label === '总笔数' ? sums.countIs(value) : column === undefined || sums.sumIs(column, value);
		});
		agrees = (agrees ?? true) && fits;
		sums = columnSums(Object.values(TOTALS));
		rowsOpen = 0;
	};
	return {
		row: (row) => {
			sums.add(row);
			rowsOpen += 1;
		},
		aside: (line) => {
			const first = cleanCell(/^[^\t,;]*/.exec(line)?.[0] ?? '');
			if (first.startsWith('总笔数')) close(labelled(line));
			else if (first.startsWith('清算日期从')) {
				const stated = labelled(line);
				days = widest(days, stated);
				tender = tenderOf(stated.get('业务类型') ?? '');
			} else return WORDS.test(first);
			return true;
		},
		days: () => days,
		tender: () => tender,
		finish: (log, endsWithTotals) => {
			if (agrees !== null && rowsOpen > 0) agrees = false;
			if (agrees === null && endsWithTotals)
				log.add({ line: null, code: 'footer_missing', message: 'The line of totals at the end is missing; the file may be cut off.' });
			if (agrees === false) log.add({ line: null, code: 'footer_disagrees', message: 'The totals written in the file do not fit its rows.' });
			return agrees;
		},
	};
}

/** `总笔数：→18→交易金额：→2158.00` by label; blank cells between them mean nothing. */
function labelled(line: string): Map<string, string> {
	const found = new Map<string, string>();
	let label: string | null = null;
	for (const cell of line.split(/[\t,;]/).map(cleanCell)) {
		const parts = /^([^：:]+)[：:](.*)$/.exec(cell);
		if (parts) {
			label = parts[1] ?? '';
			found.set(label, (parts[2] ?? '').trim());
		} else if (label !== null && cell !== '' && found.get(label) === '') {
			found.set(label, cell);
		}
	}
	return found;
}

function widest(days: ClearingDays | null, stated: ReadonlyMap<string, string>): ClearingDays | null {
	const first = readDay(stated.get('清算日期从') ?? '');
	const last = readDay(stated.get('到') ?? '');
	return first === null || last === null || last < first ? days : widen(widen(days, first), last);
}

export function widen(days: ClearingDays | null, day: string): ClearingDays {
	return { first: days && days.first < day ? days.first : day, last: days && days.last > day ? days.last : day };
}
