import { formatMajor } from '../domain/money.ts';
import type { BillReading, LineProblem } from '../domain/receipts/reading.ts';
import type { Receipt } from '../domain/receipts/receipt.ts';
import type { StatementReading } from '../domain/receipts/statement.ts';
import { formatIso, type Interval, type OffsetMinutes } from '../domain/time.ts';

/** Rows and problems shown; `--json` gives all. */
const ROWS_SHOWN = 20;

/** What is in a bill, in words for people. */
export function billReport(name: string, bill: BillReading): string {
	return [`${name}: ${bill.format}`, ...facts(bill), '', ...receiptLines(bill.receipts), ...problemLines(bill.problems), ''].join('\n');
}

/** What is in a bank statement, in words for people. */
export function statementReport(name: string, statement: StatementReading): string {
	const { currency, totals, coverage, footer, lines } = statement;
	const [credits, debits] = [totals.creditsMinor, totals.debitsMinor].map((minor) => `${formatMajor(minor, currency)} ${currency}`);
	const rows = lines.map((line) => [
		`line ${line.line ?? '?'}`,
		line.bookedOn,
		formatMajor(line.amountMinor, line.currency),
		line.currency,
		line.counterparty ?? '-',
		line.reference ?? '-',
	]);
	return [
		`${name}: ${statement.format}`,
		`  kept by   bank, encoding ${statement.encoding ?? 'of a workbook'}`,
		`  covers    ${coverage ? coverageWords(coverage, statement.offset) : 'nothing that the file tells'}`,
		`  lines     ${totals.count}: came in ${credits}, went out ${debits}`,
		`  balance   ${footerWords(footer.agrees)}`,
		`  problems  ${statement.problems.length === 0 ? 'none' : statement.problems.length}`,
		'',
		...tableLines(rows, 2),
		...problemLines(statement.problems),
		'',
	].join('\n');
}

function coverageWords({ from, to }: Interval, offset: OffsetMinutes): string {
	return `${formatIso({ at: from, offset })} to ${formatIso({ at: to, offset })}`;
}

function facts(bill: BillReading): string[] {
	const { count, salesMinor, refundsMinor, feesMinor } = bill.totals;
	const [sales, refunds, fees] = [salesMinor, refundsMinor, feesMinor].map((minor) => `${formatMajor(minor, bill.currency)} ${bill.currency}`);
	return [
		`  kept by   ${bill.leg}, encoding ${bill.encoding ?? 'of a workbook'}`,
		`  covers    ${bill.coverage ? coverageWords(bill.coverage, bill.offset) : 'nothing that the file tells'}`,
		`  for       ${bill.tenders === null ? 'every tender' : bill.tenders.join(', ') || 'no tender as a whole'}`,
		`  receipts  ${count}: sales ${sales}, refunds ${refunds}, fees ${fees}`,
		`  footer    ${footerWords(bill.footer.agrees)}`,
		`  problems  ${bill.problems.length === 0 ? 'none' : bill.problems.length}`,
	];
}

function footerWords(agrees: boolean | null): string {
	if (agrees === null) return 'none';
	return agrees ? 'agrees with the rows' : 'does NOT agree with the rows';
}

function receiptLines(receipts: readonly Receipt[]): string[] {
	const rows = receipts.map((receipt) => [
		`line ${receipt.line ?? '?'}`,
		formatIso(receipt),
		receipt.status === 'success' ? receipt.kind : `${receipt.kind} (${receipt.status})`,
		formatMajor(receipt.amountMinor, receipt.currency),
		receipt.tender ?? '-',
		receipt.channelOrderNo ?? receipt.rrn ?? receipt.merchantOrderNo ?? receipt.id,
	]);
	return tableLines(rows, 3);
}

/** The first rows in columns; the amount stands to the right of its column. */
function tableLines(rows: readonly (readonly string[])[], amountColumn: number): string[] {
	const shown = rows.slice(0, ROWS_SHOWN);
	const widths = (shown[0] ?? []).map((_, column) => Math.max(0, ...shown.map((row) => row[column]?.length ?? 0)));
	const lines = shown.map((row) =>
		`  ${row.map((cell, column) => (column === amountColumn ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0))).join('  ')}`.trimEnd(),
	);
	return [...lines, ...more(rows.length)];
}

function problemLines(problems: readonly LineProblem[]): string[] {
	if (problems.length === 0) return [];
	const lines = problems.slice(0, ROWS_SHOWN).map(({ line, code, message }) => `  ${line === null ? 'file' : `line ${line}`}: ${code}: ${message}`);
	return ['', 'Not understood:', ...lines, ...more(problems.length)];
}

function more(count: number): string[] {
	return count > ROWS_SHOWN ? [`  … and ${count - ROWS_SHOWN} more (--json gives all)`] : [];
}
