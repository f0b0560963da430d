import type { Engine, ReadFileAnswer } from '../commands/ports.ts';
import type { Outcome } from '../domain/matching/outcome.ts';
import { type Problem, problem } from '../domain/problems.ts';
import type { OnProgress, StopSignal } from '../domain/receipts/read-options.ts';
import type { Receipt } from '../domain/receipts/receipt.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { EngineAnswer, EngineRequest } from './protocol.ts';

/** A worker that says nothing for so long hangs; it is ended, and the next piece of work starts a new one. */
export const SILENCE_MS_MAX = 60_000;

type Work<T> = {
	readonly request: EngineRequest;
	/** Takes an answer; what it returns settles the work. */
	readonly take: (answer: EngineAnswer) => Result<T, Problem> | null;
	readonly signal?: StopSignal | undefined;
};

/** The worker behind the `Engine` port: one piece of work after the other. Stopping ends the worker, so that nothing can go on unseen. */
export function createEngine(createWorker: () => Worker, silenceMsMax: number = SILENCE_MS_MAX): Engine {
	const bench: Bench = { worker: null, createWorker, silenceMsMax };
	let tail: Promise<unknown> = Promise.resolve();
	let nextId = 1;

	function inTurn<T>(work: Work<T>): Promise<Result<T, Problem>> {
		const turn = tail.then(() => runOn(bench, work));
		tail = turn;
		return turn;
	}
	return {
		read: (file, options, onProgress, signal) => {
			const id = nextId++;
			return inTurn({ request: { id, kind: 'read', file, options }, take: collectReading(onProgress), signal });
		},
		reconcile: (input) => {
			const id = nextId++;
			return inTurn<Outcome>({ request: { id, kind: 'reconcile', input }, take: (answer) => (answer.kind === 'reconcile-done' ? ok(answer.outcome) : null) });
		},
	};
}

/** The worker that is there, if any, and how to get another. */
type Bench = { worker: Worker | null; readonly createWorker: () => Worker; readonly silenceMsMax: number };

function runOn<T>(bench: Bench, { request, take, signal }: Work<T>): Promise<Result<T, Problem>> {
	return new Promise((resolve) => {
		if (signal?.aborted) return resolve(fail(problem('reading_stopped')));
		let silence: ReturnType<typeof setTimeout> | undefined;
		let settled = false;
		const settle = (result: Result<T, Problem>) => {
			if (settled) return;
			settled = true;
			clearTimeout(silence);
			resolve(result);
		};
		const end = (why: Problem) => {
			if (settled) return;
			bench.worker?.terminate();
			bench.worker = null;
			settle(fail(why));
		};
		const listen = () => {
			clearTimeout(silence);
			silence = setTimeout(() => end(problem('engine_stopped', 'no answer')), bench.silenceMsMax);
		};
		signal?.addEventListener('abort', () => end(problem('reading_stopped')));
		try {
			bench.worker ??= bench.createWorker();
			bench.worker.onmessage = ({ data }: MessageEvent<EngineAnswer>) => {
				if (data.id !== request.id) return;
				listen();
				const result = data.kind === 'failed' ? fail(data.problem) : take(data);
				if (result) settle(result);
			};
			bench.worker.onerror = (event) => end(problem('engine_stopped', event.message));
			listen();
			bench.worker.postMessage(request);
		} catch (error) {
			end(problem('engine_stopped', String(error)));
		}
	});
}

/** Puts the receipts that come in pages back into their bills. */
function collectReading(onProgress: OnProgress | undefined): Work<ReadFileAnswer>['take'] {
	const receipts: Receipt[][] = [];
	return (answer) => {
		if (answer.kind === 'progress') onProgress?.(answer.done);
		if (answer.kind === 'receipts') {
			receipts[answer.bill] ??= [];
			receipts[answer.bill]?.push(...answer.receipts);
		}
		if (answer.kind !== 'read-done') return null;
		return ok({ hash: answer.hash, bills: answer.bills.map((head, index) => ({ ...head, receipts: receipts[index] ?? [] })) });
	};
}
