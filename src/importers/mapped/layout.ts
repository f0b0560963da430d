import { columnKey, layoutKey, layoutOf } from '../../domain/receipts/bill-mapping.ts';
import type { ColumnNames } from '../shared/table/column-names.ts';
import { columnName, headerOf, sniffHeader } from '../shared/table/header.ts';

/** Names as the mapping keeps them; blanks in them make no difference. */
export function layoutNames(layout: readonly string[]): ColumnNames {
	return { known: layout, own: columnName, mayStandIn: (line, name) => line.includes(name) || columnKey(line).includes(name) };
}

/** Where the line with these column names and no others begins, in any order; null if there is none. */
export function sniffLayout(head: string, layout: readonly string[]): number | null {
	const names = layoutNames(layout);
	const at = sniffHeader(head, requiredNames(layout), names);
	if (at === null) return null;
	const header = headerOf(/^[^\r\n]*/.exec(head.slice(at))?.[0] ?? '', layout, names);
	return header && layoutKey(layoutOf(header.columns.keys())) === layoutKey(layout) ? at : null;
}

/** The names by which the header is found; the longest stands in the fewest other lines and comes first. */
export function requiredNames(layout: readonly string[]): [string, ...string[]] {
	const [first = '', ...others] = [...layout].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
	return [first, ...others];
}
