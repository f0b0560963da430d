import type { Tender } from '../../ledger/tender.ts';
import type { AmountUnit, BillMapping, DayOrder, DecimalMark } from '../bill-mapping.ts';
import type { ReceiptKind, ReceiptStatus } from '../receipt.ts';

/** A word of a column, and what it usually means as a kind, a state or a way of paying. */
export type WordGuess = {
	readonly word: string;
	readonly kind: ReceiptKind | null;
	readonly status: ReceiptStatus | null;
	readonly tender: Tender | null;
};

/** A cell that could be read either way, and what it would be: days as `YYYY-MM-DD`, numbers as plain decimal text. */
export type DayExample = { readonly text: string; readonly dmy: string; readonly mdy: string };
export type MarkExample = { readonly text: string; readonly point: string; readonly comma: string };
export type UnitExample = { readonly text: string; readonly number: string };

/** What the cells of a column tell. Where they settle something it is named, else there is an example if they could be read either way. */
export type ColumnFacts = {
	/** As in the mapping: without blanks, brackets half-width. */
	readonly name: string;
	/** As it stands in the table. */
	readonly title: string;
	readonly dayOrder: DayOrder | null;
	readonly dayExample: DayExample | null;
	readonly decimalMark: DecimalMark | null;
	readonly markExample: MarkExample | null;
	readonly unit: AmountUnit | null;
	readonly unitExample: UnitExample | null;
	/** Different words, where the column holds few; empty otherwise. */
	readonly words: readonly WordGuess[];
};

/** A table that no format knows: its columns, its first rows, and what it seems to be. Cells are masked. */
export type TableDescription = {
	readonly columns: readonly ColumnFacts[];
	/** One cell for each of `columns`. */
	readonly rows: readonly (readonly string[])[];
	readonly rowCount: number;
	/** May lack a column that is needed; then `missingColumns` says so. */
	readonly proposal: BillMapping;
};
