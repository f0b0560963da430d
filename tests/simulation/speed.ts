import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { reconcile } from '../../src/domain/matching/reconcile.ts';
import type { ReconcileInput, SaleRow } from '../../src/domain/matching/rows.ts';
import type { Receipt } from '../../src/domain/receipts/receipt.ts';
import { BLANK } from './books.ts';
import { playShop } from './play.ts';
import { SCENARIOS } from './scenarios.ts';

/** To either side: what is looked through for each sale. */
const WINDOW_MS = 45 * 60_000;
const ROUNDS = 7;

type Print = (line: string) => void;

/** Speed in one run on this machine: the whole comparison, against what finding the candidates alone costs elsewhere. */
export async function printSpeed(print: Print): Promise<void> {
	const database = await DuckDBInstance.create(':memory:', { threads: '2' });
	const connection = await database.connect();
	print(
		`the whole comparison (net, clocks, candidates, scores, assignment, groups, probabilities, evidence, discrepancies), against candidate joins alone; rows as a worker is handed them (cloned); median of ${ROUNDS}, after two for warming up`,
	);
	for (const scenario of ['convenience', 'tea shop']) {
		const input = shopOf(scenario, 10_000);
		const whole = median(() => reconcile(input));
		const join = await duckJoin(connection, input);
		const hash = median(() => hashJoin(input));
		print(
			`  ${scenario} ${input.sales.length} × ${input.receipts.length}: whole ${whole.toFixed(0)} ms · DuckDB candidate join ${join.ms.toFixed(0)} ms (${join.pairs} pairs) · plain hash join ${hash.toFixed(1)} ms · whole / DuckDB ${(whole / join.ms).toFixed(2)}`,
		);
	}
	growth(print);
	crowds(print);
	connection.closeSync();
}

function shopOf(word: string, sales: number): ReconcileInput {
	const scenario = SCENARIOS.find(({ name }) => name.includes(word));
	if (!scenario) throw new Error(`no scenario ${word}`);
	const perDay = 500;
	const { input } = playShop({ ...scenario.shop(7), from: '2025-03-01', customersPerDay: perDay, days: Math.max(1, Math.round(sales / perDay)) }, 7);
	// As the worker is handed them. The rows as they are played differ in their layout in memory one from the other, which no reader,
	// table or message makes them do, and which makes every look at a row several times slower.
	return structuredClone(input);
}

/** The equal amounts of one currency within the window, and the equal codes: what DuckDB needs for the pairs alone. */
async function duckJoin(connection: DuckDBConnection, { sales, receipts }: ReconcileInput): Promise<{ readonly ms: number; readonly pairs: number }> {
	await fill(connection, 'sales', sales);
	await fill(connection, 'receipts', receipts);
	const query = `CREATE OR REPLACE TABLE pairs AS
		SELECT s.n AS l, r.n AS r FROM sales s JOIN receipts r ON s.amount = r.amount AND r.ms BETWEEN s.ms - ${WINDOW_MS} AND s.ms + ${WINDOW_MS}
		UNION SELECT s.n, r.n FROM sales s JOIN receipts r ON s.code = r.code AND s.code >= 0`;
	const times: number[] = [];
	for (let round = -2; round < ROUNDS; round++) {
		const begun = performance.now();
		await connection.run(query);
		if (round >= 0) times.push(performance.now() - begun);
	}
	const counted = await connection.runAndReadAll('SELECT count(*)::INTEGER FROM pairs');
	return { ms: middle(times), pairs: Number(counted.getRows()[0]?.[0]) };
}

async function fill(connection: DuckDBConnection, table: string, rows: readonly (SaleRow | Receipt)[]): Promise<void> {
	await connection.run(`CREATE OR REPLACE TABLE ${table} (n INTEGER, ms BIGINT, amount BIGINT, code INTEGER)`);
	const appender = await connection.createAppender(table);
	rows.forEach((row, n) => {
		appender.appendInteger(n);
		appender.appendBigInt(BigInt(row.at));
		appender.appendBigInt(BigInt(row.amountMinor));
		appender.appendInteger(codeOf(row));
		appender.endRow();
	});
	appender.flushSync();
	appender.closeSync();
}

function codeOf(row: SaleRow | Receipt): number {
	const code = 'keys' in row ? row.keys.authCode : row.authCode;
	return code !== null && /^\d{6}$/.test(code) ? Number(code) : -1;
}

/** The same in plain JavaScript: a map of lists by amount and window of time, looked through for the neighbouring windows. */
function hashJoin({ sales, receipts }: ReconcileInput): number {
	const byPlace = new Map<string, Receipt[]>();
	const windowOf = (at: number) => Math.floor(at / WINDOW_MS);
	for (const row of receipts) {
		const place = `${row.amountMinor} ${windowOf(row.at)}`;
		const list = byPlace.get(place);
		if (list) list.push(row);
		else byPlace.set(place, [row]);
	}
	let pairs = 0;
	for (const sale of sales) {
		for (const window of [-1, 0, 1]) {
			for (const row of byPlace.get(`${sale.amountMinor} ${windowOf(sale.at) + window}`) ?? []) if (Math.abs(row.at - sale.at) <= WINDOW_MS) pairs++;
		}
	}
	return pairs;
}

/** How the time grows from 10,000 to 100,000 rows a side, as the exponent of n. */
function growth(print: Print): void {
	const sizes = [10_000, 30_000, 100_000].map((size) => {
		const input = shopOf('convenience', size);
		const ms = median(() => reconcile(input), 3);
		return { rows: input.sales.length, ms, megabytes: heapFor(input) };
	});
	const [small, , large] = sizes;
	if (!small || !large) return;
	for (const { rows, ms, megabytes } of sizes)
		print(
			`  ${rows} sales: ${ms.toFixed(0)} ms, ${((ms * 1_000) / rows).toFixed(1)} µs a sale, heap in use at the end ${megabytes.toFixed(0)} MB more than before`,
		);
	print(
		`  growth 10,000 → 100,000: n^${(Math.log(large.ms / small.ms) / Math.log(large.rows / small.rows)).toFixed(2)} (aim ≤ n^1.1); peak resident memory of this process ${(process.resourceUsage().maxRSS / 1_024).toFixed(0)} MB`,
	);
}

function heapFor(input: ReconcileInput): number {
	globalThis.gc?.();
	const before = process.memoryUsage().heapUsed;
	const outcome = reconcile(input);
	const after = process.memoryUsage().heapUsed;
	return outcome.matches.length > 0 ? (after - before) / 1e6 : 0;
}

/** Equal amounts by the hundred and the thousand, one receipt missing. */
function crowds(print: Print): void {
	for (const [count, seconds, words] of [
		[300, 12, 'in an hour'],
		[2_000, 30, 'in a day'],
		[10_000, 8, 'in a day'],
	] as const) {
		const input = crowd(count, seconds);
		print(`  ${count} equal amounts ${words}: ${median(() => reconcile(input), 3).toFixed(0)} ms`);
	}
}

function crowd(count: number, seconds: number): ReconcileInput {
	const from = Date.UTC(2026, 10, 19, 22);
	const base = { offset: 480, currency: 'CNY', tender: 'wechat', terminalId: 'T1', amountMinor: 1_200, tipMinor: null } as const;
	const sales = Array.from(
		{ length: count },
		(_, k): SaleRow => ({
			...base,
			id: `s${k}`,
			at: from + k * seconds * 1_000,
			day: '2026-11-20',
			kind: 'sale',
			cashier: null,
			keys: BLANK,
			ref: null,
			state: 'paid_confirmed',
		}),
	);
	const lost = count >> 1;
	const receipts = sales.flatMap((sale, k): Receipt[] => {
		if (k === lost) return [];
		const own = {
			id: `r${k}` as Receipt['id'],
			leg: 'terminal',
			source: 'terminals',
			at: sale.at + ((k * 7) % 11) * 1_000,
			kind: 'sale',
			status: 'success',
		} as const;
		return [{ ...BLANK, ...base, ...own, feeMinor: null, netMinor: null, originalRef: null, settlementDate: null, line: null }];
	});
	return {
		...shopOf('convenience', 500),
		sales,
		receipts,
		coverage: [{ source: 'terminals', leg: 'terminal', interval: { from: from - 86_400_000, to: from + 3 * 86_400_000 }, tenders: null }],
		now: from + 9 * 86_400_000,
	};
}

function median(work: () => unknown, rounds: number = ROUNDS): number {
	const times: number[] = [];
	for (let round = rounds > 3 ? -2 : -1; round < rounds; round++) {
		const begun = performance.now();
		work();
		if (round >= 0) times.push(performance.now() - begun);
	}
	return middle(times);
}

function middle(values: readonly number[]): number {
	return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
