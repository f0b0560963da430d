import { maskCardNumbers } from '../domain/card-numbers.ts';
import type { MatchRules, SaleRow } from '../domain/matching/rows.ts';
import type { BillMapping } from '../domain/receipts/bill-mapping.ts';
import type { ReadOptions } from '../domain/receipts/read-options.ts';
import type { BillReading, Coverage, LineProblem } from '../domain/receipts/reading.ts';
import type { Receipt } from '../domain/receipts/receipt.ts';
import type { StatementReading } from '../domain/receipts/statement.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { readSales } from '../importers/canonical-sales/read-sales.ts';
import type { FileReading } from '../importers/importer.ts';
import { readFile } from '../importers/read-file.ts';
import { describeFailure } from './failure-words.ts';
import type { Io } from './io.ts';
import type { ReconcileCall } from './reconcile-call.ts';

/** Where a file names no zone. */
const ZONE_DEFAULT = 'Asia/Shanghai';

export type FileProblem = LineProblem & { readonly file: string };
export type Place = { readonly file: string; readonly line: number | null };

/** Everything that the files of a call say. */
export type FilesRead = {
	readonly sales: readonly SaleRow[];
	readonly receipts: readonly Receipt[];
	readonly coverage: readonly Coverage[];
	readonly statements: readonly StatementReading[];
	readonly problems: readonly FileProblem[];
	/** File and line of each receipt, by id: the first in the order of file names. */
	readonly placeOf: ReadonlyMap<string, Place>;
	readonly salesFile: string;
	/** Mappings by which no file was read. */
	readonly unused: readonly BillMapping[];
};

/** What files are read with. */
export type ReadWith = { readonly rules: MatchRules; readonly mappings: readonly BillMapping[] };

/** Reads all files; fails with a sentence if one of them cannot be read at all. */
export async function readFiles(call: ReconcileCall, how: ReadWith, io: Io): Promise<Result<FilesRead, string>> {
	const salesFile = nameOf(call.sales);
	const sales = await readLedger(call.sales, how.rules, io);
	if (!sales.ok) return sales;
	const problems: FileProblem[] = sales.value.problems.map((one) => ({ ...one, file: salesFile }));
	const bills: { readonly file: string; readonly bill: BillReading }[] = [];
	for (const path of call.receipts) {
		const read = await readBills(path, how, io);
		if (!read.ok) return read;
		if (read.value.bills.length === 0) return fail(`${nameOf(path)}: is a bank statement; give it with --bank.`);
		for (const bill of read.value.bills) bills.push({ file: nameOf(path), bill });
	}
	const statements: { readonly file: string; readonly statement: StatementReading }[] = [];
	for (const path of call.bank) {
		const read = await readBills(path, how, io);
		if (!read.ok) return read;
		if (read.value.statements.length === 0) return fail(`${nameOf(path)}: is a bill and no bank statement; give it with --receipts.`);
		for (const statement of read.value.statements) statements.push({ file: nameOf(path), statement });
	}
	problems.push(...statements.flatMap(({ file, statement }) => statement.problems.map((one) => ({ ...one, file }))));
	const placeOf = new Map<string, Place>();
	for (const { file, bill } of [...bills].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0))) {
		problems.push(...bill.problems.map((one) => ({ ...one, file })));
		for (const receipt of bill.receipts) if (!placeOf.has(receipt.id)) placeOf.set(receipt.id, { file, line: receipt.line });
	}
	const coverage = bills.flatMap(({ bill }) => (bill.coverage ? [{ source: bill.format, leg: bill.leg, interval: bill.coverage, tenders: bill.tenders }] : []));
	const receipts = bills.flatMap(({ bill }) => bill.receipts);
	const used = new Set(bills.map(({ bill }) => bill.format));
	const unused = how.mappings.filter(({ id }) => !used.has(id));
	return ok({ sales: sales.value.sales, receipts, coverage, statements: statements.map(({ statement }) => statement), problems, placeOf, salesFile, unused });
}

/** The last part of a path, without card numbers. */
export function nameOf(path: string): string {
	return maskCardNumbers(path.replace(/^.*[\\/]/, ''));
}

async function readLedger(
	path: string,
	rules: MatchRules,
	io: Io,
): Promise<Result<{ readonly sales: readonly SaleRow[]; readonly problems: readonly LineProblem[] }, string>> {
	const bytes = await bytesOf(path, io);
	if (!bytes.ok) return bytes;
	const read = readSales({ name: nameOf(path), bytes: bytes.value }, { cutoverMinutes: rules.cutoverMinutes, zone: rules.zone });
	if (read.ok) return read;
	const why =
		read.error.code === 'format_unknown' ? 'is no canonical sales table: it needs the columns recorded_at, kind and amount.' : describeFailure(read.error);
	return fail(`${nameOf(path)}: ${why}`);
}

async function readBills(path: string, { rules, mappings }: ReadWith, io: Io): Promise<Result<FileReading, string>> {
	const bytes = await bytesOf(path, io);
	if (!bytes.ok) return bytes;
	const options: ReadOptions = { format: null, zone: rules.zone ?? ZONE_DEFAULT, cutoverMinutes: rules.cutoverMinutes, mappings, mappingsFit: 'columns' };
	const read = await readFile({ name: nameOf(path), bytes: bytes.value }, options);
	if (read.ok) return read;
	const unfit = read.error.code === 'format_unknown' && mappings.length > 0;
	return fail(`${nameOf(path)}: ${unfit ? `is in no known format, and no mapping fits: ${wantedBy(mappings)}` : describeFailure(read.error)}`);
}

/** The columns without which each mapping cannot read a table. */
function wantedBy(mappings: readonly BillMapping[]): string {
	return mappings.map(({ name, columns }) => `${name} needs the columns ${[...new Set(Object.values(columns))].join(', ')}.`).join(' ');
}

async function bytesOf(path: string, io: Io): Promise<Result<Uint8Array, string>> {
	return io.readFile(path).then(ok, () => fail(`${nameOf(path)}: cannot be opened.`));
}
