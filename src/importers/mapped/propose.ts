import type { Tender } from '../../domain/ledger/tender.ts';
import type { Currency } from '../../domain/money.ts';
import { type BillMapping, layoutOf, MAPPED_FIELDS, type MappedField } from '../../domain/receipts/bill-mapping.ts';
import { settleByColumns, usualWords } from '../../domain/receipts/mapping/doubts.ts';
import { mappingId } from '../../domain/receipts/mapping/mapping-id.ts';
import type { ColumnFacts, TableDescription } from '../../domain/receipts/mapping/table-description.ts';
import type { DescribeOptions } from '../../domain/receipts/read-options.ts';
import { nameScore } from './aliases.ts';
import { fitsField, type PlacedColumn } from './column-fit.ts';
import { readDate, splitMoment } from './moments.ts';
import { plainMoney } from './money.ts';

/** Weaker names are coincidence. */
const SCORE_MIN = 12;

/** What a table seems to be, for a person to correct. What it lacks is left out. */
export function propose(placed: readonly PlacedColumn[], options: DescribeOptions): BillMapping {
	const columns = proposeColumns(placed);
	const described: Pick<TableDescription, 'columns'> = { columns: placed.map(({ facts }) => facts) };
	const names = described.columns.map(({ name }) => name);
	const cellsOf = (field: MappedField) => placed.find(({ facts: { name } }) => name === columns[field])?.cells ?? [];
	const mapping: BillMapping = {
		version: 1,
		name: '',
		id: mappingId(''),
		leg: looksLikeTerminal(columns) ? 'terminal' : 'provider',
		zone: options.zone,
		currency: currencyOf(placed, columns, options.currency),
		tender: columns.tender === undefined ? tenderOf(names, columns) : null,
		unit: 'major',
		decimalMark: '.',
		dayOrder: likelierOrder([...cellsOf('dateTime'), ...cellsOf('date')]),
		fees: feeSign(cellsOf('amount'), cellsOf('fee')),
		columns,
		words: {
			kind: usualWords('kind', columns.kind, described),
			status: usualWords('status', columns.status, described),
			tender: usualWords('tender', columns.tender, described),
		},
		layout: layoutOf(names),
	};
	return settleByColumns(mapping, described);
}

function proposeColumns(placed: readonly PlacedColumn[]): BillMapping['columns'] {
	const candidates = MAPPED_FIELDS.flatMap((field) =>
		placed.flatMap((column) => {
			const score = fitsField(field, column) ? fieldScore(field, column.facts) : 0;
			return score >= SCORE_MIN ? [{ field, name: column.facts.name, score }] : [];
		}),
	).sort((a, b) => b.score - a.score);
	const columns: Partial<Record<MappedField, string>> = {};
	const taken = new Set<string>();
	for (const { field, name } of candidates) {
		if (columns[field] !== undefined || taken.has(name)) continue;
		columns[field] = name;
		taken.add(name);
	}
	return onlyOnce(withKinds(withNeeded(columns, placed, taken), placed));
}

/** Words say more than names: a column called "type" may hold kinds of trades, of cards or of terminals. */
function fieldScore(field: MappedField, { name, words }: ColumnFacts): number {
	const score = nameScore(field, name);
	if (field !== 'kind' && field !== 'status' && field !== 'tender') return score;
	const filled = words.filter(({ word }) => word !== '');
	const meanings = filled.flatMap((word) => word[field] ?? []);
	const understood = meanings.length / Math.max(1, filled.length);
	const telling = understood >= UNDERSTOOD && new Set(meanings).size > 1;
	return score * (WORDLESS + (1 - WORDLESS) * understood) + (telling ? WORDS_SCORE : 0);
}

/** What is left of a name's weight where none of the words is understood, and what words alone weigh where most are, and differ. */
const WORDLESS = 0.15;
const UNDERSTOOD = 0.8;
const WORDS_SCORE = 20;

/** Where states tell which rows give money back, they are kinds too; "refunded" stands on the sale itself. */
function withKinds(columns: Partial<Record<MappedField, string>>, placed: readonly PlacedColumn[]): typeof columns {
	const states = placed.find(({ facts: { name } }) => name === columns.status)?.facts;
	const tellsRefunds = states?.words.some(({ kind, word }) => kind === 'refund' && !/^已|ed$/i.test(word)) && states.words.some(({ kind }) => kind === 'sale');
	return columns.kind === undefined && states && tellsRefunds ? { ...columns, kind: states.name } : columns;
}

/** What a bill cannot do without is also known by what stands in the cells, where only one column can be meant. */
function withNeeded(columns: Partial<Record<MappedField, string>>, placed: readonly PlacedColumn[], taken: ReadonlySet<string>): typeof columns {
	const only = (field: MappedField) => {
		const free = placed.filter((column) => !taken.has(column.facts.name) && fitsField(field, column) && !(field === 'time' && mayBeMoney(column)));
		return free.length === 1 ? free[0]?.facts.name : undefined;
	};
	const found = { ...columns };
	const take = (field: MappedField) => {
		const name = found[field] ?? only(field);
		if (name !== undefined) found[field] = name;
	};
	if (found.dateTime === undefined && (found.date === undefined || found.time === undefined)) {
		take('dateTime');
		if (found.dateTime === undefined) {
			take('date');
			take('time');
		}
	}
	if (found.amount === undefined && found.moneyIn === undefined) {
		// Where money stands in one column only, it is what was paid, whatever a till calls it.
		const { net, ...others } = found;
		if (net !== undefined) return { ...others, amount: net };
		take('amount');
	}
	return found;
}

/** `12.50` may be a time or a price: without a name that says so it is a price. */
function mayBeMoney({ cells }: PlacedColumn): boolean {
	return !cells.some((cell) => /[:：]/.test(cell));
}

/** A time and an amount are each read from one place. */
function onlyOnce(columns: Partial<Record<MappedField, string>>): typeof columns {
	const { dateTime, date, time, amount, moneyIn, moneyOut, ...others } = columns;
	const when = dateTime === undefined ? { date, time } : { dateTime };
	const money = amount === undefined ? { moneyIn, moneyOut } : { amount };
	return Object.fromEntries(Object.entries({ ...when, ...money, ...others }).filter(([, name]) => name !== undefined));
}

/** A terminal's own journal has batches and its own numbers, and nothing of fees and payouts. */
function looksLikeTerminal(columns: BillMapping['columns']): boolean {
	const own = columns.traceNo !== undefined || columns.batchNo !== undefined || columns.authCode !== undefined;
	return own && columns.terminalId !== undefined && columns.fee === undefined && columns.net === undefined && columns.settlementDate === undefined;
}

const SIGNS: readonly (readonly [RegExp, Currency])[] = [
	[/€|\bEUR\b/, 'EUR'],
	[/£|\bGBP\b/, 'GBP'],
	[/HK\$|\bHKD\b/, 'HKD'],
	[/\bCHF\b/, 'CHF'],
	[/\bDKK\b/, 'DKK'],
	[/\bSEK\b/, 'SEK'],
	[/\bNOK\b/, 'NOK'],
	[/\$|\bUSD\b/, 'USD'],
	[/元|\bCNY\b|\bRMB\b/, 'CNY'],
];

/** By a sign or code in the cells or the names of the money; else the shop's. */
function currencyOf(placed: readonly PlacedColumn[], columns: BillMapping['columns'], otherwise: Currency): Currency {
	const written = placed.find(({ facts: { name } }) => name === columns.currency)?.cells.find((cell) => /^[A-Za-z]{3}$/.test(cell));
	if (written !== undefined) return written.toUpperCase();
	const money = placed.filter(({ facts: { name } }) => [columns.amount, columns.moneyIn, columns.moneyOut].includes(name));
	const text = money.flatMap(({ facts: { name }, cells }) => [name, ...cells.slice(0, 20)]).join(' ');
	return SIGNS.find(([sign]) => sign.test(text))?.[1] ?? otherwise;
}

/** A file without a column for it: by its other columns. */
function tenderOf(names: readonly string[], columns: BillMapping['columns']): Tender | null {
	const all = names.join(' ');
	if (/微信|wechat/i.test(all)) return 'wechat';
	if (/支付宝|alipay/i.test(all)) return 'alipay';
	return columns.card !== undefined || columns.authCode !== undefined ? 'card' : null;
}

/** Where the cells leave the order open: that by which the bill spans fewer days. It is asked about all the same. */
function likelierOrder(cells: readonly string[]): BillMapping['dayOrder'] {
	const span = (order: 'dmy' | 'mdy') => {
		const days = cells.flatMap((cell) => readDate(splitMoment(cell)?.day ?? cell, order) ?? []).sort();
		return days.length === 0 ? Number.POSITIVE_INFINITY : Date.parse(days.at(-1) ?? '') - Date.parse(days[0] ?? '');
	};
	return span('mdy') < span('dmy') ? 'mdy' : 'dmy';
}

/** Fees beside money that came in are mostly of one sign. */
function feeSign(amounts: readonly string[], fees: readonly string[]): BillMapping['fees'] {
	let [negative, positive] = [0, 0];
	fees.forEach((fee, at) => {
		if (isNegative(amounts[at] ?? '') || !/[1-9]/.test(fee)) return;
		if (isNegative(fee)) negative += 1;
		else positive += 1;
	});
	return negative > positive ? 'negative' : 'positive';
}

function isNegative(cell: string): boolean {
	return /^[-−－(]|^[¥￥$€£]\s*[-−－]/.test(plainMoney(cell, '.'));
}
