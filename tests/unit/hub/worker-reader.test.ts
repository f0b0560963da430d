import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readerInWorker } from '../../../hub/reading/worker-reader.ts';
import { bundle } from '../../../scripts/bundle.mjs';
import { temporaryFolder } from './support/hub-fixtures.ts';

const HEADER =
	'id,occurred_at,kind,status,amount,tip,fee,currency,tender,terminal_id,batch_no,trace_no,rrn,auth_code,last4,merchant_order_no,channel_order_no,original_ref,settlement_date';
const row = (id: string, amount = '10.00') => `${id},2026-11-20T12:00:00+08:00,sale,success,${amount},,,CNY,card,01086601,,,,,,,,,`;
const file = (name: string, ...rows: string[]) => ({ name, bytes: new TextEncoder().encode(`${[HEADER, ...rows].join('\n')}\n`), mark: 'm' });
const LIMITS = { baseMs: 10_000, perMegabyteMs: 1_000, heapMegabytes: 512 };

async function builtReader(limits = LIMITS) {
	const reader = readerInWorker(await bundle('hub/reading/reader.worker.ts', ['hub', 'src/feeds', 'src/domain', 'src/importers']), limits);
	onTestFinished(() => reader.stop());
	return reader;
}

/** A thread that does with each file what its name says. */
async function oddReader(limits = { ...LIMITS, baseMs: 1_500 }) {
	const script = join(await temporaryFolder(), 'odd.mjs');
	await writeFile(
		script,
		`import { parentPort } from 'node:worker_threads';
parentPort.on('message', ({ id, file }) => {
	if (file.name === 'hang.csv') for (;;);
	if (file.name === 'throw.csv') throw new Error('broken');
	if (file.name === 'hoard.csv') { const all = []; for (;;) all.push(new Array(1e6).fill({})); }
	parentPort.postMessage({ id, kind: 'done', rest: { coverage: [], problems: [], mark: file.mark } });
});`,
	);
	const reader = readerInWorker(script, limits);
	onTestFinished(() => reader.stop());
	return reader;
}

describe('files read in a thread of their own', () => {
	test('give what they give anywhere: receipts, coverage, and the lines that were not understood', async () => {
		const reader = await builtReader();
		const { receipts, coverage, problems, mark } = await reader.read(file('a.csv', row('1'), row('2', 'ten')), 'folder:bills');
		expect(receipts.map(({ id, source, format }) => [id, source, format])).toEqual([['1', 'folder:bills', 'canonical-receipts']]);
		expect(coverage).toMatchObject([{ source: 'folder:bills', format: 'canonical-receipts' }]);
		expect(problems).toMatchObject([{ line: 3, code: 'amount_unreadable' }]);
		expect(mark).toBe('m');
	});

	test('come back whole when they are large', async () => {
		const reader = await builtReader();
		const many = Array.from({ length: 2_500 }, (_, number) => row(`r${number}`));
		expect((await reader.read(file('large.csv', ...many), 'folder:bills')).receipts).toHaveLength(2_500);
	});

	test.each([
		['hangs', 'hang.csv', 'file_hangs'],
		['breaks the thread', 'throw.csv', 'reading_stopped'],
		['takes all memory', 'hoard.csv', 'reading_stopped'],
	])('one that %s is reported, and the next is read', async (_, name, code) => {
		const reader = await oddReader(name === 'hoard.csv' ? { ...LIMITS, heapMegabytes: 64 } : undefined);
		const [odd, next] = await Promise.all([reader.read(file(name), 's'), reader.read(file('next.csv'), 's')]);
		expect(odd.problems).toMatchObject([{ line: null, code }]);
		expect(odd.mark).toBe('m');
		expect(next.problems).toEqual([]);
	});

	test('that hang do not hold up the end of the hub', async () => {
		const reader = await oddReader({ ...LIMITS, baseMs: 60_000 });
		const reading = reader.read(file('hang.csv'), 's');
		await new Promise((resolve) => setTimeout(resolve, 300));
		await reader.stop();
		expect((await reading).problems).toHaveLength(1);
	});
});
