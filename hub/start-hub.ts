import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { fail, ok, type Result } from '../src/domain/result.ts';
import { createApp } from './app.ts';
import { lockData } from './data-lock.ts';
import { openJournal } from './journal/journal.ts';
import { type BillReader, readerInThread } from './reading/reader.ts';
import type { Settings } from './settings.ts';
import { openSources } from './sources/open-sources.ts';
import { isLoopback } from './web/access.ts';
import { CONNECTIONS_MAX, IDLE_MS, SLOWNESS_LIMITS } from './web/limits.ts';

export type HubOptions = {
	readonly settings: Settings;
	readonly version: string;
	/** Folders of the built app, the present one first; null while it is being built. */
	readonly appFolders: () => readonly string[] | null;
	/** Reads the files of folders; ended with the hub. */
	readonly reader?: BillReader;
	readonly now: () => number;
	/** Milliseconds that only ever go on, by which callers are held to their share. */
	readonly elapsed?: () => number;
	readonly log: (line: string) => void;
};

export type Hub = { readonly url: string; readonly stop: () => Promise<void> };

/** How long the first look at the sources may hold up the first answer. */
const FIRST_LOOK_MS = 3_000;
const CLOSING_MS = 1_500;

const monotonic = () => performance.now();

/** Opens the data, begins to read the sources and listens. The error is a sentence for the operator. */
export async function startHub({
	settings,
	version,
	appFolders,
	reader = readerInThread(),
	now,
	elapsed = monotonic,
	log,
}: HubOptions): Promise<Result<Hub, string>> {
	const { host, port, token, dataFolder } = settings;
	const unlock = await lockData(dataFolder).catch((error: Error) => error);
	if (unlock instanceof Error) return fail(`The data folder ${dataFolder} cannot be used: ${unlock.message}`);
	if (unlock === null) return fail(`Another hub is using the data folder ${dataFolder}. Stop it, or give this one another --data.`);
	const journal = await openJournal(dataFolder, now);
	if (journal.setAside) log(`the journal was damaged; it was put aside as ${journal.setAside}, and the sources are read anew`);
	const { sources, simulator } = await openSources({ specs: settings.sources, dataFolder, version, reader }, journal, { now, elapsed, log });
	const closeData = async () => {
		const stopping = Promise.allSettled(sources.map((source) => source.stop()));
		// Nobody waits for a file that may never end.
		await reader.stop();
		await stopping;
		await journal.close();
		await unlock();
	};

	const reachable = simulator !== null && isLoopback(host) ? simulator : null;
	const app = createApp({ version, journal, sources, simulator: reachable, token, open: token !== null, appFolders, now, elapsed, log });
	// The listener is an http server because neither TLS nor HTTP/2 is asked for.
	const server = createAdaptorServer({ fetch: app.fetch, serverOptions: SLOWNESS_LIMITS }) as Server;
	server.maxConnections = CONNECTIONS_MAX;
	server.timeout = IDLE_MS;
	const listening = await listen(server, host, port);
	if (!listening.ok) {
		await closeData();
		return listening;
	}
	await Promise.race([Promise.allSettled(sources.map((source) => source.start())), pause(FIRST_LOOK_MS)]);
	const stop = async () => {
		await close(server);
		await closeData();
	};
	return ok({ url: `http://${host.includes(':') ? `[${host}]` : host}:${listening.value}`, stop });
}

function listen(server: Server, host: string, port: number): Promise<Result<number, string>> {
	return new Promise((resolve) => {
		server.once('error', (error: NodeJS.ErrnoException) => resolve(fail(wordsFor(error, host, port))));
		server.listen(port, host, () => {
			const address = server.address();
			resolve(ok(typeof address === 'object' && address ? address.port : port));
		});
	});
}

function wordsFor(error: NodeJS.ErrnoException, host: string, port: number): string {
	if (error.code === 'EADDRINUSE') return `Port ${port} of ${host} is taken by another program. Stop it, or choose another with --port.`;
	if (error.code === 'EACCES') return `Port ${port} needs rights that this user does not have. Choose one above 1023 with --port.`;
	if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') return `${host} is no address of this machine.`;
	return `Listening on ${host}:${port} failed: ${error.message}`;
}

/** Answers under way may end; who dawdles is cut off. */
function close(server: Server): Promise<void> {
	return new Promise((resolve) => {
		const timer = setTimeout(() => server.closeAllConnections(), CLOSING_MS);
		server.close(() => {
			clearTimeout(timer);
			resolve();
		});
		server.closeIdleConnections();
	});
}

function pause(ms: number): Promise<void> {
	return new Promise((resolve) => {
		setTimeout(resolve, ms).unref();
	});
}
