import { columnName } from './header.ts';

/** How a format writes the names of its columns: its own name for each, and the languages, versions and spellings that it comes in. */
export type ColumnNames = {
	/** The format's own names, those that it only knows to pass over included. */
	readonly known: readonly string[];
	/** The own name of a column as it is written in a header; a name that the format does not know comes back without its blanks. */
	readonly own: (cell: string) => string;
	/** Whether a spelling of the column stands somewhere in the line; cheap, and true for every line that is a header with it. */
	readonly mayStandIn: (line: string, name: string) => boolean;
};

/** A rate that belongs to the value, not to the name: `VAT (25.0%)`. */
const RATE = /\(\d+(?:[.,]\d+)?%\)$/;

/**
 * Knows every own name by its spellings; capitals, blanks, the width of brackets and a rate behind the name make no difference. The keys are the
 * own names, which count as spellings too.
 */
export function columnNames(spellings: Readonly<Record<string, readonly string[]>>): ColumnNames {
	const own = new Map<string, string>();
	const plainOf = new Map<string, readonly string[]>();
	for (const [name, others] of Object.entries(spellings)) {
		const plain = [name, ...others].map(plainName);
		plainOf.set(name, plain);
		for (const spelling of plain) if (!own.has(spelling)) own.set(spelling, name);
	}
	return {
		known: Object.keys(spellings),
		own: (cell) => own.get(plainName(cell)) ?? columnName(cell),
		mayStandIn: (line, name) => {
			const plain = plainName(line);
			return (plainOf.get(name) ?? [plainName(name)]).some((spelling) => plain.includes(spelling));
		},
	};
}

function plainName(cell: string): string {
	return columnName(cell).normalize('NFC').toLowerCase().replaceAll('’', "'").replace(RATE, '');
}
