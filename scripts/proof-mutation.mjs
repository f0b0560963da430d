// Do the tests notice when the matching engine is broken? `npm run proof:mutation -- [mutants] [seed]` (0 mutants: all of them).
// Takes a sample of small changes to its files (a comparison turned round, a condition settled, a sum made a difference, a
// statement left out …), runs the tests of the engine against each, and prints the share that was noticed and every one that was not.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { install } from './install.mjs';

install();
const { root } = await import('./bundle.mjs');
const { mutantsOf } = await import('./mutation/mutants.mjs');
const { rolldown } = await import('rolldown');

const ASKED = Number(process.argv[2] ?? 200);
const SEED = Number(process.argv[3] ?? 7);
const ENGINE = 'src/domain/matching/';
/** Data and words: there is nothing in them to break that a test of behaviour could notice. */
const LEFT_OUT = ['weights.ts', 'entries.ts', 'outcome.ts', 'rows.ts', 'kinds.ts'];
/** The quick and telling first; a mutant is done for with the first test that fails. */
const TESTS = [
	['tests/tables', /^matching-.*\.test\.ts$/],
	['tests/unit/matching', /\.test\.ts$/],
	['tests/unit/domain/matching', /\.test\.ts$/],
	['tests/properties', /^matching\.test\.ts$/],
	['tests/simulation', /\.test\.ts$/],
];
/** A mutant that takes so much longer than the engine as it is goes round in circles. */
const TIMES_LONGER = 3;

/** Runs a file and prints the processor's seconds that it took. */
const MEASURE = 'import(process.argv[1]).then(() => console.log(process.cpuUsage().user / 1e6))';

const place = join(root, 'node_modules', '.cache', 'counterfoil', 'mutation');
rmSync(place, { recursive: true, force: true });
mkdirSync(place, { recursive: true });
const source = await bundled();
const patience = timeOf(source);
const sample = sampleOf(mutants());
const survivors = [];
for (const [number, mutant] of sample.entries()) {
	const survived = survives(mutant);
	if (survived) survivors.push(mutant);
	console.log(
		`${String(number + 1).padStart(4)} ${survived ? 'SURVIVED' : 'noticed '} ${mutant.file} ${mutant.kind}: ${short(mutant.original)} → ${short(mutant.text)}`,
	);
}
rmSync(place, { recursive: true, force: true });
const noticed = sample.length - survivors.length;
console.log(`\nnot noticed:`);
for (const mutant of survivors) console.log(`  ${mutant.file} ${mutant.kind}: ${lineOf(mutant)}`);
console.log(`noticed ${noticed} of ${sample.length}: ${((noticed / sample.length) * 100).toFixed(1)} % (aim ≥ 85), seed ${SEED}`);
process.exit(noticed / sample.length >= 0.85 ? 0 : 1);

/** The tests with the engine in one file that runs them all. */
async function bundled() {
	const files = TESTS.flatMap(([folder, name]) => filesUnder(join(root, folder)).filter((path) => name.test(path.split('/').pop())));
	const entry = join(root, 'tests', 'mutation-entry.ts');
	writeFileSync(entry, `${files.map((path) => `import ${JSON.stringify(path)};`).join('\n')}\nimport { runAll } from 'vitest';\nrunAll();\n`);
	const built = await rolldown({
		input: entry,
		platform: 'node',
		resolve: { alias: { vitest: join(root, 'scripts', 'mutation', 'harness.mjs') } },
		external: ['fast-check'],
		logLevel: 'silent',
	});
	const { output } = await built.generate({ format: 'esm', codeSplitting: false });
	await built.close();
	rmSync(entry);
	return output[0].code;
}

function filesUnder(folder) {
	return readdirSync(folder, { withFileTypes: true })
		.flatMap((item) => (item.isDirectory() ? filesUnder(join(folder, item.name)) : [join(folder, item.name)]))
		.sort();
}

/** How many seconds of the processor the tests take with the engine as it is; they must pass. */
function timeOf(source) {
	const path = join(place, 'engine.mjs');
	writeFileSync(path, source);
	const done = spawnSync(process.execPath, ['-e', MEASURE, path], { stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' });
	if (done.status !== 0) throw new Error('the tests fail as they are; nothing can be said');
	return Number(done.stdout);
}

/** The engine's files stand in the bundle one after the other, each below its name. */
function mutants() {
	const files = [...source.matchAll(/^\/\/ (\S+\.ts)$/gm)].map((match, k, all) => ({
		file: match[1],
		from: match.index,
		to: all[k + 1]?.index ?? source.length,
	}));
	return files
		.filter(({ file }) => file.startsWith(ENGINE) && !LEFT_OUT.some((name) => file.endsWith(`/${name}`)))
		.flatMap(({ file, from, to }) =>
			mutantsOf(source, from, to).map((mutant) => ({ ...mutant, file: file.slice(ENGINE.length), original: source.slice(mutant.start, mutant.end) })),
		);
}

function sampleOf(all) {
	const random = seeded(SEED);
	const ordered = all.map((mutant) => ({ mutant, order: random() })).sort((a, b) => a.order - b.order);
	const taken = ASKED === 0 ? ordered : ordered.slice(0, ASKED);
	console.log(`${all.length} mutants of ${ENGINE}, ${taken.length} of them tried (seed ${SEED})`);
	return taken.map(({ mutant }) => mutant);
}

/** Whether the tests pass with the mutant in place. */
function survives({ start, end, text }) {
	const path = join(place, 'mutant.mjs');
	writeFileSync(path, source.slice(0, start) + text + source.slice(end));
	// The limit is of the processor's time: on a busy machine a healthy mutant may take long.
	const limit = Math.ceil(5 + patience * TIMES_LONGER);
	return spawnSync('sh', ['-c', `ulimit -t ${limit}; exec "$0" "$1"`, process.execPath, path], { stdio: 'ignore' }).status === 0;
}

/** The line of a mutant, with the change marked in it. */
function lineOf({ start, end, text, original }) {
	const before = source.slice(source.lastIndexOf('\n', start) + 1, start);
	return short(`${before}⟦${original} → ${text}⟧${source.slice(end, source.indexOf('\n', end))}`, 170);
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
