import type { DiscrepancyRow } from '../database.ts';

type Packed = {
	readonly count: number;
	/** What all rows have in common stands there once. */
	readonly same: Partial<DiscrepancyRow>;
	readonly columns: Readonly<Record<string, readonly unknown[]>>;
};

/** Rows as JSON text, field by field. All rows have the same fields; those about payouts, which have one more, are never packed. */
export function packRows(rows: readonly DiscrepancyRow[]): string {
	const same: string[] = [];
	const columns: string[] = [];
	for (const field of Object.keys(rows[0] ?? {}) as (keyof DiscrepancyRow)[]) {
		const texts = rows.map((row) => JSON.stringify(row[field]));
		const [first = 'null'] = texts;
		if (texts.every((text) => text === first)) same.push(`${JSON.stringify(field)}:${first}`);
		else columns.push(`${JSON.stringify(field)}:[${texts.join(',')}]`);
	}
	return `{"count":${rows.length},"same":{${same.join(',')}},"columns":{${columns.join(',')}}}`;
}

/** The rows of a page. The text comes from `packRows`. */
export function unpackRows(text: string): DiscrepancyRow[] {
	const { count, same, columns } = JSON.parse(text) as Packed;
	const rows = Array.from({ length: count }, () => ({ ...same }) as Record<string, unknown>);
	for (const field in columns) {
		const values = columns[field] ?? [];
		for (const [place, row] of rows.entries()) row[field] = values[place];
	}
	return rows as unknown as DiscrepancyRow[];
}
