import { maskCardNumbers } from '../../domain/card-numbers.ts';
import type { ImportId } from '../../domain/ids.ts';
import { type Problem, problem } from '../../domain/problems.ts';
import { importBody, takesPart } from '../../domain/receipts/import-body.ts';
import type { FileBytes } from '../../domain/receipts/read-options.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { draft, type Ports, type ReadFileAnswer, type ReceiptBatch } from '../ports.ts';

/** As `previewImport` answered; nothing is read again. */
export type CommitImportInput = { readonly file: FileBytes; readonly reading: ReadFileAnswer };

/** One import for each bill of the file; `already` where the same bytes were taken in before, and then nothing was done. */
export type CommittedImport = { readonly imports: readonly ImportId[]; readonly already: boolean };

/**
 * Takes in a file that was previewed: its bytes are kept as evidence first, then all of its bills in one commit, or none.
 * Receipts that are there already are written again with this import, so that withdrawing another one takes nothing of this away;
 * a bill without anything new still records the period that it covers.
 * Problems: `nothing_readable`, and those of the storage.
 */
export async function commitImport(ports: Ports, { file, reading }: CommitImportInput): Promise<Result<CommittedImport, Problem>> {
	const known = await ports.receipts.importByHash(reading.hash);
	if (known) return ok({ imports: [known.id], already: true });
	const bills = reading.bills.filter(takesPart);
	if (bills.length === 0) return fail(problem('nothing_readable'));
	const name = maskCardNumbers(file.name);
	const kept = await ports.evidence.put({ name, type: typeOf(file.name), bytes: file.bytes, sha256: reading.hash });
	if (!kept.ok) return kept;
	const parts = bills.map((bill) => {
		const entry = draft(ports, 'receipts-imported', importBody(bill, { name, hash: reading.hash }));
		const { format: source, leg, coverage: interval, tenders, receipts, problems } = bill;
		const coverage = interval === null ? [] : [{ source, leg, interval, tenders }];
		const batch: ReceiptBatch = { importId: entry.id, receipts, coverage, problems, withdrawn: [] };
		return { entry, batch };
	});
	const entries = parts.map(({ entry }) => entry);
	const committed = await ports.ledger.commit(
		entries,
		parts.map(({ batch }) => batch),
	);
	return committed.ok ? ok({ imports: entries.map((entry) => entry.id), already: false }) : committed;
}

const TYPES: Readonly<Record<string, string>> = {
	csv: 'text/csv',
	txt: 'text/plain',
	zip: 'application/zip',
};

function typeOf(name: string): string {
	return TYPES[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream';
}
