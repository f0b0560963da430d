import { numberInPlaceName } from '../../domain/receipts/mapping/nameless.ts';
import type { ColumnFacts, TableDescription } from '../../domain/receipts/mapping/table-description.ts';
import type { DescribeOptions } from '../../domain/receipts/read-options.ts';
import { safeText } from '../shared/reading/line-problems.ts';
import { isAboutPeople } from '../shared/table/notes.ts';
import { isCardText, isMomentText, isMoneyText } from './cell-kinds.ts';
import { columnFacts } from './column-facts.ts';
import type { FoundTable } from './find-table.ts';
import { propose } from './propose.ts';

const ROWS_SHOWN = 12;
const CELL_MAX = 60;
const HIDDEN = '•••';
const HOLDS_WORDS = /\p{Script=Han}|[\p{L}]{2,} +[\p{L}]{2,}/u;
const REFERENCES = ['channelOrderNo', 'merchantOrderNo', 'rrn', 'traceNo', 'authCode', 'batchNo', 'terminalId', 'originalRef'] as const;

/** A table in words for the screen: names, the first rows without anything about people, and what it seems to be. */
export function describeFound(table: FoundTable, options: DescribeOptions): TableDescription {
	// Of two columns with one name the first counts, as it does when the table is read.
	const places = table.names.flatMap((name, place) => (name !== '' && table.names.indexOf(name) === place ? [place] : []));
	const placed = places.map((place) => ({ facts: columnFacts(table, place), cells: table.rows.map((row) => row[place] ?? '') }));
	const proposal = propose(placed, options);
	return {
		columns: placed.map(({ facts }) => facts),
		rows: table.rows.slice(0, ROWS_SHOWN).map((row) => placed.map(({ facts }, at) => shown(row[places[at] ?? 0] ?? '', facts, proposal.columns))),
		rowCount: table.rows.length,
		proposal,
	};
}

/** Columns about people are hidden, unless one of them was taken for something that a bill needs. */
function shown(cell: string, { name, words }: ColumnFacts, columns: TableDescription['proposal']['columns']): string {
	if (cell === '') return '';
	const isUsed = Object.entries(columns).some(([field, used]) => field !== 'card' && used === name);
	if (isAboutPeople(name) && !isUsed) return isCardText(cell) ? `*${cell.replace(/\D/g, '').slice(-4)}` : HIDDEN;
	// A column without a name may be about people: words are shown only where they are few and come again.
	const mayBeAnybody = numberInPlaceName(name) !== null && !isUsed && words.length === 0 && HOLDS_WORDS.test(cell);
	if (mayBeAnybody && !isMomentText(cell) && !isMoneyText(cell)) return HIDDEN;
	// Numbers of orders stay whole, as they do in receipts: many of them look like numbers of cards.
	const isReference = REFERENCES.some((field) => columns[field] === name);
	return isReference ? cell.slice(0, CELL_MAX) : safeText(cell, CELL_MAX);
}
