import { parseQuoted } from '../shared/table/csv.ts';
import { cleanCell } from '../shared/values/cells.ts';
import { type Column, columnOf, isForeign } from './columns.ts';
import { looksLikeBank } from './evidence.ts';
import type { Role } from './names.ts';

/** The line of column names: its separator, and what stands at each place. */
export type BankHeader = { readonly delimiter: string; readonly cells: readonly string[]; readonly columns: readonly (Column | null)[] };

const DELIMITERS = [',', ';', '\t'];
/** A statement has at least a date, a text and an amount. */
const COLUMNS_MIN = 3;
const LINE_MAX = 4_000;

/** Reads a line as the column names of a statement; null unless there are a day, an amount (or one for each direction) and a text. */
export function bankHeader(line: string): BankHeader | null {
	if (line.length > LINE_MAX) return null;
	for (const delimiter of DELIMITERS) {
		if (!line.includes(delimiter)) continue;
		const cells = cellsOf(line, delimiter);
		if (cells.length < COLUMNS_MIN || cells.some(isForeign)) continue;
		const columns = cells.map((cell) => (cleanCell(cell) === '' ? null : columnOf(cell)));
		const roles = new Set(columns.flatMap((column) => (column ? [column.role] : [])));
		if (isStatement(roles) && looksLikeBank(cells, columns)) return { delimiter, cells, columns };
	}
	return null;
}

function isStatement(roles: ReadonlySet<Role>): boolean {
	const hasAmount = roles.has('amount') || (roles.has('debit') && roles.has('credit'));
	const hasText = (['purpose', 'more', 'counterparty', 'payer', 'payee', 'reference'] as const).some((role) => roles.has(role));
	return roles.has('bookedOn') && hasAmount && hasText;
}

export function cellsOf(line: string, delimiter: string): readonly string[] {
	return (line.includes('"') ? parseQuoted(line, delimiter) : null) ?? line.split(delimiter);
}
