import { headerOf, sniffHeader } from './header.ts';
import type { TableLayout } from './tables.ts';

/** The names by which one of a format's layouts is known; the first of them stands in no other line of good files. */
export type Layout = Pick<TableLayout, 'required'>;

/** Where column names of any of the layouts stand first, in characters; null where none do. */
export function sniffLayouts(text: string, layouts: readonly Layout[]): number | null {
	const places = layouts.map(({ required }) => sniffHeader(text, required)).filter((at) => at !== null);
	return places.length === 0 ? null : Math.min(...places);
}

/** Of a format's layouts the one whose column names stand first; of several on one line the one that is listed first. */
export function layoutOf(lines: readonly string[], layouts: readonly [Layout, ...Layout[]]): Layout {
	for (const line of lines) {
		const layout = layouts.find(({ required }) => line.includes(required[0]) && headerOf(line, required));
		if (layout) return layout;
	}
	return layouts[0];
}
