import { create } from 'zustand';
import { commitImport } from '../../../commands/receipts/commit-import.ts';
import { type Foresight, foreseeImport } from '../../../commands/receipts/foresee-import.ts';
import { type ImportPreview, previewImport } from '../../../commands/receipts/preview-import.ts';
import type { ImportId } from '../../../domain/ids.ts';
import { type Problem, problem } from '../../../domain/problems.ts';
import { daysTouched, shopDays } from '../../../domain/receipts/days-touched.ts';
import type { FileBytes } from '../../../domain/receipts/read-options.ts';
import { addDays, type BusinessDay } from '../../../domain/time.ts';
import { type ComparisonSnapshot, comparisonSnapshot } from '../../../storage/queries/import-preview.ts';
import type { Services } from '../../shell/services.ts';
import type { UnknownTable } from './mapping/unknown-table.ts';

/** A file on its way in. */
export type ImportFile = {
	readonly name: string;
	readonly size: number;
	/** Between 0 and 1. */
	readonly done: number;
	readonly preview: ImportPreview | null;
	readonly problem: Problem | null;
	/** Set while somebody is asked what the columns of a table in no known format are. */
	readonly unknown: UnknownTable | null;
};

export type ImportReport = {
	readonly imports: readonly ImportId[];
	/** Every one of the files was in before. */
	readonly already: boolean;
	readonly receipts: number;
	readonly problems: number;
	readonly days: readonly BusinessDay[];
	readonly before: ComparisonSnapshot;
};

export type ImportSession = {
	readonly phase: 'pick' | 'reading' | 'preview' | 'taking' | 'done';
	readonly files: readonly ImportFile[];
	/** What the comparison would say; null while it is being worked out or cannot be told. */
	readonly foresight: Foresight | null;
	readonly foreseeing: boolean;
	readonly comparing: boolean;
	readonly problem: Problem | null;
	readonly report: ImportReport | null;
};

const EMPTY: ImportSession = { phase: 'pick', files: [], foresight: null, foreseeing: false, comparing: false, problem: null, report: null };

/** Files larger than this are not even loaded: no day's bill comes near it, and a small tablet would run out of memory. */
const FILE_BYTES_MAX = 200_000_000;
/** How far from its bill a late payment may stand; what an import changes is looked for so far around it. */
const LATE_DAYS = 4;

/** Lives outside the screen, so that somebody can go and sell while a file is being read. */
export const useImportSession = create<ImportSession>()(() => EMPTY);

const set = useImportSession.setState;
let reading: AbortController | null = null;
let looking: Promise<unknown> = Promise.resolve();

/** Reads files one after the other and ends in the preview, where anything could be read; else with each file's problem. */
export async function readFiles(services: Services, files: readonly File[]): Promise<void> {
	if (files.length === 0 || useImportSession.getState().phase === 'taking') return;
	reading?.abort();
	const own = new AbortController();
	reading = own;
	set({ ...EMPTY, phase: 'reading', files: files.map(({ name, size }) => ({ name, size, done: 0, preview: null, problem: null, unknown: null })) });
	for (const [index, file] of files.entries()) {
		const read = await readFile(services, file, { signal: own.signal, onProgress: (done) => !own.signal.aborted && update(index, { done }) });
		if (own.signal.aborted) return;
		update(index, { done: 1, ...read });
	}
	reading = null;
	set({ phase: 'preview' });
	await foresee(services);
}

type Watching = { readonly signal: AbortSignal; readonly onProgress: (done: number) => void };

async function readFile(services: Services, file: File, watching: Watching): Promise<Partial<ImportFile>> {
	if (file.size > FILE_BYTES_MAX) return { problem: problem('file_too_large') };
	try {
		const bytes = new Uint8Array(await file.arrayBuffer());
		const preview = await previewImport(services.ports, { file: { name: file.name, bytes }, ...watching });
		if (preview.ok) return { preview: preview.value };
		const isUnknown = preview.error.code === 'format_unknown' && !watching.signal.aborted;
		return { problem: preview.error, unknown: isUnknown ? await unknownTable(services, { name: file.name, bytes }) : null };
	} catch (error) {
		return { problem: problem('reading_stopped', String(error)) };
	}
}

function update(index: number, change: Partial<ImportFile>): void {
	set(({ files }) => ({ files: files.map((file, at) => (at === index ? { ...file, ...change } : file)) }));
}

/** What came of asking about a table: its preview, or null where the file is left as it is. */
export async function settleUnknown(services: Services, index: number, preview: ImportPreview | null): Promise<void> {
	update(index, preview ? { preview, problem: null, unknown: null } : { unknown: null });
	await foresee(services);
}

/** Asks once more what the columns of a file are that was read by a mapping. */
export async function askAgain(services: Services, index: number): Promise<void> {
	const preview = useImportSession.getState().files[index]?.preview;
	const unknown = preview ? await unknownTable(services, preview.file) : null;
	if (unknown && useImportSession.getState().phase === 'preview') update(index, { unknown });
}

/** Few files are in no known format: what looks into them is fetched when one is met. */
async function unknownTable(services: Services, file: FileBytes): Promise<UnknownTable | null> {
	const { lookForTable } = await import('./mapping/unknown-table.ts');
	return lookForTable(services, file);
}

/** Compares the previewed bills with the ledger, without storing anything. */
async function foresee({ ports }: Services): Promise<void> {
	const { files } = useImportSession.getState();
	const bills = files.flatMap(({ preview }) => preview?.reading.bills ?? []);
	if (bills.length === 0) return;
	set({ foreseeing: true });
	const work = foreseeImport(ports, { bills }).catch(() => null);
	looking = work;
	const foresight = await work;
	// Another file may have been chosen meanwhile.
	if (useImportSession.getState().files !== files) return;
	set({ foreseeing: false, foresight: foresight?.ok ? foresight.value : null });
}

/** Stops what is being read, or puts away what was previewed. Nothing was stored. */
export function startOver(): void {
	reading?.abort();
	reading = null;
	set(EMPTY);
}

/** Takes in every file that could be read, compares, and ends with what that changed. */
export async function takeIn(services: Services): Promise<void> {
	const { files, phase } = useImportSession.getState();
	if (phase !== 'preview') return;
	set({ phase: 'taking', problem: null });
	const previews = files.flatMap(({ preview }) => preview ?? []);
	const days = daysOf(previews, services);
	const before = await comparisonSnapshot(services.db, days);
	const imports: ImportId[] = [];
	let known = 0;
	for (const { file, reading: read } of previews) {
		const taken = await commitImport(services.ports, { file, reading: read }).catch((error: unknown) => ({
			ok: false as const,
			error: problem('outcome_unknown', String(error)),
		}));
		// What was taken in before this one stays; the preview says so when it is looked at again.
		if (!taken.ok) return set({ phase: 'preview', problem: taken.error });
		if (taken.value.already) known += 1;
		else imports.push(...taken.value.imports);
	}
	const bills = previews.flatMap((preview) => preview.bills);
	const statements = previews.flatMap((preview) => preview.statements);
	const receipts = [...bills, ...statements].reduce((sum, { counts }) => sum + counts.new + counts.changed, 0);
	const read = [...bills.map(({ bill }) => bill), ...statements.map(({ statement }) => statement)];
	const problems = read.reduce((sum, one) => sum + one.problems.length, 0);
	set({
		phase: 'done',
		files: [],
		foresight: null,
		comparing: true,
		report: { imports, already: known === previews.length, receipts, problems, days, before },
	});
	// Looking ahead and comparing exclude each other; what is to be compared must not be skipped for a look that nobody needs any more.
	await looking;
	await services.compare();
	set({ comparing: false });
}

function daysOf(previews: readonly ImportPreview[], { shop }: Services): readonly BusinessDay[] {
	const dayOf = shopDays(shop);
	const days = new Set<BusinessDay>();
	for (const bill of previews.flatMap((preview) => preview.reading.bills)) {
		for (const { at } of bill.receipts) days.add(dayOf(at));
		if (bill.coverage) for (const day of daysTouched(bill.coverage, dayOf)) days.add(day);
	}
	return [...new Set([...days].flatMap((day) => Array.from({ length: 2 * LATE_DAYS + 1 }, (_, at) => addDays(day, at - LATE_DAYS))))].sort();
}
