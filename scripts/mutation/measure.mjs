// Runs every test of a bundle of engine and tests once, and prints for each what it costs and which stretches of the bundle it reaches.
// `node measure.mjs <bundle>` prints lines of JSON, `{ name, seconds, ranges }`: first for reading the bundle, then for each test. Fails if a test does.
import { realpathSync } from 'node:fs';
import { Session } from 'node:inspector';
import { pathToFileURL } from 'node:url';

// By its real place: a module behind a link is counted under the place that it leads to.
const url = pathToFileURL(realpathSync(process.argv[2])).href;
const session = new Session();
session.connect();
session.post('Profiler.enable');
// From before the module is read: what is compiled by then is not counted by block.
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
const { tests } = await import(url);
say({ name: 'read', seconds: 0, ranges: takeCounts() });
for (const { name, body } of tests) {
	const start = process.cpuUsage().user;
	let done;
	try {
		done = body();
	} catch (cause) {
		throw new Error(name, { cause });
	}
	if (done instanceof Promise) throw new Error(`${name}: the mutation proof does not wait for tests`);
	const seconds = (process.cpuUsage().user - start) / 1e6;
	say({ name, seconds, ranges: takeCounts() });
}

function say(line) {
	process.stdout.write(`${JSON.stringify(line)}\n`);
}

/** `[from, to, 1 or 0]` of each function and block that was run since the last time, and of those left out within them; outer before inner. */
function takeCounts() {
	let ranges = [];
	session.post('Profiler.takePreciseCoverage', (error, { result }) => {
		if (error) throw error;
		const own = result.find((script) => script.url === url);
		ranges = (own?.functions ?? []).flatMap((one) => one.ranges.map(({ startOffset, endOffset, count }) => [startOffset, endOffset, Math.sign(count)]));
	});
	return ranges;
}
