import { type Problem, problem } from '../domain/problems.ts';
import { readFile, runReconcile } from './engine.ts';
import type { EngineAnswer, EngineRequest } from './protocol.ts';

/** Receipts travel in messages of this size, so that no single one stalls the page. */
const RECEIPTS_PER_MESSAGE = 500;

const scope = globalThis as unknown as DedicatedWorkerGlobalScope;

scope.onmessage = ({ data }: MessageEvent<EngineRequest>) => {
	void answer(data).catch((error: unknown) => post({ id: data.id, kind: 'failed', problem: problem('engine_stopped', String(error)) }));
};

async function answer(request: EngineRequest): Promise<void> {
	if (request.kind === 'reconcile') return post({ id: request.id, kind: 'reconcile-done', outcome: runReconcile(request.input) });
	const { id, file, options } = request;
	const read = readFile(file, options, (done) => post({ id, kind: 'progress', done }));
	if (!read.ok) return refuse(id, read.error);
	read.value.bills.forEach(({ receipts }, bill) => {
		for (let from = 0; from < receipts.length; from += RECEIPTS_PER_MESSAGE)
			post({ id, kind: 'receipts', bill, receipts: receipts.slice(from, from + RECEIPTS_PER_MESSAGE) });
	});
	const hash = await sha256(file.bytes);
	post({ id, kind: 'read-done', hash, bills: read.value.bills.map(({ receipts: _, ...head }) => head) });
}

function refuse(id: number, why: Problem): void {
	post({ id, kind: 'failed', problem: why });
}

async function sha256(bytes: Uint8Array): Promise<string> {
	const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));
	return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function post(message: EngineAnswer): void {
	scope.postMessage(message);
}
