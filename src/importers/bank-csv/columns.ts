import type { Currency } from '../../domain/money.ts';
import { columnName } from '../shared/table/header.ts';
import { currencyNamed } from '../shared/values/currencies.ts';
import { FOREIGN, ROLES, type Role } from './names.ts';

/** A column with its role and its rank among those of the role; `currency` where its name tells one. */
export type Column = { readonly role: Role; readonly rank: number; readonly currency: Currency | null };

/** Names of a unit behind the name of a column. */
const UNIT = /[(（]?(?:EUR|USD|GBP|CHF|CNY|RMB|HKD|JPY|DKK|SEK|NOK|PLN|euros?|€|元|人民币元|人民币)[)）]?$/i;

function plain(name: string): string {
	return columnName(name)
		.normalize('NFC')
		.toLowerCase()
		.replace(/[\s_.\-–*'’"/:：#]/g, '');
}

const KNOWN = new Map(
	Object.entries(ROLES).flatMap(([role, names]) =>
		namesIn(names).map((name, rank): [string, Column] => [plain(name), { role: role as Role, rank, currency: null }]),
	),
);
const FOREIGN_NAMES = new Set(namesIn(FOREIGN).map(plain));

function namesIn(lists: readonly string[]): string[] {
	return lists.flatMap((list) => list.split('|'));
}

/** What a column is about by its name, in any of the languages; banks write two languages, an English name in brackets, or the unit behind it. */
export function columnOf(name: string): Column | null {
	const written = columnName(name).replace(/\[[^\]]*\]/g, '');
	const unit = UNIT.exec(written);
	const han = (written.match(/\p{Script=Han}/gu) ?? []).join('');
	const found = KNOWN.get(plain(written)) ?? (unit ? KNOWN.get(plain(written.slice(0, unit.index))) : undefined) ?? (han === '' ? undefined : KNOWN.get(han));
	return found ? { ...found, currency: unit ? currencyNamed(unit[0].replace(/[()（）]/g, '')) : null } : null;
}

/** Whether the column belongs to a bill of another kind. */
export function isForeign(name: string): boolean {
	return FOREIGN_NAMES.has(plain(name));
}
