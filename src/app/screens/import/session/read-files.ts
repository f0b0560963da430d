import { type ImportPreview, type PreviewImportInput, previewImport } from '../../../../commands/receipts/preview-import.ts';
import { maskCardNumbers } from '../../../../domain/card-numbers.ts';
import { problem } from '../../../../domain/problems.ts';
import type { FileBytes } from '../../../../domain/receipts/read-options.ts';
import type { BillReading } from '../../../../domain/receipts/reading.ts';
import type { Services } from '../../../shell/services.ts';
import type { UnknownTable } from '../mapping/unknown-table.ts';
import { EMPTY, type ImportFile, setSession, updateFile, useImportSession } from './import-session.ts';

/** Larger files are not even loaded: no bill comes near it, and a small tablet would run out of memory. */
const FILE_BYTES_MAX = 64 * 1024 * 1024;
/** All files of one choice together, since each is held until it is taken in. */
const ALL_BYTES_MAX = 4 * FILE_BYTES_MAX;
const FILES_MAX = 200;

type Reading = { readonly stop: AbortController; readonly files: ReadonlyMap<number, AbortController> };

let reading: Reading | null = null;
let looking: Promise<unknown> = Promise.resolve();
let lastKey = 0;

/** Reads files one after the other and ends in the preview, where anything could be read; else with each file's problem. */
export async function readFiles(services: Services, files: readonly File[]): Promise<void> {
	if (files.length === 0 || useImportSession.getState().phase === 'taking') return;
	reading?.stop.abort();
	const entries = files.map(entryOf);
	const own: Reading = { stop: new AbortController(), files: new Map(entries.map(({ key }) => [key, new AbortController()])) };
	reading = own;
	setSession({ ...EMPTY, phase: 'reading', files: withinLimits(entries) });
	for (const { key } of entries) {
		await readOne(services, key, own);
		if (own.stop.signal.aborted) return;
	}
	reading = null;
	setSession({ phase: 'preview' });
	await foresee(services);
}

/** Reads one file of the preview once more, as the format that a person named; null finds it by content again. */
export async function readAgain(services: Services, key: number, format: string | null): Promise<void> {
	if (useImportSession.getState().phase !== 'preview') return;
	const own: Reading = { stop: new AbortController(), files: new Map([[key, new AbortController()]]) };
	reading = own;
	updateFile(key, { done: 0, preview: null, problem: null, unknown: null });
	setSession({ phase: 'reading' });
	await readOne(services, key, own, format);
	if (own.stop.signal.aborted) return;
	reading = null;
	setSession({ phase: 'preview' });
	await foresee(services);
}

/** Stops what is being read, or puts away what was previewed. Nothing was stored. */
export function startOver(): void {
	reading?.stop.abort();
	for (const file of reading?.files.values() ?? []) file.abort();
	reading = null;
	setSession(EMPTY);
}

/** Leaves one file out; the others go on. */
export function leaveOut(key: number): void {
	reading?.files.get(key)?.abort();
	updateFile(key, { preview: null, unknown: null, problem: problem('reading_stopped') });
}

/** Resolves when nothing looks ahead any more: looking and comparing exclude each other. */
export function whenLooked(): Promise<unknown> {
	return looking;
}

function entryOf(file: File): ImportFile {
	lastKey += 1;
	return { key: lastKey, name: maskCardNumbers(file.name), size: file.size, done: 0, preview: null, problem: null, source: file, unknown: null };
}

/** What is too much is refused at once and by name; the rest is read. */
function withinLimits(files: readonly ImportFile[]): ImportFile[] {
	let bytes = 0;
	return files.map((file, place) => {
		if (file.size > FILE_BYTES_MAX) return { ...file, problem: problem('file_too_large'), source: null };
		if (place >= FILES_MAX || bytes + file.size > ALL_BYTES_MAX) return { ...file, problem: problem('files_too_many'), source: null };
		bytes += file.size;
		return file;
	});
}

async function readOne(services: Services, key: number, { stop, files }: Reading, format: string | null = null): Promise<void> {
	const file = useImportSession.getState().files.find((one) => one.key === key);
	const signal = files.get(key)?.signal;
	if (!file?.source || file.problem || !signal || stop.signal.aborted) return;
	const onProgress = (done: number) => !signal.aborted && updateFile(key, { done });
	const read = await preview(services, file.source, { signal, onProgress, format });
	if (!signal.aborted && !stop.signal.aborted) updateFile(key, { done: 1, ...read });
}

type Watching = Pick<PreviewImportInput, 'signal' | 'onProgress' | 'format'>;

async function preview(services: Services, file: File, watching: Watching): Promise<Partial<ImportFile>> {
	try {
		const bytes = new Uint8Array(await file.arrayBuffer());
		const found = await previewImport(services.ports, { file: { name: file.name, bytes }, ...watching });
		if (found.ok) return { preview: found.value };
		const isUnknown = found.error.code === 'format_unknown' && watching.format === null && !watching.signal?.aborted;
		return { problem: found.error, unknown: isUnknown ? await unknownTable(services, { name: file.name, bytes }) : null };
	} catch (error) {
		return { problem: problem('reading_stopped', maskCardNumbers(String(error))) };
	}
}

/** What came of asking about a table: its preview, or null where the file is left as it is. */
export async function settleUnknown(services: Services, key: number, found: ImportPreview | null): Promise<void> {
	updateFile(key, found ? { preview: found, problem: null, unknown: null } : { unknown: null });
	await foresee(services);
}

/** Asks once more what the columns of a file are that was read by a mapping. */
export async function askAgain(services: Services, key: number): Promise<void> {
	const shown = useImportSession.getState().files.find((file) => file.key === key)?.preview;
	const unknown = shown ? await unknownTable(services, shown.file) : null;
	if (unknown && useImportSession.getState().phase === 'preview') updateFile(key, { unknown });
}

/** Few files are in no known format: what looks into them is fetched when one is met. */
async function unknownTable(services: Services, file: FileBytes): Promise<UnknownTable | null> {
	const { lookForTable } = await import('../mapping/unknown-table.ts');
	return lookForTable(services, file);
}

/** Compares the previewed bills with the ledger, without storing anything. */
async function foresee({ ports }: Services): Promise<void> {
	const { files } = useImportSession.getState();
	const previews = files.flatMap(({ preview: found }) => found ?? []);
	if (previews.every(({ knownAs }) => knownAs)) return;
	const bills = previews.flatMap(({ reading: read }) => read.bills);
	setSession({ foreseeing: true });
	const work = lookAhead(ports, bills).catch(() => null);
	looking = work;
	const foresight = await work;
	// Other files may have been chosen meanwhile.
	if (useImportSession.getState().files !== files) return;
	setSession({ foreseeing: false, foresight: foresight?.ok ? foresight.value : null });
}

/** Fetched with the first file that was read. */
async function lookAhead(ports: Services['ports'], bills: readonly BillReading[]) {
	const { foreseeImport } = await import('../../../../commands/receipts/foresee-import.ts');
	return foreseeImport(ports, { bills });
}
