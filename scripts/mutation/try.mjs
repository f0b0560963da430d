// Tries mutants one after the other in one process: `node try.mjs <switched module>`; on its input a JSON list of `[mutant, [[test, seconds], …]]`.
// Prints `mutant begin` before each, then `mutant noticed` with the first test that fails or goes round in circles, or `mutant survived`;
// `mutant spoiled`, and ends, where that test then fails without any mutant as well: what was broken before may have left its traces.
import { readFileSync, writeSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { runInThisContext } from 'node:vm';

/** A test that takes so many times longer (of the processor's time: on a busy machine a healthy one may take long), and these seconds, never ends. */
const TIMES_LONGER = 4;
const SECONDS_MORE = 1;

const work = JSON.parse(readFileSync(0, 'utf8'));
const { tests, breakWith } = await import(pathToFileURL(process.argv[2]).href);
for (const [mutant, chosen] of work) {
	say(`${mutant} begin`);
	breakWith(mutant);
	const telling = chosen.find(fails);
	breakWith(-1);
	if (telling && fails(telling)) {
		say(`${mutant} spoiled`);
		break;
	}
	say(telling ? `${mutant} noticed ${telling[0]}` : `${mutant} survived`);
}

function fails([test, seconds]) {
	return !passes(tests[test].body, seconds * TIMES_LONGER + SECONDS_MORE);
}

/** At once: what comes after may bring the process down. */
function say(line) {
	writeSync(1, `${line}\n`);
}

function passes(body, mostSeconds) {
	const start = process.cpuUsage().user;
	globalThis.runBody = body;
	for (let patience = mostSeconds; ; patience *= 2) {
		try {
			runInThisContext('runBody()', { timeout: Math.ceil(patience * 1_000) });
			return true;
		} catch (error) {
			if (error?.code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT' || (process.cpuUsage().user - start) / 1e6 > mostSeconds) return false;
		}
	}
}
