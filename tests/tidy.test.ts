import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT, readSources, type SourceFile } from './support/source-tree.ts';

/** The code base checks itself: who may import whom (ARCHITECTURE.md), sizes, and what must not stand in it. */

const sources = readSources(['src', 'hub']);
const all = [...sources, ...readSources(['tests'])];
const byPath = new Map(sources.map((file) => [file.path, file]));

const STAGES = ['ledger', 'receipts', 'matching', 'settlement', 'discrepancies', 'cases', 'end-of-day'];

/** What each layer may import beside itself: layers, single files, and types only where it says so. */
const MAY_IMPORT: Readonly<Record<string, { readonly any: readonly string[]; readonly types: readonly string[]; readonly packages: readonly string[] }>> = {
	domain: { any: ['domain'], types: [], packages: [] },
	importers: { any: ['domain', 'importers'], types: [], packages: ['papaparse', 'fflate', 'hucre', 'fast-xml-parser'] },
	commands: { any: ['domain', 'commands'], types: [], packages: [] },
	storage: { any: ['domain', 'storage'], types: ['commands'], packages: ['dexie'] },
	engine: { any: ['domain', 'importers', 'engine'], types: ['commands'], packages: [] },
	feeds: { any: ['domain', 'feeds'], types: ['commands'], packages: ['valibot'] },
	cli: { any: ['domain', 'importers', 'cli', 'engine/engine.ts'], types: [], packages: ['node:'] },
	app: {
		any: ['domain', 'commands', 'storage/queries', 'app'],
		types: [],
		packages: [
			'react',
			'react-dom',
			'zustand',
			'dexie-react-hooks',
			'wouter',
			'lucide-react',
			'@tanstack/react-virtual',
			'@visx/',
			'@base-ui/react',
			'workbox-window',
		],
	},
	hub: { any: ['domain', 'importers', 'hub', 'engine/engine.ts', 'feeds/protocol.ts'], types: [], packages: ['node:', 'hono', '@hono/node-server'] },
};

const layerOf = (path: string) => (path.startsWith('hub/') ? 'hub' : (/^src\/([^/]+)\//.exec(path)?.[1] ?? 'root'));
const isOwn = (target: string) => target.startsWith('src/') || target.startsWith('hub/') || target.startsWith('tests/') || target.startsWith('scripts/');
const short = (path: string) => path.replace(/^src\//, '');
const isUnder = (path: string, place: string) => short(path) === place || short(path).startsWith(`${place}/`);

describe('who may import whom', () => {
	test('every import is allowed by the table', () => {
		expect(sources.flatMap((file) => file.imports.flatMap((found) => importFault(file, found)))).toEqual([]);
	});

	test('a stage of the domain knows only earlier stages', () => {
		const faults = sources
			.filter((file) => file.path.startsWith('src/domain/'))
			.flatMap((file) => {
				const own = STAGES.indexOf(file.path.split('/')[2] ?? '');
				if (own < 0) return [];
				return file.imports
					.filter(({ target }) => target === 'src/domain/entries.ts' || STAGES.indexOf(target.split('/')[2] ?? '') > own)
					.map(({ target }) => `${file.path} → ${target}`);
			});
		expect(faults).toEqual([]);
	});

	test('screens do not import one another, and formats do not either', () => {
		const faults = sources.flatMap((file) => {
			const own = /^src\/(app\/screens|importers)\/([^/]+)\//.exec(file.path);
			if (!own) return [];
			return file.imports
				.filter(({ target }) => {
					const other = new RegExp(`^src/${own[1]}/([^/]+)/`).exec(target);
					return other && other[1] !== own[2] && other[1] !== 'shared' && own[2] !== 'shared';
				})
				.map(({ target }) => `${file.path} → ${target}`);
		});
		expect(faults).toEqual([]);
	});

	test('there is no cycle', () => {
		expect(findCycle()).toEqual([]);
	});
});

describe('what must not stand in it', () => {
	const code = (file: SourceFile) => file.text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
	const offenders = (files: readonly SourceFile[], pattern: RegExp) => files.filter((file) => pattern.test(code(file))).map((file) => file.path);
	const pure = sources.filter((file) => /^src\/(domain|importers|commands)\//.test(file.path));
	const product = all.filter((file) => file.path !== 'tests/tidy.test.ts');

	test('rules take their clock, chance and numbers from outside', () => {
		expect(offenders(pure, /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bparseFloat\b|\brandomUUID\b/)).toEqual([]);
	});

	test('no any, no suppressed error, no unfinished business', () => {
		expect(offenders(sources, /(:\s*any\b|\bas any\b|<any>)/)).toEqual([]);
		expect(
			product
				.filter((file) => /@ts-(ignore|expect-error|nocheck)|biome-ignore|eslint-disable|oxlint-disable|\bTODO\b|\bFIXME\b/.test(file.text))
				.map((file) => file.path),
		).toEqual([]);
	});

	test('no test is skipped or singled out', () => {
		expect(
			offenders(
				product.filter((file) => file.path.startsWith('tests/')),
				/\b(test|it|describe)\.(skip|only|todo|fails)\b|\bx(it|test|describe)\(/,
			),
		).toEqual([]);
	});

	test('nothing deletes the ledger, and nothing of value lies in localStorage', () => {
		expect(
			offenders(
				sources.filter((file) => !file.path.startsWith('src/app/practice/')),
				/deleteDatabase|\.entries\.(clear|delete|bulkDelete|update|put|bulkPut)\(/,
			),
		).toEqual([]);
		expect(offenders(sources, /\blocalStorage\b/)).toEqual(['src/app/state/preferences.ts']);
	});

	test('no word that the glossary says to avoid is a name', () => {
		const avoided = [...readFileSync(join(ROOT, 'CONTEXT.md'), 'utf8').matchAll(/^[*_]Avoid:[*_] (.+)$/gm)].flatMap((match) =>
			[...(match[1] ?? '').matchAll(/`([A-Za-z]+)`/g)].map((word) => word[1] ?? ''),
		);
		expect(avoided.length).toBeGreaterThan(5);
		const pattern = new RegExp(`\\b(?:const|let|function|type|class)\\s+\\w*(?:${avoided.join('|')})\\b`, 'i');
		expect(offenders(sources, pattern)).toEqual([]);
	});
});

describe('sizes', () => {
	test('no file is longer than 300 lines (tests 500)', () => {
		const long = all.map((file) => ({ path: file.path, lines: file.text.split('\n').length - 1 }));
		expect(long.filter(({ path, lines }) => lines > (path.startsWith('tests/') ? 500 : 300))).toEqual([]);
	});

	test('no function is longer than 60 lines (components 120)', () => {
		const long = sources.flatMap((file) =>
			file.functions.filter(({ lines, component }) => lines > (component ? 120 : 60)).map(({ name, lines }) => `${file.path} ${name} ${lines}`),
		);
		expect(long).toEqual([]);
	});

	test('no folder holds more than 20 files', () => {
		const counts = new Map<string, number>();
		for (const file of sources) counts.set(file.path.replace(/\/[^/]+$/, ''), (counts.get(file.path.replace(/\/[^/]+$/, '')) ?? 0) + 1);
		expect([...counts].filter(([, count]) => count > 20)).toEqual([]);
	});
});

describe('nothing lies about', () => {
	test('every file is reached from an entry, or from its test', () => {
		const entries = ['src/main.tsx', 'src/sw.ts', 'src/cli/main.ts', 'hub/server.ts', 'hub/reading/reader.worker.ts'].filter((path) => byPath.has(path));
		const reached = new Set<string>(entries);
		const queue = [...entries, 'src/app/manifest.ts'];
		for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
			reached.add(path);
			for (const { target } of byPath.get(path)?.imports ?? []) if (byPath.has(target) && !reached.has(target)) queue.push(target);
		}
		expect(sources.map((file) => file.path).filter((path) => !reached.has(path))).toEqual([]);
	});

	test('every rule, importer and command is named by a test', () => {
		const tests = all.filter((file) => file.path.startsWith('tests/'));
		const tested = new Set<string>();
		const queue = tests.flatMap((file) => file.imports.map(({ target }) => target));
		for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
			if (tested.has(path)) continue;
			tested.add(path);
			for (const { target, typeOnly } of byPath.get(path)?.imports ?? []) if (!typeOnly) queue.push(target);
		}
		const untested = sources.filter((file) => /^src\/(domain|importers|commands)\//.test(file.path) && file.functions.length > 0 && !tested.has(file.path));
		expect(untested.map((file) => file.path)).toEqual([]);
	});

	test('the top level is the one that ARCHITECTURE.md describes', () => {
		const described = readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8');
		const folders = readdirSync(ROOT, { withFileTypes: true })
			.filter((item) => item.isDirectory() && !['node_modules', 'dist', '.git', '.data', '.cache', 'coverage'].includes(item.name))
			.map((item) => item.name);
		expect(folders.filter((name) => !described.includes(`${name}/`))).toEqual([]);
	});
});

function importFault(file: SourceFile, { target, typeOnly }: SourceFile['imports'][number]): string[] {
	const layer = layerOf(file.path);
	const rule = MAY_IMPORT[layer];
	if (!rule || target.endsWith('.css') || target.startsWith('node_modules')) return [];
	if (!isOwn(target))
		return rule.packages.some((name) => target === name || target.startsWith(name.endsWith(':') || name.endsWith('/') ? name : `${name}/`))
			? []
			: [`${file.path} → package ${target}`];
	const allowed = rule.any.some((place) => isUnder(target, place)) || (typeOnly && rule.types.some((place) => isUnder(target, place)));
	return allowed ? [] : [`${file.path} → ${target}`];
}

function findCycle(): string[] {
	const done = new Set<string>();
	const stack: string[] = [];
	const visit = (path: string): string[] => {
		if (stack.includes(path)) return [...stack.slice(stack.indexOf(path)), path];
		if (done.has(path)) return [];
		stack.push(path);
		for (const { target, typeOnly } of byPath.get(path)?.imports ?? []) {
			if (typeOnly || !byPath.has(target)) continue;
			const found = visit(target);
			if (found.length > 0) return found;
		}
		stack.pop();
		done.add(path);
		return [];
	};
	for (const file of sources) {
		const found = visit(file.path);
		if (found.length > 0) return found;
	}
	return [];
}
