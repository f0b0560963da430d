// The whole proof on any machine with Node: packages, Chromium, types, lint, tidy, unit, browser, end to end.
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { install } from './install.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
install();
const { ensureChromium } = await import('./chromium.mjs');
ensureChromium();

let passed = 0;
let failed = 0;
/** Named once more at the end: the tail of a long log is what people see first. */
const failures = [];

await step('types', ['scripts/check-types.mjs']);
await step('lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.']);
for (const project of ['unit', 'browser', 'e2e']) await tests(project);

for (const failure of failures) console.log(`\nFAILED ${failure}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

/** A check that passes or fails as a whole. */
async function step(name, args) {
	const begun = Date.now();
	const code = await run(args);
	if (code === 0) passed += 1;
	else {
		failed += 1;
		failures.push(name);
	}
	console.log(`${name}: ${code === 0 ? 'ok' : 'FAILED'} (${seconds(begun)})`);
}

/** A Vitest project; its tests are counted one by one. */
async function tests(project) {
	const begun = Date.now();
	const report = join(tmpdir(), `counterfoil-${process.pid}-${project}.json`);
	const code = await run([
		'node_modules/vitest/vitest.mjs',
		'run',
		'--project',
		project,
		'--reporter=default',
		'--reporter=json',
		`--outputFile.json=${report}`,
	]);
	let counts = { numPassedTests: 0, numFailedTests: 1, testResults: [] };
	try {
		counts = JSON.parse(readFileSync(report, 'utf8'));
	} catch {
		console.log(`${project}: no report was written`);
	}
	rmSync(report, { force: true });
	for (const file of counts.testResults) failures.push(...failuresOf(file).map((what) => `${project}: ${what}`));
	passed += counts.numPassedTests;
	failed += counts.numFailedTests + (code !== 0 && counts.numFailedTests === 0 ? 1 : 0);
	if (counts.numPassedTests === 0) failed += 1;
	console.log(`${project}: ${counts.numPassedTests} passed, ${counts.numFailedTests} failed (${seconds(begun)})`);
}

/** The tests of a file that failed, or the file that could not be run. */
function failuresOf({ name, message, status, assertionResults }) {
	const tests = assertionResults.filter((one) => one.status === 'failed');
	if (tests.length === 0) return status === 'failed' ? [`${name}: ${message}`] : [];
	return tests.map((one) => `${name} > ${one.fullName}\n${one.failureMessages.join('\n').slice(0, 1_500)}`);
}

function run(args) {
	return new Promise((resolve) => spawn(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, CI: 'true' } }).on('close', resolve));
}

function seconds(begun) {
	return `${((Date.now() - begun) / 1000).toFixed(1)} s`;
}
