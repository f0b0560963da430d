import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { fileAnswer } from '../../../src/cli/read-answer.ts';
import { readFile } from '../../../src/importers/read-file.ts';
import { leaksOf } from './leaks.ts';
import { mutate } from './mutations.ts';

/** Reads one damaged file after the other, as told by seed; the one who asks watches the clock. */

const folder = (workerData as { readonly fixtures: string }).fixtures;
const files = readdirSync(folder).flatMap((format) =>
	readdirSync(join(folder, format))
		.filter((name) => !name.endsWith('.expected.json'))
		.map((name) => ({ name: `${format}/${name}`, bytes: new Uint8Array(readFileSync(join(folder, format, name))) })),
);
const small = files.map(({ bytes }) => bytes).filter((bytes) => bytes.length < 20_000);

parentPort?.on('message', async (seed: number) => {
	const file = files[seed % files.length] ?? { name: '', bytes: new Uint8Array() };
	const { bytes, what, cards } = mutate(seed, file.bytes, small);
	parentPort?.postMessage({ kind: 'begun', seed, file: file.name, what });
	const begun = performance.now();
	let outcome = 'refused';
	let leaks: readonly string[] = [];
	try {
		const read = await readFile({ name: file.name.split('/')[1] ?? '', bytes }, { format: null, zone: 'Asia/Shanghai', cutoverMinutes: 240 });
		if (read.ok) {
			const answer = fileAnswer(read.value);
			leaks = leaksOf(answer, cards);
			const rows = [...read.value.bills.flatMap((bill) => bill.receipts), ...read.value.statements.flatMap((statement) => statement.lines)];
			outcome = rows.length > 0 ? 'read' : 'empty';
			if (new Set(rows.map(({ id }) => id)).size < rows.length && read.value.bills.length + read.value.statements.length === 1) outcome = 'ids twice';
		}
	} catch (error) {
		outcome = `crashed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
	}
	parentPort?.postMessage({ kind: 'done', seed, ms: performance.now() - begun, outcome, leaks, size: bytes.length, rss: process.memoryUsage.rss() });
});
