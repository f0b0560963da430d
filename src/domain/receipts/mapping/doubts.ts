import { type Currency, currencyDigits, type Minor, parseMajor } from '../../money.ts';
import type { AmountUnit, BillMapping, DayOrder, DecimalMark, MappedField, MappedWords } from '../bill-mapping.ts';
import type { ColumnFacts, TableDescription } from './table-description.ts';

/** What the table does not tell by itself, with a cell that could be read either way and what it would then be. */
export type MappingDoubt =
	/** Days as `YYYY-MM-DD`. */
	| { readonly about: 'dayOrder'; readonly example: string; readonly choices: readonly { readonly value: DayOrder; readonly day: string }[] }
	/** Numbers as plain decimal text. */
	| { readonly about: 'decimalMark'; readonly example: string; readonly choices: readonly { readonly value: DecimalMark; readonly number: string }[] }
	| { readonly about: 'unit'; readonly example: string; readonly choices: readonly { readonly value: AmountUnit; readonly minor: Minor }[] };

/** What of a table has to be known here. */
type Described = Pick<TableDescription, 'columns'>;

const DAY_FIELDS = ['dateTime', 'date', 'settlementDate'] as const;
const MONEY_FIELDS = ['amount', 'moneyIn', 'moneyOut', 'fee', 'net', 'tip'] as const;

/** What somebody has to be asked before the table can be read by this mapping. */
export function doubtsOf({ columns, currency }: Pick<BillMapping, 'columns' | 'currency'>, table: Described): MappingDoubt[] {
	const days = factsOf(columns, DAY_FIELDS, table);
	const money = factsOf(columns, MONEY_FIELDS, table);
	return [
		...(settledDayOrder(days) === null ? days.flatMap(dayDoubt).slice(0, 1) : []),
		...(settledMark(money) === null ? money.flatMap(markDoubt).slice(0, 1) : []),
		...(settledUnit(money, currency) === null ? money.flatMap((column) => unitDoubt(column, currency)).slice(0, 1) : []),
	];
}

function dayDoubt({ dayExample }: ColumnFacts): MappingDoubt[] {
	if (!dayExample) return [];
	const { text, dmy, mdy } = dayExample;
	const choices = [
		{ value: 'dmy', day: dmy },
		{ value: 'mdy', day: mdy },
	] as const;
	return [{ about: 'dayOrder', example: text, choices }];
}

function markDoubt({ markExample }: ColumnFacts): MappingDoubt[] {
	if (!markExample) return [];
	const { text, point, comma } = markExample;
	const choices = [
		{ value: '.', number: point },
		{ value: ',', number: comma },
	] as const;
	return [{ about: 'decimalMark', example: text, choices }];
}

function unitDoubt({ unitExample }: ColumnFacts, currency: Currency): MappingDoubt[] {
	if (!unitExample) return [];
	const { text, number } = unitExample;
	const whole = number.split('.')[0] ?? '';
	const [major, minor] = [parseMajor(number, currency), parseMajor(whole, 'JPY')];
	if (!major.ok || !minor.ok) return [];
	const choices = [
		{ value: 'major', minor: major.value },
		{ value: 'minor', minor: minor.value },
	] as const;
	return [{ about: 'unit', example: text, choices }];
}

/** The mapping with what its columns tell by themselves; what they leave open stays as it was said. */
export function settleByColumns(mapping: BillMapping, table: Described): BillMapping {
	const days = factsOf(mapping.columns, DAY_FIELDS, table);
	const money = factsOf(mapping.columns, MONEY_FIELDS, table);
	return {
		...mapping,
		dayOrder: settledDayOrder(days) ?? mapping.dayOrder,
		decimalMark: settledMark(money) ?? mapping.decimalMark,
		unit: settledUnit(money, mapping.currency) ?? mapping.unit,
	};
}

/** The mapping with another column for a field; words are those of the new column, as they are usually meant. */
export function withColumn(mapping: BillMapping, table: Described, choice: { readonly field: MappedField; readonly name: string | null }): BillMapping {
	const { field, name } = choice;
	const { [field]: _, ...others } = mapping.columns;
	const columns = name === null ? others : { ...others, [field]: name };
	const isWorded = field === 'kind' || field === 'status' || field === 'tender';
	const words = isWorded ? { ...mapping.words, [field]: usualWords(field, name, table) } : mapping.words;
	return settleByColumns({ ...mapping, columns, words }, table);
}

/** Words of a column with what they usually mean; words without a usual meaning are left out. */
export function usualWords<K extends keyof MappedWords>(field: K, name: string | null | undefined, table: Described): MappedWords[K] {
	const facts = table.columns.find((column) => column.name === name);
	return Object.fromEntries((facts?.words ?? []).flatMap((guess) => (guess[field] === null ? [] : [[guess.word, guess[field]]]))) as MappedWords[K];
}

function factsOf(columns: BillMapping['columns'], fields: readonly MappedField[], table: Described): ColumnFacts[] {
	return fields.flatMap((field) => table.columns.find(({ name }) => name === columns[field]) ?? []);
}

function settledDayOrder(columns: readonly ColumnFacts[]): DayOrder | null {
	return columns.find(({ dayOrder }) => dayOrder !== null)?.dayOrder ?? null;
}

function settledMark(columns: readonly ColumnFacts[]): DecimalMark | null {
	return columns.find(({ decimalMark }) => decimalMark !== null)?.decimalMark ?? null;
}

/** Decimals in one column of money speak for the others, unless another says otherwise. Yen have no other unit. */
function settledUnit(columns: readonly ColumnFacts[], currency: Currency): AmountUnit | null {
	if (currencyDigits(currency) === 0) return 'major';
	const units = new Set(columns.flatMap(({ unit }) => unit ?? []));
	return units.size === 1 ? ([...units][0] ?? null) : null;
}
