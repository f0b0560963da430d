import { maskCardNumbers } from '../../domain/card-numbers.ts';
import type { DraftOf } from '../../domain/entries.ts';
import type { ImportId } from '../../domain/ids.ts';
import { type Problem, problem } from '../../domain/problems.ts';
import { importBody, statementBody, statementTakesPart, takesPart } from '../../domain/receipts/import-body.ts';
import type { FileBytes } from '../../domain/receipts/read-options.ts';
import type { BillReading } from '../../domain/receipts/reading.ts';
import type { StatementReading } from '../../domain/receipts/statement.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { draft, type Ports, type ReadFileAnswer, type ReceiptBatch } from '../ports.ts';

/** As `previewImport` answered; nothing is read again. */
export type CommitImportInput = { readonly file: FileBytes; readonly reading: ReadFileAnswer };

/** One import for each bill or bank statement of the file; `already` where the same bytes were taken in before, and then nothing was done. */
export type CommittedImport = { readonly imports: readonly ImportId[]; readonly already: boolean };

/**
 * Takes in a file that was previewed: its bytes are kept as evidence first, then all of its bills and bank statements in one commit, or none.
 * Receipts that are there already are written again with this import, so that withdrawing another one takes nothing of this away;
 * a bill without anything new still records the period that it covers.
 * Problems: `nothing_readable`, and those of the storage.
 */
export async function commitImport(ports: Ports, { file, reading }: CommitImportInput): Promise<Result<CommittedImport, Problem>> {
	const known = await ports.receipts.importByHash(reading.hash);
	if (known) return ok({ imports: [known.id], already: true });
	const bills = reading.bills.filter(takesPart);
	const statements = reading.statements.filter(statementTakesPart);
	if (bills.length + statements.length === 0) return fail(problem('nothing_readable'));
	const name = maskCardNumbers(file.name);
	const kept = await ports.evidence.put({ name, type: typeOf(file.name), bytes: file.bytes, sha256: reading.hash });
	if (!kept.ok) return kept;
	const source = { name, hash: reading.hash };
	const parts = [...bills.map((bill) => billPart(ports, bill, source)), ...statements.map((statement) => statementPart(ports, statement, source))];
	const entries = parts.map(({ entry }) => entry);
	const committed = await ports.ledger.commit(
		entries,
		parts.map(({ batch }) => batch),
	);
	return committed.ok ? ok({ imports: entries.map((entry) => entry.id), already: false }) : committed;
}

type Source = { readonly name: string; readonly hash: string };
type Part = { readonly entry: DraftOf<'receipts-imported'>; readonly batch: ReceiptBatch };

function billPart(ports: Ports, bill: BillReading, source: Source): Part {
	const entry = draft(ports, 'receipts-imported', importBody(bill, source));
	const { format, leg, coverage: interval, tenders, receipts, problems } = bill;
	const coverage = interval === null ? [] : [{ source: format, leg, interval, tenders }];
	return { entry, batch: { importId: entry.id, receipts, coverage, problems, withdrawn: [] } };
}

function statementPart(ports: Ports, statement: StatementReading, source: Source): Part {
	const entry = draft(ports, 'receipts-imported', statementBody(statement, source));
	return { entry, batch: { importId: entry.id, receipts: [], coverage: [], problems: statement.problems, withdrawn: [], lines: statement.lines } };
}

const TYPES: Readonly<Record<string, string>> = {
	csv: 'text/csv',
	txt: 'text/plain',
	xml: 'application/xml',
	zip: 'application/zip',
};

function typeOf(name: string): string {
	return TYPES[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream';
}
