import type { Currency } from '../../domain/money.ts';
import type { TableSource } from '../shared/table/table-source.ts';
import { cleanCell } from '../shared/values/cells.ts';
import { type BankHeader, bankHeader, cellsOf } from './header.ts';
import type { Role } from './names.ts';

/** Names of a table's columns by their role, in the order in which they count. */
export type ColumnsByRole = Readonly<Partial<Record<Role, readonly string[]>>>;

/**
 * A statement whose header names roles in place of the bank's own words, so that it can be read as any table: `amount`, `purpose`,
 * `purpose.2` …
 */
export type BankLayout = {
	readonly table: TableSource;
	readonly delimiter: string;
	readonly columns: ColumnsByRole;
	/** Every name in the header. */
	readonly names: readonly string[];
	/** That which the header names. */
	readonly currency: Currency | null;
	readonly chinese: boolean;
	/** Lines before the header. */
	readonly preamble: readonly string[];
};

/** Null where no line names the columns of a statement. */
export function bankLayout(table: TableSource): BankLayout | null {
	const at = table.lines.findIndex((line) => bankHeader(line) !== null);
	const written = table.lines[at];
	const header = written === undefined ? null : bankHeader(written);
	if (!header || written === undefined) return null;
	const roles = header.columns.map((column, place) => (column?.role === 'valuta' ? valutaRole(table, { at, place, header }) : (column?.role ?? null)));
	const columns = columnsByRole(header, roles);
	const names = header.cells.map((cell, place) => columns.find((column) => column.place === place)?.name ?? (cleanCell(cell) === '' ? '' : `other.${place}`));
	// One empty name more: many banks end every line but the header with a separator.
	const line = [...names, ''].join(header.delimiter);
	return {
		table: {
			lines: table.lines.map((text) => (text === written ? line : text)),
			cells: table.cells?.map((cells, i) => (table.lines[i] === written ? names : cells)) ?? null,
		},
		delimiter: header.delimiter,
		columns: Object.fromEntries(roles.map((role) => [role, columns.filter((column) => column.role === role).map(({ name }) => name)])),
		names: names.filter((name) => name !== ''),
		currency: header.columns.find((column) => column?.currency)?.currency ?? null,
		chinese: /\p{Script=Han}/u.test(written),
		preamble: table.lines.slice(0, at),
	};
}

type NamedColumn = { readonly role: Role; readonly place: number; readonly name: string };

function columnsByRole({ columns }: BankHeader, roles: readonly (Role | null)[]): NamedColumn[] {
	const ranked = roles
		.flatMap((role, place) => (role === null ? [] : [{ role, place, rank: columns[place]?.rank ?? 0 }]))
		.sort((a, b) => a.rank - b.rank || a.place - b.place);
	const seen = new Map<Role, number>();
	return ranked.map(({ role, place }) => {
		const count = (seen.get(role) ?? 0) + 1;
		seen.set(role, count);
		return { role, place, name: count === 1 ? role : `${role}.${count}` };
	});
}

/** Rows in which a cell is looked for. */
const LOOKED_AT = 50;

function valutaRole({ lines, cells }: TableSource, { at, place, header }: { at: number; place: number; header: BankHeader }): Role {
	for (let i = at + 1; i < Math.min(lines.length, at + LOOKED_AT); i++) {
		const cell = cleanCell((cells?.[i] ?? cellsOf(lines[i] ?? '', header.delimiter))[place] ?? '');
		if (cell !== '') return /\d/.test(cell) ? 'valueOn' : 'currency';
	}
	return 'valueOn';
}
