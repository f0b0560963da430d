import { formatMajor } from '../domain/money.ts';
import type { BillReading, LineProblem } from '../domain/receipts/reading.ts';
import type { Receipt } from '../domain/receipts/receipt.ts';
import { formatIso, type Instant } from '../domain/time.ts';

/** Rows and problems shown; `--json` gives all. */
const ROWS_SHOWN = 20;

/** What is in a bill, in words for people. */
export function billReport(name: string, bill: BillReading): string {
	return [`${name}: ${bill.format}`, ...facts(bill), '', ...receiptLines(bill.receipts), ...problemLines(bill.problems), ''].join('\n');
}

function facts(bill: BillReading): string[] {
	const shown = (at: Instant) => formatIso({ at, offset: bill.offset });
	const { count, salesMinor, refundsMinor, feesMinor } = bill.totals;
	const [sales, refunds, fees] = [salesMinor, refundsMinor, feesMinor].map((minor) => `${formatMajor(minor, bill.currency)} ${bill.currency}`);
	return [
		`  kept by   ${bill.leg}, encoding ${bill.encoding ?? 'of a workbook'}`,
		`  covers    ${bill.coverage ? `${shown(bill.coverage.from)} to ${shown(bill.coverage.to)}` : 'nothing that the file tells'}`,
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
	const rows = receipts
		.slice(0, ROWS_SHOWN)
		.map((receipt) => [
			`line ${receipt.line ?? '?'}`,
			formatIso(receipt),
			receipt.status === 'success' ? receipt.kind : `${receipt.kind} (${receipt.status})`,
			formatMajor(receipt.amountMinor, receipt.currency),
			receipt.tender ?? '-',
			receipt.channelOrderNo ?? receipt.rrn ?? receipt.merchantOrderNo ?? receipt.id,
		]);
	const widths = [0, 1, 2, 3, 4, 5].map((column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)));
	const lines = rows.map((row) =>
		`  ${row.map((cell, column) => (column === 3 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0))).join('  ')}`.trimEnd(),
	);
	return [...lines, ...more(receipts.length)];
}

function problemLines(problems: readonly LineProblem[]): string[] {
	if (problems.length === 0) return [];
	const lines = problems.slice(0, ROWS_SHOWN).map(({ line, code, message }) => `  ${line === null ? 'file' : `line ${line}`}: ${code}: ${message}`);
	return ['', 'Not understood:', ...lines, ...more(problems.length)];
}

function more(count: number): string[] {
	return count > ROWS_SHOWN ? [`  … and ${count - ROWS_SHOWN} more (--json gives all)`] : [];
}
