import { type Problem, problem } from '../domain/problems.ts';
import { describeFile, readFile, runReconcile, runSettle } from './engine.ts';
import type { EngineAnswer, EngineRequest } from './protocol.ts';

/** Receipts and lines travel in messages of this size, so that no single one stalls the page. */
const ROWS_PER_MESSAGE = 500;

const scope = globalThis as unknown as DedicatedWorkerGlobalScope;

scope.onmessage = ({ data }: MessageEvent<EngineRequest>) => {
	void answer(data).catch((error: unknown) => post({ id: data.id, kind: 'failed', problem: problem('engine_stopped', String(error)) }));
};

async function answer(request: EngineRequest): Promise<void> {
	if (request.kind === 'reconcile') return post({ id: request.id, kind: 'reconcile-done', outcome: runReconcile(request.input) });
	if (request.kind === 'settle') return post({ id: request.id, kind: 'settle-done', settlement: runSettle(request.input) });
	if (request.kind === 'describe') return describe(request);
	const { id, file, options } = request;
	const read = await readFile(file, options, (done) => post({ id, kind: 'progress', done }));
	if (!read.ok) return refuse(id, read.error);
	const { bills, statements } = read.value;
	bills.forEach((one, bill) => {
		for (const receipts of inPages(one.receipts)) post({ id, kind: 'receipts', bill, receipts });
	});
	statements.forEach((one, statement) => {
		for (const lines of inPages(one.lines)) post({ id, kind: 'lines', statement, lines });
	});
	const hash = await sha256(file.bytes);
	const heads = { bills: bills.map(({ receipts: _, ...head }) => head), statements: statements.map(({ lines: _, ...head }) => head) };
	post({ id, kind: 'read-done', hash, ...heads });
}

async function describe({ id, file, options }: Extract<EngineRequest, { readonly kind: 'describe' }>): Promise<void> {
	const table = await describeFile(file, options);
	return table.ok ? post({ id, kind: 'describe-done', table: table.value }) : refuse(id, table.error);
}

function* inPages<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
	for (let from = 0; from < rows.length; from += ROWS_PER_MESSAGE) yield rows.slice(from, from + ROWS_PER_MESSAGE);
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
