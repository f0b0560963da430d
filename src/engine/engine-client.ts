import type { Engine, ReadFileAnswer } from '../commands/ports.ts';
import type { Outcome } from '../domain/matching/outcome.ts';
import { type Problem, problem } from '../domain/problems.ts';
import type { TableDescription } from '../domain/receipts/mapping/table-description.ts';
import type { OnProgress, StopSignal } from '../domain/receipts/read-options.ts';
import type { Receipt } from '../domain/receipts/receipt.ts';
import type { BankLine } from '../domain/receipts/statement.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { Settlement } from '../domain/settlement/outcome.ts';
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
	const host = hostOf(createWorker);
	let tail: Promise<unknown> = Promise.resolve();
	let nextId = 1;
	const run = <T>(work: Work<T>): Promise<Result<T, Problem>> => {
		const turn = tail.then(() => runOn(host, work, silenceMsMax));
		tail = turn;
		return turn;
	};
	return {
		read: (file, options, onProgress, signal) => run({ request: { id: nextId++, kind: 'read', file, options }, take: collectReading(onProgress), signal }),
		describe: (file, options, signal) =>
			run<TableDescription>({
				request: { id: nextId++, kind: 'describe', file, options },
				take: (answer) => (answer.kind === 'describe-done' ? ok(answer.table) : null),
				signal,
			}),
		reconcile: (input) =>
			run<Outcome>({
				request: { id: nextId++, kind: 'reconcile', input },
				take: (answer) => (answer.kind === 'reconcile-done' ? ok(answer.outcome) : null),
			}),
		settle: (input) =>
			run<Settlement>({
				request: { id: nextId++, kind: 'settle', input },
				take: (answer) => (answer.kind === 'settle-done' ? ok(answer.settlement) : null),
			}),
	};
}

/** Starts the worker when it is first needed, and again after it was ended. */
type Host = { readonly worker: () => Worker; readonly end: () => void };

function hostOf(createWorker: () => Worker): Host {
	let worker: Worker | null = null;
	return {
		worker: () => {
			worker ??= createWorker();
			return worker;
		},
		end: () => {
			worker?.terminate();
			worker = null;
		},
	};
}

function runOn<T>(host: Host, { request, take, signal }: Work<T>, silenceMsMax: number): Promise<Result<T, Problem>> {
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
			host.end();
			settle(fail(why));
		};
		const listen = () => {
			clearTimeout(silence);
			silence = setTimeout(() => end(problem('engine_stopped', 'no answer')), silenceMsMax);
		};
		signal?.addEventListener('abort', () => end(problem('reading_stopped')));
		try {
			const worker = host.worker();
			worker.onmessage = ({ data }: MessageEvent<EngineAnswer>) => {
				if (data.id !== request.id) return;
				listen();
				const result = data.kind === 'failed' ? fail(data.problem) : take(data);
				if (result) settle(result);
			};
			worker.onerror = (event) => end(problem('engine_stopped', event.message));
			listen();
			worker.postMessage(request);
		} catch (error) {
			end(problem('engine_stopped', String(error)));
		}
	});
}

/** Puts what comes in pages back into its bills and statements. */
function collectReading(onProgress: OnProgress | undefined): Work<ReadFileAnswer>['take'] {
	const receipts: Receipt[][] = [];
	const lines: BankLine[][] = [];
	return (answer) => {
		if (answer.kind === 'progress') onProgress?.(answer.done);
		if (answer.kind === 'receipts') {
			receipts[answer.bill] ??= [];
			receipts[answer.bill]?.push(...answer.receipts);
		}
		if (answer.kind === 'lines') {
			lines[answer.statement] ??= [];
			lines[answer.statement]?.push(...answer.lines);
		}
		if (answer.kind !== 'read-done') return null;
		return ok({
			hash: answer.hash,
			bills: answer.bills.map((head, index) => ({ ...head, receipts: receipts[index] ?? [] })),
			statements: answer.statements.map((head, index) => ({ ...head, lines: lines[index] ?? [] })),
		});
	};
}
