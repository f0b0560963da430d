import { currencyDigits } from '../../domain/money.ts';
import type { StatementReading } from '../../domain/receipts/statement.ts';
import type { ParseContext } from '../importer.ts';
import { type Note, problemLog } from '../shared/reading/line-problems.ts';
import { type BalanceRow, noteRunningBalance } from '../shared/reading/running-balance.ts';
import { assembleStatement, type BankLineDraft } from '../shared/reading/statement.ts';
import { calendarDays } from '../shared/reading/statement-days.ts';
import { progressOver } from '../shared/table/lines.ts';
import type { TableSource } from '../shared/table/table-source.ts';
import { type Row, readTable } from '../shared/table/tables.ts';
import { currencyOfZone } from '../shared/values/currencies.ts';
import { BEIJING } from '../shared/values/times.ts';
import { readCell } from './amounts.ts';
import { bankAsides, isBalanceCaption } from './asides.ts';
import { textOf } from './cells.ts';
import { type BankLayout, bankLayout } from './layout.ts';
import { readBooking, rowCurrency } from './row.ts';
import { type Style, styleOf } from './style.ts';

type NotedRow = { readonly row: Row; readonly note: Note };

/** Reads a table of any bank by the names of its columns: an amount with its sign, one with a mark of its direction, or a column for each. */
export function parseBankCsv(table: TableSource, context: ParseContext): StatementReading {
	const log = problemLog();
	const layout = bankLayout(table);
	if (!layout) return assembleStatement({ ...EMPTY, currency: currencyOfZone(context.zone) }, context, log);
	const asides = bankAsides(layout.delimiter);
	const rows: NotedRow[] = [];
	readTable(
		layout.table,
		{
			required: ['bookedOn', ...layout.names.filter((name) => name === 'amount' || name === 'debit' || name === 'credit')],
			known: layout.names,
			privateColumns: [...(layout.columns.account ?? []), ...(layout.columns.private ?? [])],
			split: null,
		},
		{
			log,
			progress: progressOver(table.lines.length, context.onProgress),
			header: () => {},
			aside: asides.take,
			row: (row, note) => rows.push({ row, note }),
		},
	);
	const style = styleOf(
		rows.map(({ row }) => row),
		layout,
		{ zone: context.zone, log },
	);
	const { lines, balances } = readRows(rows, layout, style);
	noteRunningBalance(balances, log);
	const days = calendarDays(
		lines.map(({ bookedOn }) => bookedOn),
		layout.chinese ? { offset: BEIJING } : { zone: context.zone },
		log,
	);
	const footerAgrees = asides.agrees(sumOf(lines, balances, style), style.mark);
	return assembleStatement({ ...EMPTY, currency: lines[0]?.currency ?? style.currency, ...days, lines, footerAgrees }, context, log);
}

const EMPTY = { format: 'bank-csv', offset: 0, coverage: null, lines: [], footerAgrees: null } as const;

function readRows(rows: readonly NotedRow[], { columns }: BankLayout, style: Style): { lines: BankLineDraft[]; balances: BalanceRow[] } {
	const lines: BankLineDraft[] = [];
	const balances: BalanceRow[] = [];
	for (const { row, note } of rows) {
		const isBalance = isBalanceRow(row, columns);
		const line = isBalance ? null : readBooking(row, columns, { style, note });
		if (line) lines.push(line);
		const currency = rowCurrency(row, columns, style);
		const balance = readCell(textOf(row, columns, 'balance'), { currency, mark: style.mark });
		balances.push({
			line: row.line,
			account: `${textOf(row, columns, 'account')} ${currency}`,
			amountMinor: line?.amountMinor ?? null,
			balanceMinor: balance.ok ? balance.value : null,
		});
	}
	return { lines, balances };
}

/** A row that only says what the balance was. */
function isBalanceRow(row: Row, columns: BankLayout['columns']): boolean {
	const isEmpty = (['amount', 'debit', 'credit'] as const).every((role) => textOf(row, columns, role) === '');
	return isEmpty && row.cells.some(isBalanceCaption);
}

/** What the lines come to, in units of the fifth decimal; null where a row could not be read or currencies are mixed. */
function sumOf(lines: readonly BankLineDraft[], balances: readonly BalanceRow[], { currency }: Style): bigint | null {
	if (lines.length < balances.length || lines.some((line) => line.currency !== currency)) return null;
	return lines.reduce((sum, { amountMinor }) => sum + BigInt(amountMinor), 0n) * 10n ** BigInt(5 - currencyDigits(currency));
}
