import type { Problem, ProblemCode } from '../../src/domain/problems.ts';
import type { BillReading } from '../../src/domain/receipts/reading.ts';
import type { StatementReading } from '../../src/domain/receipts/statement.ts';
import { CUTOVER_MINUTES_DEFAULT } from '../../src/domain/time.ts';
import { coverageToWire, type ReceiptWire, readReceipt, receiptToWire } from '../../src/feeds/protocol.ts';
import type { ReadFile } from '../../src/importers/importer.ts';
import type { PartContent, PartProblem } from '../journal/journal.ts';

/** Used where a file states no zone, as the command line does. */
const ZONE = 'Asia/Shanghai';

const WORDS: Partial<Record<ProblemCode, string>> = {
	file_empty: 'The file is empty.',
	file_too_large: 'The file is too large to be a bill.',
	format_unknown: 'The file is in no known format.',
	archive_locked: 'The file has a password.',
	archive_unreadable: 'The archive is damaged.',
	archive_too_large: 'The archive unpacks to more than a bill can be.',
	nothing_readable: 'Nothing in the file could be read.',
};

export type BillFile = { readonly name: string; readonly bytes: Uint8Array; readonly mark: string };

/** What a file says, under the name of its source; a file that cannot be read says nothing but why. */
export async function readBills(file: BillFile, source: string, readFile: ReadFile): Promise<PartContent> {
	const read = await readFile({ name: file.name, bytes: file.bytes }, { format: null, zone: ZONE, cutoverMinutes: CUTOVER_MINUTES_DEFAULT });
	if (!read.ok) return unreadable(file.mark, problemOf(read.error));
	const { bills, statements } = read.value;
	const rows = bills.flatMap((bill) => bill.receipts.map((receipt) => checked(receiptToWire(receipt, source))));
	const unread = bills.flatMap((bill) => bill.problems.map(({ line, code, message }) => ({ line, code, message })));
	return {
		receipts: rows.flatMap((row) => ('receipt' in row ? [row.receipt] : [])),
		coverage: bills.flatMap((bill) => coverageOf(bill, source)),
		problems: [...statements.map(notPassedOn), ...unread, ...rows.flatMap((row) => ('problem' in row ? [row.problem] : []))],
		mark: file.mark,
	};
}

/** The feed carries receipts; lines of a bank statement are none. */
function notPassedOn({ format, lines }: StatementReading): PartProblem {
	return {
		line: null,
		code: 'statement_not_passed_on',
		message: `A bank statement (${format}, ${lines.length} lines). Statements are imported on the tablet.`,
	};
}

/** A receipt that no tablet could read would keep every tablet from going on; it is left out and said. */
function checked(wire: ReceiptWire): { receipt: ReceiptWire } | { problem: PartProblem } {
	const read = readReceipt(wire);
	return read.ok ? { receipt: wire } : { problem: { line: wire.line, code: 'row_unreadable', message: `The row cannot be passed on (${read.error}).` } };
}

export function unreadable(mark: string, problem: PartProblem): PartContent {
	return { receipts: [], coverage: [], problems: [problem], mark };
}

function coverageOf({ coverage, leg, tenders, offset }: BillReading, source: string) {
	return coverage === null ? [] : [coverageToWire({ source, leg, interval: coverage, tenders }, offset)];
}

function problemOf({ code, detail }: Problem): PartProblem {
	return { line: null, code, message: WORDS[code] ?? detail ?? code };
}
