import type { DeviceId } from '../domain/ids.ts';
import { type Problem, problem } from '../domain/problems.ts';
import type { Database } from './database.ts';

/** Which ledger this is: the device whose chain it continues and the instance of the database, which is new in each new database. */
export type Identity = { readonly device: DeviceId; readonly generation: string };

/** The open database with what may happen to it. */
export type Connection = {
	readonly db: Database;
	readonly identity: Identity;
	/** Why nothing can be written any more; null while all is well. */
	readonly loss: () => Problem | null;
	/** Tells once that the database is lost to this window, at once where it is already. Answers with how to stop listening. */
	readonly onLoss: (listener: (problem: Problem) => void) => () => void;
	readonly lose: (problem: Problem) => void;
	/** Drops the handle and opens the same database again; false where it is not the same any more or does not open. */
	readonly reopen: () => Promise<boolean>;
	readonly close: () => void;
};

/** The native version under which Dexie keeps this schema. */
export function nativeVersion(db: Database): number {
	return Math.round(db.verno * 10);
}

/** The native version of a database as it stands; null where there is none. Opening through Dexie would hide a newer one (dexie#2097). */
export async function installedVersion(name: string): Promise<number | null> {
	if (typeof indexedDB.databases === 'function') {
		const found = (await indexedDB.databases()).find((info) => info.name === name);
		return found?.version ?? null;
	}
	return new Promise((resolve, reject) => {
		const request = indexedDB.open(name);
		request.onupgradeneeded = () => request.transaction?.abort();
		request.onsuccess = () => {
			const { version } = request.result;
			request.result.close();
			resolve(version);
		};
		request.onerror = () => (request.error?.name === 'AbortError' ? resolve(null) : reject(request.error));
	});
}

/** Takes care of an open database: closes for a newer version in another window, and never lets Dexie reopen by itself. */
export function watchConnection(db: Database, identity: Identity): Connection {
	const listeners = new Set<(problem: Problem) => void>();
	let loss: Problem | null = null;
	const lose = (found: Problem) => {
		if (loss) return;
		loss = found;
		db.close({ disableAutoOpen: true });
		for (const listener of listeners) listener(found);
	};
	db.on('versionchange', () => {
		lose(problem('database_replaced'));
		return false;
	});
	const onLoss: Connection['onLoss'] = (listener) => {
		listeners.add(listener);
		if (loss) listener(loss);
		return () => listeners.delete(listener);
	};
	return { db, identity, loss: () => loss, onLoss, lose, reopen: () => reopen(db, identity, lose), close: () => db.close({ disableAutoOpen: true }) };
}

async function reopen(db: Database, identity: Identity, lose: (problem: Problem) => void): Promise<boolean> {
	db.close({ disableAutoOpen: true });
	try {
		const installed = await installedVersion(db.name);
		if (installed !== null && installed > nativeVersion(db)) {
			lose(problem('database_newer'));
			return false;
		}
		await db.open();
		const row = await db.meta.get('device');
		if (row && 'generation' in row && row.generation === identity.generation) return true;
		lose(problem('storage_lost', 'the database was replaced by another one'));
		return false;
	} catch {
		return false;
	}
}
