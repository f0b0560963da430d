import { createHash } from 'node:crypto';
import type { Problem, ProblemCode } from '../../src/domain/problems.ts';
import type { BillMapping } from '../../src/domain/receipts/bill-mapping.ts';
import { statementTakesPart } from '../../src/domain/receipts/import-body.ts';
import { nameInMappingId } from '../../src/domain/receipts/mapping/mapping-id.ts';
import type { BillReading } from '../../src/domain/receipts/reading.ts';
import type { StatementReading } from '../../src/domain/receipts/statement.ts';
import { CUTOVER_MINUTES_DEFAULT } from '../../src/domain/time.ts';
import { coverageToWire, type ReceiptWire, readReceipt, receiptToWire, type StatementWire, statementsToWire } from '../../src/feeds/protocol.ts';
import type { FileReading, ReadFile } from '../../src/importers/importer.ts';
import { BY_COMMON_WORDS } from '../../src/importers/read-file.ts';
import { safeText } from '../../src/importers/shared/reading/line-problems.ts';
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

export type BillFile = {
	readonly name: string;
	readonly bytes: Uint8Array;
	/** What is remembered of the file once it was read. */
	readonly mark: string;
	/** What was said about tables in no known format, and the mark where that decides how the file is read. */
	readonly mapped?: { readonly mappings: readonly BillMapping[]; readonly mark: string };
};

/** What a file says, under the name of its source; a file that cannot be read says nothing but why. */
export async function readBills(file: BillFile, source: string, readFile: ReadFile): Promise<PartContent> {
	const { mappings = [], mark = file.mark } = file.mapped ?? {};
	const read = await readFile({ name: file.name, bytes: file.bytes }, { format: null, zone: ZONE, cutoverMinutes: CUTOVER_MINUTES_DEFAULT, mappings });
	if (!read.ok) return unreadable(read.error.code === 'format_unknown' ? mark : file.mark, problemOf(read.error));
	const { bills } = read.value;
	const rows = bills.flatMap((bill) => bill.receipts.map((receipt) => checked({ ...receiptToWire(receipt, source), format: receipt.source })));
	const statements = read.value.statements.filter(statementTakesPart).map((statement) => passedOn(statement, file, source));
	const unread = [...bills, ...read.value.statements].flatMap(({ problems }) => problems.map(({ line, code, message }) => ({ line, code, message })));
	return {
		receipts: rows.flatMap((row) => ('receipt' in row ? [row.receipt] : [])),
		statements: statements.flatMap(({ wires }) => wires),
		coverage: bills.flatMap((bill) => coverageOf(bill, source)),
		problems: [...unread, ...rows.flatMap((row) => ('problem' in row ? [row.problem] : [])), ...statements.flatMap(({ problems }) => problems)],
		mark: dependsOnMappings(read.value) ? mark : file.mark,
	};
}

/** Whether another mapping could make something else of it. */
function dependsOnMappings({ bills, statements }: FileReading): boolean {
	return bills.some(({ format }) => nameInMappingId(format) !== null) || statements.some(({ format }) => format === BY_COMMON_WORDS);
}

const FILE_NAME_MAX = 200;

function passedOn(statement: StatementReading, { name }: BillFile, source: string): { wires: readonly StatementWire[]; problems: readonly PartProblem[] } {
	const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
	const { statements, unread } = statementsToWire(statement, { source, file: safeText(name, FILE_NAME_MAX), sha256 });
	return { wires: statements, problems: unread.map(({ line, reason }) => notPassedOn(line, reason)) };
}

/** A receipt that no tablet could read would keep every tablet from going on; it is left out and said. */
function checked(wire: ReceiptWire): { receipt: ReceiptWire } | { problem: PartProblem } {
	const read = readReceipt(wire);
	return read.ok ? { receipt: wire } : { problem: notPassedOn(wire.line, read.error) };
}

function notPassedOn(line: number | null, reason: string): PartProblem {
	return { line, code: 'row_unreadable', message: `The row cannot be passed on (${reason}).` };
}

export function unreadable(mark: string, problem: PartProblem): PartContent {
	return { receipts: [], statements: [], coverage: [], problems: [problem], mark };
}

function coverageOf({ coverage, format, leg, tenders, offset }: BillReading, source: string) {
	return coverage === null ? [] : [{ ...coverageToWire({ source, leg, interval: coverage, tenders }, offset), format }];
}

function problemOf({ code, detail }: Problem): PartProblem {
	return { line: null, code, message: WORDS[code] ?? detail ?? code };
}
