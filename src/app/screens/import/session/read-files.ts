import { foreseeImport } from '../../../../commands/receipts/foresee-import.ts';
import { type PreviewImportInput, previewImport } from '../../../../commands/receipts/preview-import.ts';
import { maskCardNumbers } from '../../../../domain/card-numbers.ts';
import { problem } from '../../../../domain/problems.ts';
import type { Services } from '../../../shell/services.ts';
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
	updateFile(key, { done: 0, preview: null, problem: null });
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
	updateFile(key, { preview: null, problem: problem('reading_stopped') });
}

/** Resolves when nothing looks ahead any more: looking and comparing exclude each other. */
export function whenLooked(): Promise<unknown> {
	return looking;
}

function entryOf(file: File): ImportFile {
	lastKey += 1;
	return { key: lastKey, name: maskCardNumbers(file.name), size: file.size, done: 0, preview: null, problem: null, source: file };
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

async function readOne({ ports }: Services, key: number, { stop, files }: Reading, format: string | null = null): Promise<void> {
	const file = useImportSession.getState().files.find((one) => one.key === key);
	const signal = files.get(key)?.signal;
	if (!file?.source || file.problem || !signal || stop.signal.aborted) return;
	const onProgress = (done: number) => !signal.aborted && updateFile(key, { done });
	const read = await preview(ports, file.source, { signal, onProgress, format });
	if (!signal.aborted && !stop.signal.aborted) updateFile(key, { done: 1, ...read });
}

type Watching = Pick<PreviewImportInput, 'signal' | 'onProgress' | 'format'>;

async function preview(ports: Services['ports'], file: File, watching: Watching): Promise<Partial<ImportFile>> {
	try {
		const bytes = new Uint8Array(await file.arrayBuffer());
		const found = await previewImport(ports, { file: { name: file.name, bytes }, ...watching });
		return found.ok ? { preview: found.value } : { problem: found.error };
	} catch (error) {
		return { problem: problem('reading_stopped', maskCardNumbers(String(error))) };
	}
}

/** Compares the previewed bills with the ledger, without storing anything. */
async function foresee({ ports }: Services): Promise<void> {
	const { files } = useImportSession.getState();
	const previews = files.flatMap(({ preview: found }) => found ?? []);
	if (previews.every(({ knownAs }) => knownAs)) return;
	const bills = previews.flatMap(({ reading: read }) => read.bills);
	setSession({ foreseeing: true });
	const work = foreseeImport(ports, { bills }).catch(() => null);
	looking = work;
	const foresight = await work;
	// Other files may have been chosen meanwhile.
	if (useImportSession.getState().files !== files) return;
	setSession({ foreseeing: false, foresight: foresight?.ok ? foresight.value : null });
}
