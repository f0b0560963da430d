// Builds the app into dist/ where its sources changed, and keeps the hashed files of the builds before.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const cache = join(root, '.cache', 'app');
const earlier = join(cache, 'earlier');
const STATE_FILE = '.build-state';
const SOURCES = ['index.html', 'vite.config.ts', 'package-lock.json', 'tsconfig.json', 'tsconfig.base.json', 'public', 'src'];
/** A tablet that is still on one of these builds finds the files that it has not loaded yet. */
const EARLIER_KEPT = 3;

/** Folders to serve: `dist`, and those of earlier builds, newest first. The signal ends a build under way. */
export async function buildApp(signal) {
	const state = stateOfSources();
	if (readState(dist) === state) return folders();
	console.error('Building the app …');
	const next = join(cache, `next-${process.pid}`);
	await run(['node_modules/vite/bin/vite.js', 'build', '--outDir', next, '--emptyOutDir', '--logLevel', 'warn'], signal).catch((error) => {
		rmSync(next, { recursive: true, force: true });
		throw error;
	});
	writeFileSync(join(next, STATE_FILE), state);
	mkdirSync(earlier, { recursive: true });
	// The new build takes the old one's place at once, so that nobody is served half of each.
	if (existsSync(dist)) renameSync(dist, join(earlier, `${Date.now()}-${process.pid}`));
	renameSync(next, dist);
	for (const name of earlierBuilds().slice(EARLIER_KEPT)) rmSync(join(earlier, name), { recursive: true, force: true });
	return folders();
}

function folders() {
	return [dist, ...earlierBuilds().map((name) => join(earlier, name))];
}

function earlierBuilds() {
	return existsSync(earlier) ? readdirSync(earlier).sort().reverse() : [];
}

function readState(folder) {
	const file = join(folder, STATE_FILE);
	return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

function stateOfSources() {
	const hash = createHash('sha256');
	for (const source of SOURCES) addTo(hash, source);
	return hash.digest('hex');
}

function addTo(hash, path) {
	const full = join(root, path);
	if (!existsSync(full)) return;
	if (statSync(full).isDirectory()) for (const name of readdirSync(full).sort()) addTo(hash, `${path}/${name}`);
	else hash.update(`${path}\0`).update(readFileSync(full)).update('\0');
}

/** Whatever calls this (a test runner, too), the app is built as it is used. */
function run(args, signal) {
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 2, 2], signal, env: { ...process.env, NODE_ENV: 'production' } });
		child.on('error', reject);
		child.on('close', (code) =>
			code === 0 ? resolve() : reject(new Error('The app could not be built; the lines above say why. What was built before is untouched.')),
		);
	});
}
