// Installs what package-lock.json names, if it is not there yet. Prints to stderr only, so that answers on stdout stay clean.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

export function install() {
	const wanted = readFileSync(join(root, 'package-lock.json'), 'utf8');
	const stamp = join(root, 'node_modules', '.package-lock.json');
	if (existsSync(stamp) && sameVersions(wanted, readFileSync(stamp, 'utf8'))) return;
	console.error('Installing packages (once) …');
	const done = spawnSync('npm', ['ci', '--no-fund', '--no-audit'], { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
	if (done.status !== 0) {
		console.error('The packages could not be installed. Is the network there? Nothing was changed.');
		process.exit(1);
	}
}

/** Every package that is installed has the wanted version, and none but optional ones is missing. */
function sameVersions(wantedText, installedText) {
	const wanted = JSON.parse(wantedText).packages;
	const installed = JSON.parse(installedText).packages;
	return Object.entries(wanted).every(([path, info]) => path === '' || info.optional || installed[path]?.version === info.version);
}
