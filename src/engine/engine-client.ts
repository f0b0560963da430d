import type { Engine } from '../commands/ports.ts';
import type { ReconcileInput } from '../domain/matching/rows.ts';
import { type Problem, problem } from '../domain/problems.ts';
import type { TableDescription } from '../domain/receipts/mapping/table-description.ts';
import type { FileBytes, StopSignal } from '../domain/receipts/read-options.ts';
import { packText } from '../domain/receipts/receipt-pages.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { Settlement } from '../domain/settlement/outcome.ts';
import { collectOutcome, collectReading, type Take } from './collect.ts';
import type { EngineAnswer, EngineRequest } from './protocol.ts';
import { SILENCE_COMPARING, type Silence, silenceReading } from './silence.ts';

type Work<T> = {
	readonly id: number;
	/** One message or several, in order; what comes after a pause does not hold up the page. */
	readonly requests: () => Iterable<EngineRequest>;
	readonly take: Take<T>;
	readonly silence: Silence;
	readonly signal?: StopSignal | undefined;
	/** What is answered when the signal stops the work. */
	readonly stopped?: 'reading_stopped' | 'comparing_stopped';
};

/** The worker behind the `Engine` port: one piece of work after the other. Stopping ends the worker, so that nothing can go on unseen. */
export function createEngine(createWorker: () => Worker, silenceOf: SilenceOf = SILENCE): Engine {
	const host = hostOf(createWorker);
	let tail: Promise<unknown> = Promise.resolve();
	let nextId = 1;
	const run = <T>(work: Work<T>): Promise<Result<T, Problem>> => {
		const turn = tail.then(() => runOn(host, work));
		tail = turn;
		return turn;
	};
	const idOf = () => {
		nextId += 1;
		return nextId - 1;
	};
	const hashes = new WeakMap<Uint8Array, Promise<string>>();
	const hash = (bytes: Uint8Array) => {
		const known = hashes.get(bytes) ?? sha256(bytes);
		hashes.set(bytes, known);
		return known;
	};
	return {
		hash,
		read: async (file, options, onProgress, signal) => {
			const id = idOf();
			const requests = () => [{ id, kind: 'read' as const, file, options }];
			const reading = run({ id, requests, take: collectReading(onProgress), silence: silenceOf.reading(file), signal });
			const [read, digest] = await Promise.all([reading, hash(file.bytes)]);
			if (read.ok) return ok({ hash: digest, ...read.value });
			return fail(read.error.code === 'engine_stopped' ? problem('file_hangs', read.error.detail) : read.error);
		},
		describe: async (file, options, signal) => {
			const id = idOf();
			const requests = () => [{ id, kind: 'describe' as const, file, options }];
			const take: Take<TableDescription> = (answer) => (answer.kind === 'describe-done' ? ok(answer.table) : null);
			return run({ id, requests, take, silence: silenceOf.reading(file), signal });
		},
		reconcile: (input, onProgress, signal) => {
			const id = idOf();
			const work = { requests: () => inParts(id, input), take: collectOutcome(onProgress), silence: silenceOf.comparing };
			return run({ id, ...work, signal, stopped: 'comparing_stopped' });
		},
		settle: (input) => {
			const id = idOf();
			const take: Take<Settlement> = (answer) => (answer.kind === 'settle-done' ? ok(answer.settlement) : null);
			return run({ id, requests: () => [{ id, kind: 'settle' as const, input }], take, silence: silenceOf.comparing });
		},
	};
}

export type SilenceOf = { readonly reading: (file: FileBytes) => Silence; readonly comparing: Silence };
const SILENCE: SilenceOf = { reading: silenceReading, comparing: SILENCE_COMPARING };

/** Receipts that go to the worker in one message. */
const RECEIPTS_PER_MESSAGE = 2_000;

/** Many receipts go ahead in parts: handing over all of them at once would hold up the page. */
function* inParts(id: number, { receipts, ...rest }: ReconcileInput): Generator<EngineRequest> {
	const together = (receipts ?? []).length <= RECEIPTS_PER_MESSAGE;
	if (!together) {
		for (let from = 0; from < receipts.length; from += RECEIPTS_PER_MESSAGE)
			yield { id, kind: 'reconcile-receipts', text: packText(receipts.slice(from, from + RECEIPTS_PER_MESSAGE)) };
	}
	yield { id, kind: 'reconcile', input: { ...rest, receipts: together ? receipts : [] } };
}

async function sha256(bytes: Uint8Array): Promise<string> {
	const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));
	return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
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

function runOn<T>(host: Host, { id, requests, take, silence, signal, stopped = 'reading_stopped' }: Work<T>): Promise<Result<T, Problem>> {
	return new Promise((resolve) => {
		if (signal?.aborted) return resolve(fail(problem(stopped)));
		let timer: ReturnType<typeof setTimeout> | undefined;
		let settled = false;
		const settle = (result: Result<T, Problem>) => {
			if (settled) return;
			settled = true;
			clearTimeout(timer);
			resolve(result);
		};
		const end = (why: Problem) => {
			if (settled) return;
			host.end();
			settle(fail(why));
		};
		const listen = (ms: number) => {
			clearTimeout(timer);
			timer = setTimeout(() => end(problem('engine_stopped', 'no answer')), ms);
		};
		signal?.addEventListener('abort', () => end(problem(stopped)));
		try {
			const worker = host.worker();
			worker.onmessage = ({ data }: MessageEvent<EngineAnswer>) => {
				if (data.id !== id || settled) return;
				listen(silence.workMs);
				const result = data.kind === 'failed' ? fail(data.problem) : take(data);
				if (result) settle(result);
			};
			worker.onerror = (event) => end(problem('engine_stopped', event.message));
			listen(silence.startMs);
			void postAll(worker, requests(), () => settled).catch((error: unknown) => end(problem('engine_stopped', String(error))));
		} catch (error) {
			end(problem('engine_stopped', String(error)));
		}
	});
}

/** Between two messages the page may answer the person. */
async function postAll(worker: Worker, requests: Iterable<EngineRequest>, isOver: () => boolean): Promise<void> {
	let first = true;
	for (const request of requests) {
		if (!first) await new Promise((resolve) => setTimeout(resolve));
		if (isOver()) return;
		first = false;
		worker.postMessage(request);
	}
}
