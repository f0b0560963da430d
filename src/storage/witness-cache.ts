import { asDeviceId } from '../domain/ids.ts';
import type { Witness } from './journal/journal.ts';

const CACHE = 'counterfoil-witness';
/** Commits that follow each other quickly are not slowed by a cache write each; the journal has their witness meanwhile. */
const REST_MS = 150;

/** The witness in Cache storage, which survives damage to IndexedDB and to the private file system. */
export type WitnessCache = {
	readonly read: () => Promise<Witness | null>;
	/** Writes it soon; of several in a row only the last. Never throws. */
	readonly keep: (witness: Witness) => void;
	/** When everything handed over so far is written. */
	readonly settled: () => Promise<void>;
};

export const NO_WITNESS_CACHE: WitnessCache = { read: () => Promise.resolve(null), keep: () => undefined, settled: () => Promise.resolve() };

export function createWitnessCache(name: string, caches: CacheStorage | undefined = globalThis.caches): WitnessCache {
	if (!caches) return NO_WITNESS_CACHE;
	const url = `/${CACHE}/${encodeURIComponent(name)}`;
	let next: Witness | null = null;
	let writing: Promise<void> | null = null;
	const write = async () => {
		while (next) {
			await new Promise((resolve) => setTimeout(resolve, REST_MS));
			const body = JSON.stringify(next);
			next = null;
			const cache = await caches.open(CACHE);
			await cache.put(url, new Response(body, { headers: { 'content-type': 'application/json' } }));
		}
	};
	const keep = (witness: Witness) => {
		next = witness;
		writing ??= write()
			.catch(() => undefined)
			.finally(() => {
				writing = null;
			});
	};
	return { read: () => read(caches, url), keep, settled: async () => (await writing) ?? undefined };
}

async function read(caches: CacheStorage, url: string): Promise<Witness | null> {
	try {
		const cache = await caches.open(CACHE);
		const found = await cache.match(url);
		return found ? witnessOf(await found.json()) : null;
	} catch {
		return null;
	}
}

function witnessOf(value: unknown): Witness | null {
	if (typeof value !== 'object' || value === null) return null;
	const { device, generation, seq, hash } = value as Record<string, unknown>;
	if (typeof device !== 'string' || typeof generation !== 'string' || typeof hash !== 'string' || !Number.isSafeInteger(seq)) return null;
	return { device: asDeviceId(device), generation, seq: Number(seq), hash };
}
