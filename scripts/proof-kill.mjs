// The kill proof at length: `npm run proof:kill -- 300`.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { install } from './install.mjs';

install();
const { ensureChromium } = await import('./chromium.mjs');
ensureChromium();
const root = fileURLToPath(new URL('..', import.meta.url));
const kills = process.argv[2] ?? '100';
const done = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--project', 'e2e', 'tests/faults/kill.test.ts'], {
	cwd: root,
	stdio: 'inherit',
	env: { ...process.env, COUNTERFOIL_KILLS: kills },
});
process.exit(done.status ?? 1);
