import type { BillReading } from '../../domain/receipts/reading.ts';
import type { ParseContext } from '../importer.ts';
import { assembleBill } from '../shared/reading/bill.ts';
import { wholeDays } from '../shared/reading/coverage.ts';
import type { ReceiptDraft } from '../shared/reading/identity.ts';
import { type ProblemLog, problemLog } from '../shared/reading/line-problems.ts';
import { splitPlain } from '../shared/table/csv.ts';
import { headerOf } from '../shared/table/header.ts';
import { progressOver } from '../shared/table/lines.ts';
import { addDraft } from '../shared/table/notes.ts';
import type { TableSource } from '../shared/table/table-source.ts';
import { readTable } from '../shared/table/tables.ts';
import { coveredTenders } from '../shared/trades/covered-tenders.ts';
import { readTrade } from '../shared/trades/trade-row.ts';
import { BEIJING } from '../shared/values/times.ts';
import { KNOWN, NAMES, PRIVATE, REQUIRED } from './columns.ts';
import { ALLINPAY_TRADE } from './row.ts';
import { type RowShape, shapeOf } from './shape.ts';

/** Reads an Allinpay 收银宝 file with or without column names; whole calendar days of Beijing time, all that the acquirer takes. */
export function parseAllinpay(table: TableSource, context: ParseContext): BillReading {
	const log = problemLog();
	const drafts: ReceiptDraft[] = [];
	const bare = shapeOfBareRows(table);
	// Where names are missing they are put above the rows, whose lines are then one less than they seem.
	const offset = bare ? 1 : 0;
	readTable(
		bare ? withNames(table, bare) : table,
		{ required: REQUIRED, known: KNOWN, privateColumns: PRIVATE, split: splitPlain },
		{
			log: bare ? shifted(log, offset) : log,
			progress: progressOver(table.lines.length, context.onProgress),
			header: () => {},
			aside: () => false,
			row: (row, note) => addDraft(drafts, readTrade({ ...row, line: row.line - offset }, ALLINPAY_TRADE, note), row),
		},
	);
	const tenders = coveredTenders(drafts, ['card']);
	return assembleBill(
		{ format: 'allinpay', leg: 'provider', currency: 'CNY', offset: BEIJING, coverage: wholeDays(drafts, 0), tenders, drafts, footerAgrees: null },
		context,
		log,
	);
}

/** How rows stand that have no names above them; null where names come first. */
function shapeOfBareRows({ lines }: TableSource): RowShape | null {
	for (const line of lines) {
		if (line.includes(REQUIRED[0]) && headerOf(line, REQUIRED)) return null;
		const shape = shapeOf(line);
		if (shape) return shape;
	}
	return null;
}

function withNames({ lines, cells }: TableSource, shape: RowShape): TableSource {
	const names = Array.from({ length: shape.cells }, (_, place) => NAMES[place] ?? '');
	return { lines: [names.join(shape.delimiter), ...lines], cells: cells && [names, ...cells] };
}

function shifted(log: ProblemLog, offset: number): ProblemLog {
	return { ...log, add: (problem) => log.add({ ...problem, line: problem.line === null ? null : problem.line - offset }) };
}
