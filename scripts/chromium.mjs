// Where a Chromium for tests stands: on PATH, an installed Chrome, or Playwright's own; installed if there is none.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export const CHROMIUM_ARGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const PLACES = [
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	`${process.env.PROGRAMFILES ?? 'C:\\Program Files'}\\Google\\Chrome\\Application\\chrome.exe`,
];

/** Path of an installed Chromium or Chrome; undefined lets Playwright take its own. */
export function chromiumPath() {
	if (process.env.COUNTERFOIL_CHROMIUM) return process.env.COUNTERFOIL_CHROMIUM;
	const folders = (process.env.PATH ?? '').split(delimiter);
	for (const name of NAMES) for (const folder of folders) if (folder && existsSync(join(folder, name))) return join(folder, name);
	return PLACES.find((place) => existsSync(place));
}

/** Makes sure that there is one: the system's package manager as root on Debian, else Playwright's download. */
export function ensureChromium() {
	if (chromiumPath()) return;
	console.error('No Chromium found; installing one for the tests …');
	const quiet = { stdio: ['ignore', 'ignore', 2] };
	if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
		spawnSync('apt-get', ['update'], quiet);
		spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], quiet);
		if (chromiumPath()) return;
	}
	const done = spawnSync('npx', ['playwright-core', 'install', 'chromium'], { stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
	if (done.status !== 0) {
		console.error('No Chromium could be installed. Install Chromium or Chrome, or set COUNTERFOIL_CHROMIUM to its path.');
		process.exit(1);
	}
}
