import { Worker } from 'node:worker_threads';
import type { ReceiptWire } from '../../src/feeds/protocol.ts';
import type { PartContent } from '../journal/journal.ts';
import type { ReadAnswer, ReadRequest } from './protocol.ts';
import { type BillFile, unreadable } from './read-bills.ts';
import type { BillReader } from './reader.ts';

export type ReaderLimits = {
	/** For a small file, the start of the worker included. */
	readonly baseMs: number;
	/** A file may take so much longer for each megabyte; what is packed holds many times its size. */
	readonly perMegabyteMs: number;
	readonly heapMegabytes: number;
};

const LIMITS: ReaderLimits = { baseMs: 15_000, perMegabyteMs: 5_000, heapMegabytes: 1_024 };

/**
 * Reads in a thread of its own, one file after the other, so that nothing in a file can hold up an answer. A file that takes longer
 * than it may, or more memory, ends the thread and is reported; the next file gets a new one. `script`: the built `reader.worker.ts`.
 */
export function readerInWorker(script: string, limits: ReaderLimits = LIMITS): BillReader {
	let worker: Worker | null = null;
	let tail: Promise<unknown> = Promise.resolve();
	let lastId = 0;
	const end = async () => {
		const ended = worker;
		worker = null;
		await ended?.terminate();
	};
	const start = () => {
		worker ??= new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: limits.heapMegabytes }, stdout: true, stderr: true });
		worker.unref();
		return worker;
	};
	const read = async (file: BillFile, source: string): Promise<PartContent> => {
		lastId += 1;
		const request: ReadRequest = { id: lastId, file, source };
		const answer = await answerOf(start(), request, limits.baseMs + (file.bytes.length / 1_000_000) * limits.perMegabyteMs);
		if (typeof answer !== 'string') return answer;
		await end();
		return unreadable(file.mark, answer === 'late' ? LATE : FAILED);
	};
	return {
		read: (file, source) => {
			const turn = tail.then(() => read(file, source));
			tail = turn;
			return turn;
		},
		stop: end,
	};
}

const LATE = { line: null, code: 'file_hangs', message: 'Reading the file took too long; it takes no part.' };
const FAILED = { line: null, code: 'reading_stopped', message: 'Reading the file failed; it takes no part.' };

/** `late`: no answer in time; `failed`: the thread broke, or ran out of memory. */
function answerOf(worker: Worker, request: ReadRequest, limitMs: number): Promise<PartContent | 'late' | 'failed'> {
	return new Promise((resolve) => {
		const receipts: ReceiptWire[] = [];
		const settle = (answer: PartContent | 'late' | 'failed') => {
			clearTimeout(timer);
			worker.off('message', take).off('error', fail).off('exit', fail);
			resolve(answer);
		};
		const take = (answer: ReadAnswer) => {
			if (answer.id !== request.id) return;
			if (answer.kind === 'done') settle({ ...answer.rest, receipts });
			else for (const receipt of answer.receipts) receipts.push(receipt);
		};
		const fail = () => settle('failed');
		const timer = setTimeout(() => settle('late'), limitMs);
		worker.on('message', take).once('error', fail).once('exit', fail);
		worker.postMessage(request);
	});
}
