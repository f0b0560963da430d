import { type Problem, problem } from '../domain/problems.ts';
import { shopDays } from '../domain/receipts/days-touched.ts';
import type { BillReading } from '../domain/receipts/reading.ts';
import type { Receipt } from '../domain/receipts/receipt.ts';
import { PACKED_FROM, packPages, unpackPage } from '../domain/receipts/receipt-pages.ts';
import { describeFile, readFile, runReconcile, runSettle } from './engine.ts';
import type { EngineAnswer, EngineRequest } from './protocol.ts';

/** Rows travel in messages of this size, so that no single one stalls the page. */
const ROWS_PER_MESSAGE = 500;

const scope = globalThis as unknown as DedicatedWorkerGlobalScope;
let ahead: Receipt[] = [];

scope.onmessage = ({ data }: MessageEvent<EngineRequest>) => {
	if (data.kind === 'reconcile-receipts') {
		for (const receipt of unpackPage(data.text)) ahead.push(receipt);
		return;
	}
	post({ id: data.id, kind: 'started' });
	void answer(data).catch((error: unknown) => post({ id: data.id, kind: 'failed', problem: problem('engine_stopped', String(error)) }));
};

type Asked<K extends EngineRequest['kind']> = Extract<EngineRequest, { readonly kind: K }>;

async function answer(request: Asked<'read' | 'describe' | 'reconcile' | 'settle'>): Promise<void> {
	if (request.kind === 'settle') return post({ id: request.id, kind: 'settle-done', settlement: runSettle(request.input) });
	if (request.kind === 'describe') return describe(request);
	return request.kind === 'read' ? read(request) : compare(request);
}

async function describe({ id, file, options }: Asked<'describe'>): Promise<void> {
	const table = await describeFile(file, options);
	return table.ok ? post({ id, kind: 'describe-done', table: table.value }) : refuse(id, table.error);
}

async function read({ id, file, options }: Asked<'read'>): Promise<void> {
	const found = await readFile(file, options, (done) => post({ id, kind: 'progress', done }));
	if (!found.ok) return refuse(id, found.error);
	const { bills, statements } = found.value;
	const dayOf = shopDays(options);
	bills.forEach((one, bill) => {
		sendReceipts(one, { id, bill, dayOf });
	});
	statements.forEach((one, statement) => {
		for (const lines of inParts(one.lines)) post({ id, kind: 'lines', statement, lines });
	});
	const heads = { bills: bills.map(({ receipts: _, ...head }) => head), statements: statements.map(({ lines: _, ...head }) => head) };
	post({ id, kind: 'read-done', ...heads });
}

type Place = { readonly id: number; readonly bill: number; readonly dayOf: ReturnType<typeof shopDays> };

/** Those of a large bill come packed as they will be stored, so that the page need not do it. */
function sendReceipts({ receipts }: BillReading, { id, bill, dayOf }: Place): void {
	if (receipts.length < PACKED_FROM) post({ id, kind: 'receipts', bill, receipts });
	else for (const page of packPages(receipts, dayOf)) post({ id, kind: 'page', bill, page });
}

async function compare({ id, input }: Asked<'reconcile'>): Promise<void> {
	const receipts = ahead.length > 0 ? ahead : input.receipts;
	ahead = [];
	const { matches, discrepancies, awaiting, excluded, ...rest } = runReconcile({ ...input, receipts }, (done) => post({ id, kind: 'progress', done }));
	for (const part of inParts(matches)) post({ id, kind: 'reconcile-part', part: { matches: part } });
	for (const part of inParts(discrepancies)) post({ id, kind: 'reconcile-part', part: { discrepancies: part } });
	for (const part of inParts(awaiting)) post({ id, kind: 'reconcile-part', part: { awaiting: part } });
	for (const part of inParts(excluded)) post({ id, kind: 'reconcile-part', part: { excluded: part } });
	post({ id, kind: 'reconcile-done', outcome: rest });
}

function* inParts<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
	for (let from = 0; from < rows.length; from += ROWS_PER_MESSAGE) yield rows.slice(from, from + ROWS_PER_MESSAGE);
}

function refuse(id: number, why: Problem): void {
	post({ id, kind: 'failed', problem: why });
}

function post(message: EngineAnswer): void {
	scope.postMessage(message);
}
