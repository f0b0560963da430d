import { type DecodedLines, decodeLines } from './line-codec.ts';
import type { JournalAnswer, JournalRequest } from './protocol.ts';
import { openSegment, type Segment, type SyncFile, tailOfFile, withoutReserve } from './segment.ts';

/** What the worker's surroundings offer beyond what pages know. */
type WorkerScope = { onmessage: ((event: MessageEvent<JournalRequest>) => void) | null; readonly postMessage: (answer: JournalAnswer) => void };
type SyncFileHandle = FileSystemFileHandle & { readonly createSyncAccessHandle: () => Promise<SyncFile> };

/** As many windows can keep a journal at a time; all files are made at the first start, since Chromium does not sync the making of files. */
const SEGMENTS = 8;
const FOLDER = 'counterfoil-journal';
const NOT_OPEN = 'the journal is not open';

const scope = globalThis as unknown as WorkerScope;
let opened: { readonly folder: FileSystemDirectoryHandle; readonly own: number; readonly segment: Segment } | null = null;

/** Texts of which the end has not come yet. */
const begun = new Map<number, string>();

scope.onmessage = ({ data }) => {
	if (data.kind === 'part') begun.set(data.id, (begun.get(data.id) ?? '') + data.text);
	else if (data.kind === 'append') answerAppend(data);
	else
		answer(data).then(
			(lines) => scope.postMessage({ id: data.id, ok: true, lines }),
			(error: unknown) => scope.postMessage({ id: data.id, ok: false, error: String(error) }),
		);
};

/** A till waits for this one: it is answered at once, and room for the next line is made only then. */
function answerAppend({ id, text, flush }: Extract<JournalRequest, { readonly kind: 'append' }>): void {
	try {
		if (!opened) throw new Error(NOT_OPEN);
		opened.segment.append((begun.get(id) ?? '') + text, flush);
		scope.postMessage({ id, ok: true, lines: null });
		opened.segment.reserve();
	} catch (error) {
		scope.postMessage({ id, ok: false, error: String(error) });
	} finally {
		begun.delete(id);
	}
}

async function answer(request: Exclude<JournalRequest, { readonly kind: 'append' | 'part' }>): Promise<DecodedLines | null> {
	if (request.kind === 'open') {
		opened = await open(request.name);
		return null;
	}
	if (!opened) throw new Error(NOT_OPEN);
	if (request.kind === 'tails') return readSegments(opened, 'tail');
	if (request.kind === 'all') return readSegments(opened, 'all');
	opened.segment.close();
	opened = null;
	return null;
}

async function open(name: string): Promise<NonNullable<typeof opened>> {
	const root = await navigator.storage.getDirectory();
	const journals = await root.getDirectoryHandle(FOLDER, { create: true });
	const folder = await journals.getDirectoryHandle(name, { create: true });
	for (let number = 0; number < SEGMENTS; number += 1) await segmentFile(folder, number);
	for (let number = 0; number < SEGMENTS; number += 1) {
		const segment = await take(folder, name, number);
		if (!segment) continue;
		segment.reserve();
		return { folder, own: number, segment };
	}
	throw new Error('every segment is in use');
}

function segmentFile(folder: FileSystemDirectoryHandle, number: number): Promise<FileSystemFileHandle> {
	return folder.getFileHandle(`segment-${number}.log`, { create: true });
}

/** A segment belongs to the window that holds its lock, until that window ends. */
function take(folder: FileSystemDirectoryHandle, name: string, number: number): Promise<Segment | null> {
	return new Promise((resolve, reject) => {
		navigator.locks
			.request(`journal:${name}:${number}`, { ifAvailable: true }, async (lock) => {
				const file = lock && (await accessHandle(folder, number));
				if (!file) return resolve(null);
				resolve(openSegment(file));
				await new Promise(() => undefined);
			})
			.catch(reject);
	});
}

/** Null where a worker that is just ending still holds the file. */
async function accessHandle(folder: FileSystemDirectoryHandle, number: number): Promise<SyncFile | null> {
	try {
		return await ((await segmentFile(folder, number)) as SyncFileHandle).createSyncAccessHandle();
	} catch (error) {
		if (error instanceof DOMException && error.name === 'NoModificationAllowedError') return null;
		throw error;
	}
}

async function readSegments({ folder, own, segment }: NonNullable<typeof opened>, part: 'tail' | 'all'): Promise<DecodedLines> {
	const texts: string[] = [];
	let damaged = 0;
	for (let number = 0; number < SEGMENTS; number += 1) {
		const lines = number === own ? segment[part]() : await readOther(folder, number, part);
		for (const text of lines.texts) texts.push(text);
		damaged += lines.damaged;
	}
	return { texts, damaged };
}

/** Another window may be writing there; what it has finished can be read. */
async function readOther(folder: FileSystemDirectoryHandle, number: number, part: 'tail' | 'all'): Promise<DecodedLines> {
	const file = await (await segmentFile(folder, number)).getFile();
	if (file.size === 0) return { texts: [], damaged: 0 };
	const bytes = new Uint8Array(await file.arrayBuffer());
	return part === 'all' ? decodeLines(withoutReserve(bytes)) : tailOfFile(bytes);
}
