import { stat } from 'node:fs/promises';
import { readerInWorker } from './reading/worker-reader.ts';
import { readSettings, type Settings, USAGE } from './settings.ts';
import { startHub } from './start-hub.ts';

export type Surroundings = {
	readonly argv: readonly string[];
	readonly env: Readonly<Record<string, string | undefined>>;
	/** Folder of the checkout. */
	readonly root: string;
	readonly version: string;
	/** The built `reading/reader.worker.ts`. */
	readonly readerScript: string;
	/** Builds the app where it is older than its sources; answers its folder and those of earlier builds. */
	readonly prepareApp: () => Promise<readonly string[]>;
};

const EXIT_FAILED = 1;
const EXIT_WORDS_OFF = 2;

/** Runs the hub until it is told to end (SIGTERM, SIGINT). Resolves with the exit status. */
export async function main({ argv, env, root, version, readerScript, prepareApp }: Surroundings): Promise<number> {
	if (argv.includes('--help')) {
		console.log(USAGE);
		return 0;
	}
	const settings = readSettings(argv, env, root);
	if (!settings.ok) return complain(`${settings.error}\n\n${USAGE}`, EXIT_WORDS_OFF);
	const missing = await missingFolder(settings.value);
	if (missing) return complain(`There is no folder ${missing}.`, EXIT_WORDS_OFF);

	const told = toldToEnd();
	let appFolders: readonly string[] | null = settings.value.appFolder === null ? null : [settings.value.appFolder];
	const hub = await startHub({ settings: settings.value, version, appFolders: () => appFolders, reader: readerInWorker(readerScript), now: Date.now, log });
	if (!hub.ok) return complain(hub.error, EXIT_FAILED);
	const prepared = await Promise.race([told.then(() => null), appFolders ?? prepareApp().catch(asError)]);
	if (prepared instanceof Error) {
		await hub.value.stop();
		return complain(prepared.message, EXIT_FAILED);
	}
	if (prepared) {
		appFolders = prepared;
		console.log(`Counterfoil is ready: ${hub.value.url}`);
		await told;
	}
	log('ending');
	await hub.value.stop();
	return 0;
}

function log(line: string): void {
	console.error(`${new Date().toISOString()} ${line}`);
}

function complain(words: string, status: number): number {
	console.error(words);
	return status;
}

async function missingFolder({ sources, appFolder }: Settings): Promise<string | null> {
	const folders = [...sources.flatMap((spec) => (spec.kind === 'folder' ? [spec.folder] : [])), ...(appFolder === null ? [] : [appFolder])];
	for (const folder of folders) {
		const info = await stat(folder).catch(() => null);
		if (!info?.isDirectory()) return folder;
	}
	return null;
}

function toldToEnd(): Promise<void> {
	return new Promise((resolve) => {
		for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
	});
}

function asError(error: unknown): Error {
	return error instanceof Error ? error : new Error(String(error));
}
