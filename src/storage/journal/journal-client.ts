import { type Journal, type JournalLine, type JournalReading, NO_JOURNAL } from './journal.ts';
import type { DecodedLines } from './line-codec.ts';
import type { JournalAnswer, JournalRequest, JournalRequestBody } from './protocol.ts';

/** A worker that has not answered by then will not; commits must not hang on it. */
const ANSWER_MS_MAX = 3_000;
/** Reading a large journal may take longer. */
const READ_MS_MAX = 120_000;
/** A bill of a hundred thousand rows has to be written out. */
const LARGE_MS_MAX = 15_000;

/** `ahead`: the beginning of an appended text, in parts between which the page may answer the person. */
type Call = (request: JournalRequestBody, within?: number, ahead?: Iterable<string>) => Promise<DecodedLines | null>;

/**
 * Starts the journal of a database in its worker. Where the browser has no private file system, or it refuses, the journal
 * is unavailable from the start: the ledger works on without it.
 */
export async function startJournal(name: string, createWorker: () => Worker): Promise<Journal> {
	if (typeof navigator.storage?.getDirectory !== 'function') return NO_JOURNAL;
	try {
		const worker = createWorker();
		const line = callsTo(worker);
		await line.call({ kind: 'open', name });
		return journalOver(line.call, line.dead, () => worker.terminate());
	} catch {
		return NO_JOURNAL;
	}
}

function journalOver(call: Call, dead: () => boolean, terminate: () => void): Journal {
	let working = true;
	const append = async (line: JournalLine, { flush }: { readonly flush: boolean }) => {
		if (dead() || closing) return false;
		try {
			if (isLarge(line)) {
				const { textParts } = await import('./text-parts.ts');
				await call({ kind: 'append', text: '', flush }, LARGE_MS_MAX, textParts(line));
			} else await call({ kind: 'append', text: JSON.stringify(line), flush });
			working = true;
		} catch {
			working = false;
		}
		return working;
	};
	const read = async (kind: 'tails' | 'all'): Promise<JournalReading> => {
		const found = await call({ kind }, READ_MS_MAX);
		return found ? parseLines(found) : { lines: [], damaged: 0 };
	};
	let closing: Promise<void> | null = null;
	const close = () => {
		working = false;
		closing ??= call({ kind: 'close' }).then(terminate, terminate);
		return closing;
	};
	return { available: () => working && !dead(), append, readTails: () => read('tails'), readAll: () => read('all'), close };
}

/** Whether the line holds the packed pages of a large bill. */
function isLarge(line: JournalLine): line is Extract<JournalLine, { readonly kind: 'intent' }> {
	return line.kind === 'intent' && line.batches.some(({ packed }) => packed !== undefined);
}

function parseLines({ texts, damaged }: DecodedLines): JournalReading {
	const lines: JournalLine[] = [];
	let unknown = 0;
	for (const text of texts) {
		const line = parseLine(text);
		if (line) lines.push(line);
		else unknown += 1;
	}
	return { lines, damaged: damaged + unknown };
}

/** The checksum vouches for the text; the hash chain is checked before anything is replayed. */
function parseLine(text: string): JournalLine | null {
	const line: unknown = JSON.parse(text);
	if (typeof line !== 'object' || line === null || !('kind' in line)) return null;
	return line.kind === 'intent' || line.kind === 'abandoned' || line.kind === 'witness' ? (line as JournalLine) : null;
}

/** Questions to the worker, each answered once. A worker that fails or stays silent is dead from then on. */
function callsTo(worker: Worker): { readonly call: Call; readonly dead: () => boolean } {
	const waiting = new Map<number, { readonly resolve: (lines: DecodedLines | null) => void; readonly reject: (error: Error) => void }>();
	let last = 0;
	let dead = false;
	const die = () => {
		dead = true;
		for (const { reject } of waiting.values()) reject(new Error('the journal does not answer'));
		waiting.clear();
	};
	worker.onerror = die;
	worker.onmessage = ({ data }: MessageEvent<JournalAnswer>) => {
		const call = waiting.get(data.id);
		waiting.delete(data.id);
		if (data.ok) call?.resolve(data.lines);
		else call?.reject(new Error(data.error));
	};
	const call: Call = async (request, within = ANSWER_MS_MAX, ahead = []) => {
		last += 1;
		const id = last;
		for (const text of ahead) {
			worker.postMessage({ id, kind: 'part', text } satisfies JournalRequest);
			await new Promise((resolve) => setTimeout(resolve));
		}
		if (dead) throw new Error('the journal does not answer');
		return new Promise<DecodedLines | null>((resolve, reject) => {
			const timer = setTimeout(die, within);
			const settle =
				<T>(then: (value: T) => void) =>
				(value: T) => {
					clearTimeout(timer);
					then(value);
				};
			waiting.set(id, { resolve: settle(resolve), reject: settle(reject) });
			worker.postMessage({ id, ...request } satisfies JournalRequest);
		});
	};
	return { call, dead: () => dead };
}
