/** A column of a table without column names goes by its place: `#1` is the first. */
export function placeName(place: number): string {
	return `#${place + 1}`;
}

/** The number of such a column, from 1; null for a name. */
export function numberInPlaceName(name: string): number | null {
	const found = /^#([1-9]\d{0,2})$/.exec(name);
	return found ? Number(found[1]) : null;
}

/** Whether a layout is that of a table without column names. */
export function isNameless(layout: readonly string[]): boolean {
	return layout.length > 0 && layout.every((name) => numberInPlaceName(name) !== null);
}
