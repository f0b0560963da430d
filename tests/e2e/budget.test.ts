import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));
type Chunk = { readonly file: string; readonly imports?: readonly string[]; readonly css?: readonly string[]; readonly isEntry?: boolean };
const manifest = JSON.parse(readFileSync(join(DIST, '.vite/manifest.json'), 'utf8')) as Readonly<Record<string, Chunk>>;

const gzipKb = (file: string) => gzipSync(readFileSync(join(DIST, file)), { level: 9 }).length / 1000;

/** The chunk, and all that it waits for. */
function withImports(name: string, seen = new Set<string>()): Set<string> {
	if (seen.has(name)) return seen;
	seen.add(name);
	for (const other of manifest[name]?.imports ?? []) withImports(other, seen);
	return seen;
}

const filesOf = (names: Iterable<string>) => [...names].flatMap((name) => manifest[name]?.file ?? []);
const sum = (files: readonly string[]) => files.reduce((total, file) => total + gzipKb(file), 0);

describe('what a tablet has to load before the first key', () => {
	const page = readFileSync(join(DIST, 'index.html'), 'utf8');
	const named = (name: string) => /\.js$/.test(manifest[name]?.file ?? '') && page.includes(manifest[name]?.file ?? '');
	const catalog = Object.keys(manifest).find((name) => name.endsWith('messages/zh-CN/core.ts')) ?? '';
	const first = new Set([...Object.keys(manifest).filter(named), catalog].flatMap((name) => [...withImports(name)]));
	const styles = [...page.matchAll(/href="\/(assets\/[^"]+\.css)"/g)].map((match) => match[1] ?? '');

	test('is at most 130 kB of script, 12 kB of styles and 4 kB of page, gzipped', () => {
		const script = sum(filesOf(first)) + gzipKb('boot.js');
		console.log(`entry: ${script.toFixed(1)} kB script, ${sum(styles).toFixed(1)} kB styles, ${gzipKb('index.html').toFixed(1)} kB page (gzip -9)`);
		expect(script).toBeGreaterThan(90);
		expect(styles.length).toBeGreaterThan(0);
		expect(script).toBeLessThanOrEqual(130);
		expect(sum(styles)).toBeLessThanOrEqual(12);
		expect(gzipKb('index.html')).toBeLessThanOrEqual(4);
	});

	test('no other screen adds more than 45 kB', () => {
		const screens = Object.keys(manifest).filter((name) => /screens\/.*-screen\.tsx$/.test(name));
		expect(screens.length).toBeGreaterThan(8);
		const heavy = screens
			.map((name) => [name, sum(filesOf([...withImports(name)].filter((other) => !first.has(other))))] as const)
			.filter(([, size]) => size > 45);
		expect(heavy).toEqual([]);
	});

	const isKept = (name: string) => name !== 'screenshots' && name !== '.vite' && name !== '.build-state';

	test('all that is kept for offline use stays below 2 MB', () => {
		const raw = (folder: string): number =>
			readdirSync(folder, { withFileTypes: true }).reduce(
				(total, item) => total + (isKept(item.name) ? (item.isDirectory() ? raw(join(folder, item.name)) : statSync(join(folder, item.name)).size) : 0),
				0,
			);
		// The build's own notes are served to nobody.
		expect(readFileSync(join(DIST, 'sw.js'), 'utf8')).not.toContain('.vite');
		expect(raw(DIST)).toBeLessThanOrEqual(2_000_000);
	});
});
