// The tests of the matching engine together with the engine in one piece of JavaScript, and where in the sources each place of it comes from.
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { join, relative } from 'node:path';
import { rolldown } from 'rolldown';
import { root } from '../bundle.mjs';

const TESTS = [
	['tests/tables', /^(matching-.*|due-by-source|live-terminal|double-reports|unsettled-batches)\.test\.ts$/],
	['tests/unit/matching', /\.test\.ts$/],
	['tests/unit/domain/matching', /\.test\.ts$/],
	['tests/properties', /^matching\.test\.ts$/],
	['tests/simulation', /\.test\.ts$/],
];
/** Chance plays no part: each mutant meets the same examples, and a failing one need not be made smaller. */
const FIXED = 'fc.configureGlobal({ seed: 20_261_120, endOnFailure: true });';

/** The module (`code`; it exports `tests`), and `placeOf(offset)`: `{ file, line }` with the path from the root, null for no source of ours. */
export async function engineBundle() {
	const files = TESTS.flatMap(([folder, name]) => filesUnder(join(root, folder)).filter((path) => name.test(path.split('/').pop())));
	const entry = join(root, 'tests', 'mutation-entry.ts');
	const imports = files.map((path) => `import ${JSON.stringify(path)};`).join('\n');
	writeFileSync(entry, `import fc from 'fast-check';\n${imports}\nexport { tests } from 'vitest';\n${FIXED}\n`);
	try {
		const built = await rolldown({
			input: entry,
			platform: 'node',
			resolve: { alias: { vitest: join(root, 'scripts', 'mutation', 'harness.mjs') } },
			external: ['fast-check'],
			logLevel: 'silent',
		});
		const { output } = await built.generate({ format: 'esm', codeSplitting: false, sourcemap: true });
		await built.close();
		const { code, map } = output[0];
		return { code, placeOf: placesOf(code, map) };
	} finally {
		rmSync(entry);
	}
}

/** The module is written to no file, so its map names the sources as seen from a folder below the root (`dist`). */
function placesOf(code, map) {
	const sources = new SourceMap({ ...map, sources: map.sources });
	const starts = [0, ...[...code.matchAll(/\n/g)].map((match) => match.index + 1)];
	return (offset) => {
		const line = lineAt(starts, offset);
		const { originalSource, originalLine } = sources.findEntry(line, offset - starts[line]);
		return originalSource === undefined ? null : { file: relative(root, join(root, 'dist', originalSource)), line: originalLine + 1 };
	};
}

function lineAt(starts, offset) {
	let low = 0;
	let high = starts.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >>> 1;
		if (starts[middle] <= offset) low = middle;
		else high = middle - 1;
	}
	return low;
}

function filesUnder(folder) {
	return readdirSync(folder, { withFileTypes: true })
		.flatMap((item) => (item.isDirectory() ? filesUnder(join(folder, item.name)) : [join(folder, item.name)]))
		.sort();
}
