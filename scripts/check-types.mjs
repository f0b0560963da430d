// Checks each layer with its own tsconfig, so that code which must not know the browser cannot see it.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const layers = ['src/domain', 'src/importers', 'src/commands', 'src/storage', 'src/engine', 'src/feeds', 'src/cli', 'src/app', 'hub', 'tests', '.'];
const wanted = process.argv.slice(2);
const queue = wanted.length > 0 ? wanted : layers;
let failed = false;

async function worker() {
	for (let layer = queue.shift(); layer !== undefined; layer = queue.shift()) {
		const code = await new Promise((resolve) => {
			const child = spawn(process.execPath, ['node_modules/typescript/bin/tsc', '-p', layer], { cwd: root, stdio: 'inherit' });
			child.on('close', resolve);
		});
		if (code !== 0) {
			failed = true;
			console.error(`types: ${layer} failed`);
		}
	}
}

await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, worker));
process.exit(failed ? 1 : 0);
