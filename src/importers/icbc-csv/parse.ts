import type { StatementReading } from '../../domain/receipts/statement.ts';
import type { ParseContext } from '../importer.ts';
import { problemLog } from '../shared/reading/line-problems.ts';
import { assembleStatement, type BankLineDraft } from '../shared/reading/statement.ts';
import { calendarDays } from '../shared/reading/statement-days.ts';
import { progressOver } from '../shared/table/lines.ts';
import type { TableSource } from '../shared/table/table-source.ts';
import { readTable } from '../shared/table/tables.ts';
import { splitTrailing } from '../shared/table/trailing-cells.ts';
import { BEIJING } from '../shared/values/times.ts';
import { KNOWN, PRIVATE, REQUIRED } from './columns.ts';
import { icbcFooter } from './footer.ts';
import { readBooking } from './row.ts';

/** Reads a 明细查询 of the Industrial and Commercial Bank of China, newest or oldest row first; totals stand at its end. */
export function parseIcbcCsv(table: TableSource, context: ParseContext): StatementReading {
	const log = problemLog();
	const footer = icbcFooter();
	const lines: BankLineDraft[] = [];
	readTable(
		table,
		{ required: REQUIRED, known: KNOWN, privateColumns: PRIVATE, split: splitTrailing },
		{
			log,
			progress: progressOver(table.lines.length, context.onProgress),
			header: footer.header,
			aside: footer.aside,
			row: (row, note) => {
				footer.row(row);
				const line = readBooking(row, note);
				if (line) lines.push(line);
			},
		},
	);
	const footerAgrees = footer.finish(log);
	const days = calendarDays(
		lines.map(({ bookedOn }) => bookedOn),
		{ offset: BEIJING },
		log,
	);
	return assembleStatement({ format: 'icbc-csv', currency: lines[0]?.currency ?? 'CNY', ...days, lines, footerAgrees }, context, log);
}
