import { type BillMapping, columnKey, layoutKey, layoutOf } from '../../domain/receipts/bill-mapping.ts';
import { isNameless } from '../../domain/receipts/mapping/nameless.ts';
import type { ColumnNames } from '../shared/table/column-names.ts';
import { columnName, headerOf, sniffHeader } from '../shared/table/header.ts';
import type { TableSource } from '../shared/table/table-source.ts';
import { delimiterOfNameless } from './nameless.ts';

/** Names as the mapping keeps them; blanks in them make no difference. */
export function layoutNames({ layout }: BillMapping): ColumnNames {
	return { known: layout, own: columnName, mayStandIn: (line, name) => line.includes(name) || columnKey(line).includes(name) };
}

/**
 * Where the line with the columns that the mapping reads begins, in any order; null if there is none. `same`: only where the table has the
 * very set of columns for which the mapping was made. A table without names is known by its width and by what stands at the places read.
 */
export function sniffLayout(head: string, mapping: BillMapping, same: boolean): number | null {
	if (isNameless(mapping.layout)) return delimiterOfNameless(head, mapping) === null ? null : 0;
	const names = layoutNames(mapping);
	const at = sniffHeader(head, requiredNames(mapping), names);
	if (at === null || !same) return at;
	const header = headerOf(/^[^\r\n]*/.exec(head.slice(at))?.[0] ?? '', mapping.layout, names);
	return header && layoutKey(layoutOf(header.columns.keys())) === layoutKey(mapping.layout) ? at : null;
}

/** The columns that the table has. */
export function columnsOf({ lines }: TableSource, mapping: BillMapping): Iterable<string> {
	const [names, required] = [layoutNames(mapping), requiredNames(mapping)];
	for (const line of lines) {
		const header = headerOf(line, required, names);
		if (header) return header.columns.keys();
	}
	return [];
}

/** The names by which the header is found; the longest stands in the fewest other lines and comes first. */
export function requiredNames({ columns }: BillMapping): [string, ...string[]] {
	const [first = '', ...others] = layoutOf(Object.values(columns)).sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
	return [first, ...others];
}
