import { columnSums } from '../shared/table/column-sums.ts';
import type { FooterSums } from '../shared/table/totals-below.ts';
import { TOTAL_COUNT, TOTALS } from './columns.ts';

/** What the lines of totals add up: the rows, and one column each. */
export function footerSums(): FooterSums {
	const sums = columnSums(Object.values(TOTALS));
	return {
		add: sums.add,
		fits: (name, value) => {
			const column = TOTALS[name];
			if (name === TOTAL_COUNT) return sums.countIs(value);
			return column === undefined ? null : sums.sumIs(column, value);
		},
	};
}
