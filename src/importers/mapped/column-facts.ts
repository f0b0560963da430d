import type { AmountUnit } from '../../domain/receipts/bill-mapping.ts';
import type { ColumnFacts } from '../../domain/receipts/mapping/table-description.ts';
import { safeText } from '../shared/reading/line-problems.ts';
import { isAboutPeople } from '../shared/table/notes.ts';
import { plainNumber, readExact } from '../shared/values/amounts.ts';
import { decimalMarkOf } from '../shared/values/decimals.ts';
import { dayOrderOf } from '../shared/values/local-dates.ts';
import { isDayText, isMomentText, isMoneyText } from './cell-kinds.ts';
import type { FoundTable } from './find-table.ts';
import { readDate, splitMoment } from './moments.ts';
import { plainMoney } from './money.ts';
import { statedTotals } from './total-lines.ts';
import { usualMeaning } from './usual-words.ts';

const WORDS_MAX = 30;
const WORD_LENGTH_MAX = 60;
const EXAMPLE_MAX = 40;
const TITLE_MAX = 80;

/** What the cells of the column at a place tell. */
export function columnFacts(table: FoundTable, place: number): ColumnFacts {
	const name = table.names[place] ?? '';
	const cells = table.rows.flatMap((row) => row[place] || []);
	const days = cells.flatMap((cell) => (isDayText(cell) ? [cell] : isMomentText(cell) ? [splitMoment(cell)?.day ?? ''] : []));
	const money = cells.filter(isMoneyText);
	const isMoney = money.length * 2 > cells.length && days.length * 2 <= cells.length;
	return {
		name,
		title: safeText((table.titles[place] ?? '').replace(/\s+/g, ' '), TITLE_MAX),
		...dayFacts(days),
		...(isMoney ? moneyFacts(money, { name, totals: table.totals }) : NO_MONEY),
		words: isMoney || days.length > 0 ? [] : shownWords(wordsOf(cells, cells.length < table.rows.length), name),
	};
}

const NO_MONEY = { decimalMark: null, markExample: null, unit: null, unitExample: null } as const;

function dayFacts(days: readonly string[]): Pick<ColumnFacts, 'dayOrder' | 'dayExample'> {
	const dayOrder = dayOrderOf(days);
	if (dayOrder !== null) return { dayOrder, dayExample: null };
	for (const text of days) {
		const [dmy, mdy] = [readDate(text, 'dmy'), readDate(text, 'mdy')];
		if (dmy !== null && mdy !== null && dmy !== mdy) return { dayOrder, dayExample: { text, dmy, mdy } };
	}
	return { dayOrder, dayExample: null };
}

type MoneyContext = { readonly name: string; readonly totals: FoundTable['totals'] };

function moneyFacts(cells: readonly string[], { name, totals }: MoneyContext): Pick<ColumnFacts, 'decimalMark' | 'markExample' | 'unit' | 'unitExample'> {
	const numbers = cells.map((cell) => cell.replace(/[^\d.,]+$/, ''));
	const decimalMark = decimalMarkOf(numbers);
	const unit = unitOf(cells, { name, totals });
	const longest = cells.reduce((most, cell) => (cell.length > most.length ? cell : most), '');
	const number = plainNumber(plainMoney(longest, decimalMark ?? '.'));
	return {
		decimalMark,
		markExample: decimalMark === null ? markExample(cells) : null,
		unit,
		unitExample: unit === null && number !== null ? { text: safeText(longest, EXAMPLE_MAX), number: number.replace('-', '') } : null,
	};
}

function markExample(cells: readonly string[]): ColumnFacts['markExample'] {
	for (const cell of cells) {
		if (!/\d[.,]\d/.test(cell)) continue;
		const [point, comma] = [plainNumber(plainMoney(cell, '.')), plainNumber(plainMoney(cell, ','))];
		if (point !== null && comma !== null) return { text: safeText(cell, EXAMPLE_MAX), point: point.replace('-', ''), comma: comma.replace('-', '') };
	}
	return null;
}

/**
 * Decimals, groups of digits and currency signs are written in whole units only; else the column's name may say, or totals that are written in the other
 * unit. Null where nothing says, or where they contradict each other.
 */
function unitOf(cells: readonly string[], { name, totals }: MoneyContext): AmountUnit | null {
	const named = unitInName(name);
	if (cells.some((cell) => /[¥￥$€£元]|\d[.,]\d/.test(cell))) return named === 'minor' ? null : 'major';
	return named ?? unitByTotals(cells, totals);
}

function unitInName(name: string): AmountUnit | null {
	if (/[(_-](?:分|fen|cents?|minor)\)?$|minorunits?|incents/i.test(name)) return 'minor';
	return /[(_-](?:元|yuan|rmb|cny|eur|usd|gbp|chf|hkd)\)?$/i.test(name) ? 'major' : null;
}

const MINOR_PER_MAJOR = 100n;

function unitByTotals(cells: readonly string[], totals: FoundTable['totals']): AmountUnit | null {
	const sum = cells.reduce<bigint | null>((total, cell) => {
		const exact = readExact(plainMoney(cell, '.'));
		return total === null || exact === null ? null : total + exact;
	}, 0n);
	if (sum === null) return null;
	for (const { value } of totals.flatMap(statedTotals)) {
		const mark = decimalMarkOf([value]);
		const stated = mark === null ? null : readExact(plainMoney(value.trim(), mark));
		if (stated === null || stated === 0n) continue;
		if (stated === sum) return 'major';
		if (stated * MINOR_PER_MAJOR === sum) return 'minor';
	}
	return null;
}

/** A column about people shows its words only where they are kinds, states or cards, not names. */
function shownWords(words: ColumnFacts['words'], name: string): ColumnFacts['words'] {
	const understood = words.filter(({ word, kind, status, tender }) => word === '' || kind !== null || status !== null || tender !== null);
	return isAboutPeople(name) && understood.length < words.length * 0.8 ? [] : words;
}

/** Different words, where the column repeats few of them; an empty cell may be one. */
function wordsOf(cells: readonly string[], hasEmpty: boolean): ColumnFacts['words'] {
	const words = [...new Set(cells)];
	const repeats = words.length <= WORDS_MAX && (words.length <= 6 || words.length * 2 <= cells.length);
	if (words.length === 0 || !repeats || words.some((word) => word.length > WORD_LENGTH_MAX)) return [];
	return [...words, ...(hasEmpty ? [''] : [])].map((word) => usualMeaning(safeText(word, WORD_LENGTH_MAX)));
}
