// The properties on cases that nobody has seen: `npm run proof:properties -- [rounds] [first seed]`. Each round has a seed of its own,
// and prints what failed with it; `npm run proof:properties -- 1 SEED` plays that round again.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { install } from './install.mjs';

install();
const { root } = await import('./bundle.mjs');
const rounds = Number(process.argv[2] ?? 20);
const first = Number(process.argv[3] ?? Math.floor(Math.random() * 2 ** 31));
const files = filesUnder('tests/properties')
	.concat(filesUnder('tests/unit'))
	.filter((path) => readFileSync(join(root, path), 'utf8').includes('fc.assert'));

const failed = [];
for (let seed = first; seed < first + rounds; seed++) {
	const env = { ...process.env, COUNTERFOIL_SEED: String(seed) };
	const run = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', ...files], { cwd: root, env, encoding: 'utf8' });
	if (run.status !== 0) {
		failed.push(seed);
		console.log(run.stdout, run.stderr);
	}
	console.log(`seed ${seed}: ${run.status === 0 ? 'held' : 'FAILED'}`);
}
console.log(
	`${rounds} rounds of ${files.length} files, seeds ${first} to ${first + rounds - 1}: ${failed.length} failed${failed.length > 0 ? ` (${failed.join(', ')})` : ''}`,
);
process.exit(failed.length === 0 ? 0 : 1);

function filesUnder(folder) {
	return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
		const path = `${folder}/${entry.name}`;
		return entry.isDirectory() ? filesUnder(path) : path.endsWith('.test.ts') ? [path] : [];
	});
}
