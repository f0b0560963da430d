import { maskCardNumbers } from '../../domain/card-numbers.ts';
import type { ImportId } from '../../domain/ids.ts';
import { type Problem, problem } from '../../domain/problems.ts';
import { importBody, statementBody, statementTakesPart, takesPart } from '../../domain/receipts/import-body.ts';
import type { FileBytes } from '../../domain/receipts/read-options.ts';
import type { BillReading } from '../../domain/receipts/reading.ts';
import type { PackedPage } from '../../domain/receipts/receipt-pages.ts';
import type { StatementReading } from '../../domain/receipts/statement.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { draft, type Ports, type ReadFileAnswer, type ReceiptBatch, type StageWatch } from '../ports.ts';

/** As `previewImport` answered; nothing is read again. */
export type CommitImportInput = { readonly file: FileBytes; readonly reading: ReadFileAnswer };

/** One import for each bill or bank statement of the file; `already` where the same bytes were taken in before, and then nothing was done. */
export type CommittedImport = { readonly imports: readonly ImportId[]; readonly already: boolean };

/**
 * Takes in a file that was previewed: its bytes are kept as evidence first, then all of its bills and bank statements in one commit, or none.
 * Receipts that are there already are written again with this import, so that withdrawing another one takes nothing of this away;
 * a bill without anything new still records the period that it covers.
 * Problems: `nothing_readable`, `reading_stopped`, and those of the storage.
 */
export async function commitImport(ports: Ports, input: CommitImportInput): Promise<Result<CommittedImport, Problem>> {
	const committed = await commitImports(ports, [input]);
	const [first] = committed.ok ? committed.value : [];
	return committed.ok && first ? ok(first) : committed.ok ? fail(problem('nothing_readable')) : committed;
}

/**
 * As `commitImport` for several files: all of them in one commit, or none; the answers stand in the order of the files. The signal
 * stops it until the entries are written; then nothing is left behind but bytes that were kept.
 */
export async function commitImports(
	ports: Ports,
	files: readonly CommitImportInput[],
	watch: StageWatch = {},
): Promise<Result<readonly CommittedImport[], Problem>> {
	const answers: CommittedImport[] = [];
	const parts: Part[] = [];
	const seen = new Map<string, readonly ImportId[]>();
	for (const { file, reading } of files) {
		const known = await ports.receipts.importByHash(reading.hash);
		const imports = known ? [known.id] : seen.get(reading.hash);
		if (imports) {
			answers.push({ imports, already: true });
			continue;
		}
		const own = partsOf(ports, file, reading);
		if (own.length === 0) return fail(problem('nothing_readable'));
		if (watch.signal?.aborted) return fail(problem('reading_stopped'));
		const kept = await ports.evidence.put({ name: maskCardNumbers(file.name), type: typeOf(file.name), bytes: file.bytes, sha256: reading.hash });
		if (!kept.ok) return kept;
		answers.push({ imports: own.map(({ entry }) => entry.id), already: false });
		seen.set(
			reading.hash,
			own.map(({ entry }) => entry.id),
		);
		for (const part of own) parts.push(part);
	}
	const written = parts.length === 0 ? ok(undefined) : await write(ports, parts, watch);
	return written.ok ? ok(answers) : written;
}

type Part = { readonly entry: ReturnType<typeof draft<'receipts-imported'>>; readonly batch: ReceiptBatch };

function partsOf(ports: Ports, file: FileBytes, { hash, bills, statements, packed }: ReadFileAnswer): Part[] {
	const name = maskCardNumbers(file.name);
	return [
		...bills.flatMap((bill, place) => (takesPart(bill) ? [billPart(ports, bill, { name, hash, packed: packed?.[place] ?? null })] : [])),
		...statements.filter(statementTakesPart).map((statement) => statementPart(ports, statement, { name, hash })),
	];
}

type Source = { readonly name: string; readonly hash: string; readonly packed: readonly PackedPage[] | null };

function billPart(ports: Ports, bill: BillReading, { name, hash, packed }: Source): Part {
	const entry = draft(ports, 'receipts-imported', importBody(bill, { name, hash }));
	const { format: source, leg, coverage: interval, tenders, receipts, problems } = bill;
	const coverage = interval === null ? [] : [{ source, leg, interval, tenders }];
	const rows = packed ? { receipts: [], packed } : { receipts };
	return { entry, batch: { importId: entry.id, ...rows, coverage, problems, withdrawn: [] } };
}

function statementPart(ports: Ports, statement: StatementReading, source: Pick<Source, 'name' | 'hash'>): Part {
	const entry = draft(ports, 'receipts-imported', statementBody(statement, source));
	return { entry, batch: { importId: entry.id, receipts: [], coverage: [], problems: statement.problems, withdrawn: [], lines: statement.lines } };
}

/** Pages that are on their way must not be taken for left over ones by another window; where that one is at it too, all go in one commit. */
async function write(ports: Ports, parts: readonly Part[], watch: StageWatch): Promise<Result<void, Problem>> {
	const staged = await ports.alone('stage', () => stageAndCommit(ports, parts, watch));
	return staged ?? commitParts(ports, parts);
}

/** The pages of large bills go ahead, so that the commit itself is short and no sale waits for it. */
async function stageAndCommit(ports: Ports, parts: readonly Part[], watch: StageWatch): Promise<Result<void, Problem>> {
	const large = parts.filter(({ batch }) => batch.packed);
	const answer = await stageThenCommit(ports, { parts, large }, watch);
	// Where the outcome is not known, the entry may be there and name them.
	if (!answer.ok && answer.error.code !== 'outcome_unknown') for (const { batch } of large) await ports.receipts.unstage(batch.importId);
	return answer;
}

type Split = { readonly parts: readonly Part[]; readonly large: readonly Part[] };

async function stageThenCommit(ports: Ports, { parts, large }: Split, { onProgress, ...watch }: StageWatch): Promise<Result<void, Problem>> {
	for (const [place, { entry, batch }] of large.entries()) {
		const told = (done: number) => onProgress?.((place + done) / large.length);
		const staged = await ports.receipts.stage(batch.importId, { bill: entry.body, pages: batch.packed ?? [] }, { ...watch, onProgress: told });
		if (!staged.ok) return staged;
	}
	return watch.signal?.aborted ? fail(problem('reading_stopped')) : commitParts(ports, parts);
}

async function commitParts(ports: Ports, parts: readonly Part[]): Promise<Result<void, Problem>> {
	const committed = await ports.ledger.commit(
		parts.map(({ entry }) => entry),
		parts.map(({ batch }) => batch),
	);
	return committed.ok ? ok(undefined) : committed;
}

const TYPES: Readonly<Record<string, string>> = {
	csv: 'text/csv',
	txt: 'text/plain',
	zip: 'application/zip',
	xls: 'application/vnd.ms-excel',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	xml: 'application/xml',
};

function typeOf(name: string): string {
	return TYPES[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream';
}
