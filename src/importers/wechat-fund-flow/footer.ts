import { columnSums } from '../shared/table/column-sums.ts';
import { cellOf } from '../shared/table/tables.ts';
import type { FooterSums } from '../shared/table/totals-below.ts';
import { COLUMN, INCOME, OUTGO, TOTAL_COUNT } from './columns.ts';

/** What the lines of totals add up: all rows, and those of either direction. */
export function footerSums(): FooterSums {
	const all = columnSums([]);
	const income = columnSums([COLUMN.amount]);
	const outgo = columnSums([COLUMN.amount]);
	return {
		add: (row) => {
			all.add(row);
			const direction = cellOf(row, COLUMN.direction);
			if (direction === INCOME) income.add(row);
			else if (direction === OUTGO) outgo.add(row);
		},
		fits: (name, value) => {
			if (name === TOTAL_COUNT) return all.countIs(value);
			if (name === '收入笔数') return income.countIs(value);
			if (name === '收入金额') return income.sumIs(COLUMN.amount, value);
			if (name === '支出笔数') return outgo.countIs(value);
			return name === '支出金额' ? outgo.sumIs(COLUMN.amount, value) : null;
		},
	};
}
