import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export type RunningHub = { readonly url: string; readonly data: string; readonly stop: () => Promise<void> };

/** The hub as `npm start` runs it, on a free port with data of its own. `dist` serves another build. */
export async function startHub(
	options: { readonly sources?: readonly string[]; readonly port?: number; readonly data?: string; readonly dist?: string } = {},
): Promise<RunningHub> {
	const port = options.port ?? (await freePort());
	const data = options.data ?? (await mkdtemp(join(tmpdir(), 'counterfoil-hub-')));
	const sources = (options.sources ?? []).flatMap((source) => ['--source', source]);
	const root = fileURLToPath(new URL('../../..', import.meta.url));
	const child = spawn(process.execPath, ['scripts/start.mjs', '--port', String(port), '--data', data, ...sources], {
		cwd: root,
		stdio: ['ignore', 'pipe', 'pipe'],
		env: { ...process.env, COUNTERFOIL_APP: options.dist ?? process.env.COUNTERFOIL_APP ?? join(root, 'dist') },
	});
	await ready(child);
	return {
		url: `http://127.0.0.1:${port}`,
		data,
		stop: async () => {
			if (child.exitCode === null) {
				child.kill('SIGTERM');
				await new Promise((resolve) => child.once('close', resolve));
			}
			if (!options.data) await rm(data, { recursive: true, force: true });
		},
	};
}

function ready(child: ChildProcess): Promise<void> {
	return new Promise((resolve, reject) => {
		let said = '';
		child.stdout?.on('data', (chunk) => {
			said += String(chunk);
			if (said.includes('Counterfoil is ready')) resolve();
		});
		child.stderr?.on('data', (chunk) => {
			said += String(chunk);
		});
		child.once('close', (code) => reject(new Error(`the hub ended with ${code}: ${said}`)));
	});
}

export function freePort(): Promise<number> {
	return new Promise((resolve) => {
		const server = createServer();
		server.listen(0, '127.0.0.1', () => {
			const address = server.address();
			server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
		});
	});
}
