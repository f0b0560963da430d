// Do the tests notice when the matching engine is broken? `npm run proof:mutation -- [mutants] [seed]` (0 mutants: all of them).
// Takes a sample of small changes to its files (a comparison turned round, a condition settled, a sum made a difference, a
// statement left out …), runs those tests of the engine that reach the change, and prints the share that was noticed and each that was not.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { install } from './install.mjs';

install();
const { root } = await import('./bundle.mjs');
const { engineBundle } = await import('./mutation/engine-bundle.mjs');
const { mutantsOf } = await import('./mutation/mutants.mjs');
const { withSwitches } = await import('./mutation/switched.mjs');

const ASKED = Number(process.argv[2] ?? 200);
const SEED = Number(process.argv[3] ?? 7);
const AIM = 0.85;
const ENGINE = 'src/domain/matching/';
/** Data and words: there is nothing in them to break that a test of behaviour could notice. */
const LEFT_OUT = ['weights.ts', 'entries.ts', 'outcome.ts', 'rows.ts', 'kinds.ts'];

const place = join(root, 'node_modules', '.cache', 'counterfoil', 'mutation');
rmSync(place, { recursive: true, force: true });
mkdirSync(place, { recursive: true });
const { code, placeOf } = await engineBundle();
const { atReading, tests } = measured();
const all = mutants();
const sample = sampleOf(all);
const survivors = [];
await tryAll(sample);
rmSync(place, { recursive: true, force: true });
const noticed = sample.length - survivors.length;
console.log('\nnot noticed:');
for (const mutant of survivors) console.log(`  ${mutant.file}:${mutant.line} ${mutant.kind}: ${lineOf(mutant)}`);
console.log(`noticed ${noticed} of ${sample.length}: ${((noticed / sample.length) * 100).toFixed(1)} % (aim ≥ ${AIM * 100}), seed ${SEED}`);
process.exit(noticed / sample.length >= AIM ? 0 : 1);

/** What each test costs and reaches with the engine as it is; all must pass. The cheapest first: a mutant is done for with the first test that fails. */
function measured() {
	const path = join(place, 'engine.mjs');
	writeFileSync(path, code);
	const done = spawnSync(process.execPath, [join(root, 'scripts', 'mutation', 'measure.mjs'), path], {
		stdio: ['ignore', 'pipe', 'inherit'],
		encoding: 'utf8',
		maxBuffer: 2 ** 30,
	});
	if (done.status !== 0) throw new Error('the tests fail as they are; nothing can be said');
	const [reading, ...costs] = done.stdout
		.trim()
		.split('\n')
		.map((line) => JSON.parse(line));
	const tests = costs.map((test, number) => ({ number, ...test })).sort((a, b) => a.seconds - b.seconds);
	return { atReading: reading.ranges.slice(1), tests };
}

function mutants() {
	const found = mutantsOf(code, 0, code.length).flatMap((mutant) => {
		const from = placeOf(mutant.start);
		if (!from?.file.startsWith(ENGINE) || LEFT_OUT.some((name) => from.file.endsWith(`/${name}`))) return [];
		return [{ ...mutant, file: from.file.slice(ENGINE.length), line: from.line, original: code.slice(mutant.start, mutant.end) }];
	});
	return found.map((mutant, number) => ({ ...mutant, number }));
}

function sampleOf(all) {
	const random = seeded(SEED);
	const ordered = all.map((mutant) => ({ mutant, order: random() })).sort((a, b) => a.order - b.order);
	const taken = ASKED === 0 ? ordered : ordered.slice(0, ASKED);
	console.log(`${all.length} mutants of ${ENGINE}, ${taken.length} of them tried (seed ${SEED})`);
	return taken.map(({ mutant }) => mutant);
}

/** What is worked out when the module is read has to be in place by then, so such a mutant has a module and a process of its own. */
async function tryAll(sample) {
	const switched = join(place, 'switched.mjs');
	writeFileSync(switched, withSwitches(code, all));
	const early = sample.filter(({ start }) => isReadEarly(start));
	const waiting = sample.filter((mutant) => !early.includes(mutant));
	const lanes = [0, 1].map((lane) => waiting.filter((_, k) => k % 2 === lane));
	await Promise.all(
		lanes.map(async (lane) => {
			while (lane.length > 0) await tryIn(switched, lane);
		}),
	);
	for (const mutant of early) {
		const path = join(place, `mutant-${mutant.number}.mjs`);
		writeFileSync(path, `${code.slice(0, mutant.start)}${mutant.text}${code.slice(mutant.end)}\nexport function breakWith() {}\n`);
		await tryIn(path, [mutant]);
	}
}

/** Takes from `waiting` what one process gets through; a mutant that brings it down is noticed. */
async function tryIn(path, waiting) {
	const script = join(root, 'scripts', 'mutation', 'try.mjs');
	const child = spawn(process.execPath, ['--max-old-space-size=1000', script, path], { stdio: ['pipe', 'pipe', 'ignore'] });
	const work = waiting.map((mutant) => [mutant.number, tests.filter((test) => reaches(test, mutant.start)).map(({ number, seconds }) => [number, seconds])]);
	child.stdin.on('error', () => {}).end(JSON.stringify(work));
	let last = '';
	let begun = 0;
	for await (const line of createInterface({ input: child.stdout })) {
		last = line.split(' ')[1];
		if (last === 'begin') begun++;
		else if (last !== 'spoiled') told(waiting.shift(), last === 'survived');
	}
	if (last === '') throw new Error('the mutants could not be tried');
	// The first of a process has nothing before it that could have left its traces; any other is tried again in a new one.
	if (last === 'spoiled' && begun > 1) console.log(`         (a new process, after ${begun - 1} mutants)`);
	if (last === 'begin' || (last === 'spoiled' && begun === 1)) told(waiting.shift(), false);
}

function told(mutant, survived) {
	if (survived) survivors.push(mutant);
	console.log(`${survived ? 'SURVIVED' : 'noticed '} ${mutant.file}:${mutant.line} ${mutant.kind}: ${short(mutant.original)} → ${short(mutant.text)}`);
}

function reaches({ ranges }, offset) {
	return isReadEarly(offset) || innermostAt(ranges, offset)?.[2] === 1;
}

/** What stands in no function, and what such code calls, is run when the module is read, for every test. */
function isReadEarly(offset) {
	const innermost = innermostAt(atReading, offset);
	return !innermost || innermost[2] === 1;
}

function innermostAt(ranges, offset) {
	return ranges.findLast(([from, to]) => from <= offset && offset < to);
}

/** The line of a mutant, with the change marked in it. */
function lineOf({ start, end, text, original }) {
	const before = code.slice(code.lastIndexOf('\n', start) + 1, start);
	return short(`${before}⟦${original} → ${text}⟧${code.slice(end, code.indexOf('\n', end))}`, 170);
}

function short(text, most = 70) {
	const line = text.replaceAll(/\s+/g, ' ').trim();
	return line.length > most ? `${line.slice(0, most - 1)}…` : line;
}

function seeded(seed) {
	let state = seed >>> 0;
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 4_294_967_296;
	};
}
