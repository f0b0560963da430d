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

/** Takes care of an open database: closes for a newer version in another window, and lets nothing but the same database take its place. */
export function watchConnection(db: Database, identity: Identity): Connection {
	const listeners = new Set<(problem: Problem) => void>();
	let loss: Problem | null = null;
	let closing = false;
	const close = () => {
		closing = true;
		db.close({ disableAutoOpen: true });
		closing = false;
	};
	const lose = (found: Problem) => {
		if (loss) return;
		loss = found;
		close();
		for (const listener of listeners) listener(found);
	};
	const renew = async (keepOpen: boolean) => {
		const renewed = await openSame(db, identity, () => (keepOpen ? undefined : close()));
		if (renewed !== 'same' && renewed !== 'closed') lose(renewed);
		return renewed === 'same';
	};
	let ended = false;
	db.on('versionchange', () => {
		lose(problem('database_replaced'));
		return false;
	});
	db.on('close', () => {
		if (closing || ended || loss) return;
		// The browser closed it (storage was cleared, the process behind it died), or Dexie did to open it again.
		setTimeout(() => {
			if (!ended && !loss) void renew(true);
		});
	});
	const onLoss: Connection['onLoss'] = (listener) => {
		listeners.add(listener);
		if (loss) listener(loss);
		return () => listeners.delete(listener);
	};
	const end = () => {
		ended = true;
		close();
	};
	return { db, identity, loss: () => loss, onLoss, lose, reopen: () => renew(false), close: end };
}

/** `closed`: it does not open now; perhaps it will at the next try. A problem: what is there must not be written. */
async function openSame(db: Database, { generation }: Identity, closeFirst: () => void): Promise<'same' | 'closed' | Problem> {
	closeFirst();
	try {
		const installed = await installedVersion(db.name);
		if (installed === null) return problem('storage_lost', 'the database is gone');
		if (installed > nativeVersion(db)) return problem('database_newer');
		if (!db.isOpen()) await db.open();
		const row = await db.meta.get('device');
		if (row && 'generation' in row && row.generation === generation) return 'same';
		return problem('storage_lost', 'another database has taken the place of this one');
	} catch {
		return 'closed';
	}
}
