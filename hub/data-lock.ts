import { createHash } from 'node:crypto';
import { mkdir, realpath, rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Keeps a second hub away from the data folder: two writers of one journal would give one cursor two meanings.
 * The lock is a socket, so that it ends with its process, however that ends. Answers how to let go, or null if taken.
 */
export async function lockData(folder: string): Promise<(() => Promise<void>) | null> {
	await mkdir(folder, { recursive: true });
	const name = `counterfoil-${createHash('sha256')
		.update(await realpath(folder))
		.digest('hex')
		.slice(0, 16)}`;
	const address = process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
	const server = (await listen(address)) ?? ((await answers(address)) ? null : await rm(address, { force: true }).then(() => listen(address)));
	return server ? () => new Promise((resolve) => server.close(() => resolve())) : null;
}

function listen(address: string): Promise<Server | null> {
	return new Promise((resolve, reject) => {
		const server = createServer((socket) => socket.end());
		server.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(null) : reject(error)));
		server.listen(address, () => resolve(server.unref()));
	});
}

/** Whether a process stands behind the address; a socket file that a killed process left does not answer. */
function answers(address: string): Promise<boolean> {
	return new Promise((resolve) => {
		const socket = connect(address, () => {
			socket.destroy();
			resolve(true);
		});
		socket.once('error', () => resolve(false));
	});
}
