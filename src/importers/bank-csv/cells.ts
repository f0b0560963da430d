import { cellOf, type Row } from '../shared/table/tables.ts';
import { isDash } from '../shared/values/cells.ts';
import type { ColumnsByRole } from './layout.ts';
import type { Role } from './names.ts';

/** What the columns of a role say in a row, the first in rank first; empty cells are left out. */
export function textsOf(row: Row, columns: ColumnsByRole, role: Role): string[] {
	return (columns[role] ?? []).map((name) => cellOf(row, name)).filter((text) => text !== '' && !isDash(text));
}

/** The first of these; empty where there is none. */
export function textOf(row: Row, columns: ColumnsByRole, role: Role): string {
	return textsOf(row, columns, role)[0] ?? '';
}
