import { SHOP_DEFAULT } from '../../domain/ledger/shop.ts';
import { shopDay } from '../../domain/ledger/shop-day.ts';
import { type Problem, problem } from '../../domain/problems.ts';
import type { BillMapping } from '../../domain/receipts/bill-mapping.ts';
import { type DayOf, shopDays } from '../../domain/receipts/days-touched.ts';
import { statementTakesPart, takesPart } from '../../domain/receipts/import-body.ts';
import { type BillPreview, previewBill, previewKnown } from '../../domain/receipts/import-preview.ts';
import type { FileBytes, OnProgress, StopSignal } from '../../domain/receipts/read-options.ts';
import { readingRules } from '../../domain/receipts/source-profiles/reading-rules.ts';
import { identityOf } from '../../domain/receipts/standing-receipts.ts';
import { previewStatement, type StatementPreview } from '../../domain/receipts/statement-preview.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { BusinessDay } from '../../domain/time.ts';
import type { ImportInfo, Ports, ReadFileAnswer } from '../ports.ts';

export type PreviewImportInput = {
	readonly file: FileBytes;
	/** Format id where the person chose one; null finds it by content. */
	readonly format?: string | null;
	/** What the person said about the columns of a table in no known format; the file is read by it alone. */
	readonly mapping?: BillMapping | null;
	readonly onProgress?: OnProgress;
	readonly signal?: StopSignal;
};

/** What is in a file and what taking it in would do. Hand `file` and `reading` to `commitImport`. */
export type ImportPreview = {
	readonly file: FileBytes;
	readonly reading: ReadFileAnswer;
	readonly bills: readonly BillPreview[];
	readonly statements: readonly StatementPreview[];
	/** The import of the very same bytes, where there is a standing one: taking it in again would change nothing. */
	readonly knownAs: ImportInfo | null;
};

/**
 * Reads a file in the worker and compares it with the receipts and bank lines that are there; one whose very bytes are in already is known by its
 * hash and not read again. Nothing is stored.
 * Problems: those of reading (`file_empty`, `file_too_large`, `format_unknown`, `archive_unreadable`, `archive_too_large`, `reading_stopped`),
 * `nothing_readable` where a file of a known format has neither a receipt or bank line nor a period.
 */
export async function previewImport(ports: Ports, input: PreviewImportInput): Promise<Result<ImportPreview, Problem>> {
	const known = await knownFile(ports, input);
	if (known) return ok(known);
	const shop = (await ports.ledger.shop()) ?? SHOP_DEFAULT;
	const mappings = (await ports.receipts.mappings()).map(({ mapping }) => mapping);
	const sources = readingRules(shopDay(shop, ports.clock.now().at), await ports.receipts.sourceEdits());
	const asked = { format: input.format ?? null, mapping: input.mapping ?? null };
	const options = { ...asked, zone: shop.zone, cutoverMinutes: shop.cutoverMinutes, mappings, sources };
	const reading = await ports.engine.read(input.file, options, input.onProgress, input.signal);
	if (!reading.ok) return reading;
	const { bills, statements, hash } = reading.value;
	if (!bills.some(takesPart) && !statements.some(statementTakesPart)) return fail(problem('nothing_readable'));
	const days = daysOfBills(reading.value, shopDays(shop));
	const [stored, knownAs] = await Promise.all([ports.receipts.receiptsOfDays(days), ports.receipts.importByHash(hash)]);
	const there = new Map(stored.map((receipt) => [identityOf(receipt), receipt]));
	const lines = new Map(statements.length === 0 ? [] : (await ports.receipts.bankLines()).map((line) => [line.id, line]));
	return ok({
		file: input.file,
		reading: reading.value,
		bills: bills.map((bill) => previewBill(bill, there)),
		statements: statements.map((statement) => previewStatement(statement, lines)),
		knownAs,
	});
}

/** Every business day on which a receipt of the bills falls, oldest first. Packed pages say it for all of theirs. */
export function daysOfBills({ bills, packed }: Pick<ReadFileAnswer, 'bills' | 'packed'>, dayOf: DayOf): readonly BusinessDay[] {
	const days = new Set<BusinessDay>();
	for (const [place, { receipts }] of bills.entries()) {
		const pages = packed?.[place];
		if (pages) for (const { day } of pages) days.add(day);
		else for (const { at } of receipts) days.add(dayOf(at));
	}
	return [...days].sort();
}

/** A file whose very bytes are in already is shown as it was taken in, without reading it again. */
async function knownFile({ engine, receipts }: Ports, { file, format = null, mapping = null }: PreviewImportInput): Promise<ImportPreview | null> {
	if (format !== null || mapping !== null || file.bytes.length === 0) return null;
	const hash = await engine.hash(file.bytes);
	const knownAs = await receipts.importByHash(hash);
	const bills = knownAs && (await receipts.billsByHash(hash));
	if (!bills) return null;
	return { file, reading: { hash, bills, statements: [] }, bills: bills.map(previewKnown), statements: [], knownAs };
}
