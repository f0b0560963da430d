import { maskCardNumbers } from '../../card-numbers.ts';
import { TENDERS } from '../../ledger/tender.ts';
import { fail, ok, type Result } from '../../result.ts';
import { isZone } from '../../time.ts';
import { AMOUNT_UNITS, type BillMapping, columnKey, DAY_ORDERS, DECIMAL_MARKS, FEE_SIGNS, layoutOf, MAPPED_FIELDS, type MappedField } from '../bill-mapping.ts';
import { RECEIPT_KINDS, RECEIPT_STATUSES } from '../receipt.ts';
import { mappingId, nameInMappingId } from './mapping-id.ts';

export const MAPPING_FAULT_CODES = [
	'not_json',
	'not_a_mapping',
	'version_unknown',
	'missing',
	'not_a_text',
	'too_long',
	'not_allowed',
	'no_time',
	'no_amount',
	'amount_twice',
	'not_in_layout',
] as const;
export type MappingFaultCode = (typeof MAPPING_FAULT_CODES)[number];

/** What is wrong with a mapping, and where (`columns.amount`; empty for the whole). */
export type MappingFault = { readonly code: MappingFaultCode; readonly at: string };

export const MAPPING_NAME_MAX = 60;
const COLUMN_NAME_MAX = 200;
const COLUMNS_MAX = 400;
const WORD_MAX = 100;
const WORDS_MAX = 300;

const LEGS = ['terminal', 'provider'] as const;

/**
 * A mapping from outside (a file, an older app) as data that can be relied on. Fields that may be left out get what is usual: words none,
 * fees written positive, the id from the name.
 */
export function checkMapping(value: unknown): Result<BillMapping, MappingFault> {
	if (!isRecord(value) || (value.counterfoil !== undefined && value.counterfoil !== 'bill-mapping')) return fault('not_a_mapping', '');
	if (value.version !== 1) return fault('version_unknown', 'version');
	const read = fieldsOf(value);
	if (!read.ok) return read;
	const { columns, layout, timeOfDay } = read.value;
	for (const field of MAPPED_FIELDS) {
		const name = columns[field];
		if (name !== undefined && !layout.includes(name)) return fault('not_in_layout', `columns.${field}`);
	}
	const missing = missingColumns({ columns, timeOfDay });
	return missing ? fail(missing) : read;
}

/** What the columns of a mapping lack or say twice; null where they suffice. */
export function missingColumns({
	columns,
	timeOfDay,
}: {
	readonly columns: BillMapping['columns'];
	readonly timeOfDay?: string | undefined;
}): MappingFault | null {
	const timed = columns.time !== undefined || timeOfDay !== undefined;
	if (columns.dateTime === undefined && (columns.date === undefined || !timed)) return { code: 'no_time', at: 'columns' };
	const parted = columns.moneyIn !== undefined || columns.moneyOut !== undefined;
	if (columns.amount === undefined && columns.moneyIn === undefined) return { code: 'no_amount', at: 'columns' };
	return columns.amount !== undefined && parted ? { code: 'amount_twice', at: 'columns' } : null;
}

function fieldsOf(value: Readonly<Record<string, unknown>>): Result<BillMapping, MappingFault> {
	const faults: MappingFault[] = [];
	const take = <T>(read: Result<T, MappingFault>, otherwise: T): T => {
		if (!read.ok) faults.push(read.error);
		return read.ok ? read.value : otherwise;
	};
	const one = <T extends string>(at: string, words: readonly T[], usual: T | null = null): T =>
		take(wordIn(value[at] ?? usual ?? undefined, { at, words }), words[0] as T);
	const name = maskCardNumbers(take(textIn(value.name, { at: 'name', max: MAPPING_NAME_MAX }), '').replace(/\s+/g, ' '));
	const words = isRecord(value.words ?? {}) ? ((value.words ?? {}) as Readonly<Record<string, unknown>>) : {};
	const mapping: BillMapping = {
		version: 1,
		name,
		id: maskCardNumbers(take(value.id === undefined ? ok(mappingId(name)) : idIn(value.id), '')),
		leg: one('leg', LEGS),
		zone: take(zoneIn(value.zone), 'UTC'),
		currency: take(currencyIn(value.currency), 'CNY'),
		tender: value.tender === null || value.tender === undefined ? null : one('tender', TENDERS),
		unit: one('unit', AMOUNT_UNITS),
		decimalMark: one('decimalMark', DECIMAL_MARKS),
		dayOrder: one('dayOrder', DAY_ORDERS),
		fees: one('fees', FEE_SIGNS, 'positive'),
		...(value.timeOfDay === undefined || value.timeOfDay === null ? {} : { timeOfDay: take(timeOfDayIn(value.timeOfDay), '') }),
		columns: take(columnsIn(value.columns), {}),
		words: {
			kind: take(wordsIn(words.kind, { at: 'words.kind', meanings: RECEIPT_KINDS }), {}),
			status: take(wordsIn(words.status, { at: 'words.status', meanings: RECEIPT_STATUSES }), {}),
			tender: take(wordsIn(words.tender, { at: 'words.tender', meanings: TENDERS }), {}),
		},
		layout: take(layoutIn(value.layout), []),
	};
	const [first] = faults;
	return first ? fail(first) : ok(mapping);
}

function columnsIn(value: unknown): Result<Partial<Record<MappedField, string>>, MappingFault> {
	if (!isRecord(value)) return fault('missing', 'columns');
	const columns: Partial<Record<MappedField, string>> = {};
	for (const [field, name] of Object.entries(value)) {
		const known = MAPPED_FIELDS.find((one) => one === field);
		if (!known) return fault('not_allowed', `columns.${field.slice(0, WORD_MAX)}`);
		if (name === null) continue;
		const text = textIn(name, { at: `columns.${field}`, max: COLUMN_NAME_MAX });
		if (!text.ok) return text;
		columns[known] = columnKey(text.value);
	}
	return ok(columns);
}

function layoutIn(value: unknown): Result<string[], MappingFault> {
	if (!Array.isArray(value) || value.length === 0) return fault('missing', 'layout');
	if (value.length > COLUMNS_MAX) return fault('too_long', 'layout');
	const names: string[] = [];
	for (const name of value as readonly unknown[]) {
		const text = textIn(name, { at: 'layout', max: COLUMN_NAME_MAX });
		if (!text.ok) return text;
		names.push(columnKey(text.value));
	}
	return ok(layoutOf(names));
}

function wordsIn<T extends string>(
	value: unknown,
	{ at, meanings }: { readonly at: string; readonly meanings: readonly T[] },
): Result<Record<string, T>, MappingFault> {
	if (value === undefined) return ok({});
	if (!isRecord(value)) return fault('not_allowed', at);
	const pairs = Object.entries(value);
	if (pairs.length > WORDS_MAX) return fault('too_long', at);
	const read: [string, T][] = [];
	for (const [word, meaning] of pairs) {
		if (word.length > WORD_MAX) return fault('too_long', at);
		const known = wordIn(meaning, { at: `${at}.${maskCardNumbers(word)}`, words: meanings });
		if (!known.ok) return known;
		read.push([maskCardNumbers(word), known.value]);
	}
	return ok(Object.fromEntries(read));
}

function zoneIn(value: unknown): Result<string, MappingFault> {
	const text = textIn(value, { at: 'zone', max: WORD_MAX });
	return text.ok && !isZone(text.value) ? fault('not_allowed', 'zone') : text;
}

function timeOfDayIn(value: unknown): Result<string, MappingFault> {
	const text = textIn(value, { at: 'timeOfDay', max: WORD_MAX });
	return text.ok && !/^([01]\d|2[0-3]):[0-5]\d$/.test(text.value) ? fault('not_allowed', 'timeOfDay') : text;
}

function currencyIn(value: unknown): Result<string, MappingFault> {
	const text = textIn(value, { at: 'currency', max: WORD_MAX });
	return text.ok && !/^[A-Z]{3}$/.test(text.value) ? fault('not_allowed', 'currency') : text;
}

/** Not the id of a format: a mapping never passes for a bill that the app reads by itself. */
function idIn(value: unknown): Result<string, MappingFault> {
	const text = textIn(value, { at: 'id', max: MAPPING_NAME_MAX + mappingId('').length });
	return text.ok && !nameInMappingId(text.value) ? fault('not_allowed', 'id') : text;
}

function wordIn<T extends string>(value: unknown, { at, words }: { readonly at: string; readonly words: readonly T[] }): Result<T, MappingFault> {
	if (value === undefined) return fault('missing', at);
	const known = words.find((word) => word === value);
	return known === undefined ? fault('not_allowed', at) : ok(known);
}

function textIn(value: unknown, { at, max }: { readonly at: string; readonly max: number }): Result<string, MappingFault> {
	if (value === undefined || value === null) return fault('missing', at);
	if (typeof value !== 'string') return fault('not_a_text', at);
	const text = value.trim();
	if (text === '') return fault('missing', at);
	return text.length > max ? fault('too_long', at) : ok(text);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fault(code: MappingFaultCode, at: string): { readonly ok: false; readonly error: MappingFault } {
	return fail({ code, at });
}
