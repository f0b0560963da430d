import type { ReceiptDraft } from '../reading/identity.ts';
import { safeText } from '../reading/line-problems.ts';
import { cleanCell } from '../values/cells.ts';
import type { Header } from './header.ts';

/** Name and place of a column. */
export type UnknownColumn = readonly [name: string, place: number];

/** Names of columns that tell who somebody is, or a whole card number. */
const ABOUT_PEOPLE =
	/姓名|持卡人|身份证|证件|手机|电话|邮箱|地址|卡号|账号|帐号|账户|昵称|用户|客户|买家|name|holder|e-?mail|phone|mobile|address|customer|buyer|payer|card|iban|account|passport/i;
const NOTE_CHARS_MAX = 200;
const NOTES_MAX = 20;

/** Whether a column by its name tells who somebody is. */
export function isAboutPeople(name: string): boolean {
	return ABOUT_PEOPLE.test(name);
}

/** The columns of a table that its format does not know, less those about people. */
export function unknownColumns(header: Header, layout: { readonly known: readonly string[]; readonly privateColumns: readonly string[] }): UnknownColumn[] {
	const known = new Set([...layout.known, ...layout.privateColumns]);
	return [...header.columns].filter(([name]) => !known.has(name) && !isAboutPeople(name)).slice(0, NOTES_MAX);
}

/** Adds what a row says, if it says a receipt, together with what its unknown columns hold. */
export function addDraft(
	drafts: ReceiptDraft[],
	draft: ReceiptDraft | null,
	row: { readonly cells: readonly string[]; readonly unknown: readonly UnknownColumn[] },
): void {
	if (!draft) return;
	const notes = row.unknown.length === 0 ? [] : notesOf(row);
	drafts.push(notes.length === 0 ? draft : { ...draft, notes: Object.fromEntries(notes) });
}

function notesOf({ cells, unknown }: { readonly cells: readonly string[]; readonly unknown: readonly UnknownColumn[] }): (readonly [string, string])[] {
	return unknown.flatMap(([name, place]) => {
		const text = cleanCell(cells[place] ?? '');
		return text === '' ? [] : [[safeText(name, NOTE_CHARS_MAX), safeText(text, NOTE_CHARS_MAX)] as const];
	});
}
