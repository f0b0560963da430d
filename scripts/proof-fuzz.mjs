// Damaged and hostile files by the thousand: `npm run proof:fuzz -- 20000 [first seed]`. A seed that fails can be run alone: `npm run proof:fuzz -- 1 SEED`.
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { install } from './install.mjs';

install();
const { bundle, root } = await import('./bundle.mjs');

const count = Number(process.argv[2] ?? 20_000);
const first = Number(process.argv[3] ?? 1);
/** A small file is read or refused within this, even here where two threads share the machine. */
const HANG_MS = 2_000;
/** What the contract allows; the thread that reads has its own heap, but the process is measured as a whole. */
const RSS_MB_MAX = 500;

const entry = await bundle('tests/faults/fuzz/fuzz-worker.ts', ['src', 'tests/faults/fuzz', 'tests/support']);
const outcomes = new Map();
const failures = [];
let slowest = { ms: 0, seed: 0 };
let rssMb = 0;
let worker = start();

for (let seed = first; seed < first + count; seed++) {
	const told = await ask(seed);
	rssMb = Math.max(rssMb, (told.rss ?? 0) / 1e6);
	if (told.ms > slowest.ms) slowest = told;
	const outcome = told.outcome.startsWith('crashed') ? 'crashed' : told.outcome;
	outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
	if (['crashed', 'hung', 'ids twice'].includes(outcome) || told.leaks?.length > 0) failures.push(told);
	if ((seed - first + 1) % 2_000 === 0) console.log(`  ${seed - first + 1} files, seed ${seed}`);
}
await worker.terminate();

console.log(`${count} mutated files, seeds ${first} to ${first + count - 1}`);
console.log(`  ${[...outcomes].map(([what, times]) => `${what} ${times}`).join(' · ')}`);
console.log(`  slowest ${slowest.ms.toFixed(0)} ms (seed ${slowest.seed}, ${slowest.size} bytes) · memory of the process at most ${rssMb.toFixed(0)} MB`);
for (const { seed, file, what, outcome, leaks } of failures.slice(0, 20))
	console.log(`  seed ${seed} ${file} [${what}]: ${outcome} ${leaks?.join(', ') ?? ''}`);
const leaked = failures.filter(({ leaks }) => leaks?.length > 0).length;
console.log(`  crashes ${outcomes.get('crashed') ?? 0}, hangs ${outcomes.get('hung') ?? 0}, card numbers through ${leaked}`);
if (rssMb > RSS_MB_MAX) console.log(`  more memory than ${RSS_MB_MAX} MB`);
process.exit(failures.length > 0 || rssMb > RSS_MB_MAX ? 1 : 0);

function start() {
	return new Worker(entry, { workerData: { fixtures: join(root, 'tests/fixtures/bills') } });
}

/** One file; a thread that says nothing in time is ended and another started. */
function ask(seed) {
	return new Promise((resolve) => {
		let begun = { seed, file: '', what: [] };
		const hung = setTimeout(async () => {
			await worker.terminate();
			worker = start();
			resolve({ ...begun, ms: HANG_MS, outcome: 'hung' });
		}, HANG_MS + 3_000);
		worker.removeAllListeners();
		worker.on('message', (message) => {
			if (message.kind === 'begun') begun = message;
			else {
				clearTimeout(hung);
				resolve({ ...begun, ...message, outcome: message.ms > HANG_MS ? 'hung' : message.outcome });
			}
		});
		worker.on('error', (error) => {
			clearTimeout(hung);
			worker = start();
			resolve({ ...begun, ms: 0, outcome: `crashed: ${error.message}` });
		});
		worker.postMessage(seed);
	});
}
