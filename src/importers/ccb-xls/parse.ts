import type { StatementReading } from '../../domain/receipts/statement.ts';
import type { ParseContext } from '../importer.ts';
import { problemLog } from '../shared/reading/line-problems.ts';
import { type BalanceRow, noteRunningBalance } from '../shared/reading/running-balance.ts';
import { assembleStatement, type BankLineDraft } from '../shared/reading/statement.ts';
import { calendarDays } from '../shared/reading/statement-days.ts';
import { progressOver } from '../shared/table/lines.ts';
import type { TableSource } from '../shared/table/table-source.ts';
import { cellOf, readTable } from '../shared/table/tables.ts';
import { splitTrailing } from '../shared/table/trailing-cells.ts';
import { BEIJING } from '../shared/values/times.ts';
import { COLUMN, KNOWN, PRIVATE, REQUIRED } from './columns.ts';
import { balanceAfter, readBooking } from './row.ts';

/** The notice at the end (以上数据仅供参考…), and captions of the account. */
const CAPTION = /^\W*(?:以上数据|China Construction Bank|开户机构|币\s*种[:：]|账\s*号[:：])/;

/** Reads a 交易明细 of the China Construction Bank. It states no totals; each row's balance must follow from the one before. */
export function parseCcbXls(table: TableSource, context: ParseContext): StatementReading {
	const log = problemLog();
	const lines: BankLineDraft[] = [];
	const balances: BalanceRow[] = [];
	readTable(
		table,
		{ required: REQUIRED, known: KNOWN, privateColumns: PRIVATE, split: splitTrailing },
		{
			log,
			progress: progressOver(table.lines.length, context.onProgress),
			header: () => {},
			aside: (line) => CAPTION.test(line),
			row: (row, note) => {
				const line = readBooking(row, note);
				if (line) lines.push(line);
				balances.push({ line: row.line, account: cellOf(row, COLUMN.currency), amountMinor: line?.amountMinor ?? null, balanceMinor: balanceAfter(row) });
			},
		},
	);
	noteRunningBalance(balances, log);
	const days = calendarDays(
		lines.map(({ bookedOn }) => bookedOn),
		{ offset: BEIJING },
		log,
	);
	return assembleStatement({ format: 'ccb-xls', currency: lines[0]?.currency ?? 'CNY', ...days, lines, footerAgrees: null }, context, log);
}
