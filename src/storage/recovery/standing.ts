import Dexie from 'dexie';
import type { DeviceId } from '../../domain/ids.ts';
import { type ChainHead, EMPTY_HEAD } from '../../domain/log/entry.ts';
import type { Identity } from '../connection.ts';
import type { Database, Loss } from '../database.ts';
import { type Evidence, latestWitnesses } from './evidence.ts';

/** What a database holds of one device's chain. */
export type ChainStanding = { readonly device: DeviceId; readonly head: ChainHead; readonly count: number };
export type Standing = { readonly identity: Identity | null; readonly chains: readonly ChainStanding[]; readonly losses: readonly Loss[] };

/** Reads how the database stands, in one transaction. */
export function readStanding(db: Database): Promise<Standing> {
	return db.transaction('r', db.entries, db.meta, async () => {
		const row = await db.meta.get('device');
		const losses = await db.meta.get('losses');
		const chains: ChainStanding[] = [];
		for (let last = await lastOf(db, null); last; last = await lastOf(db, last.device)) {
			const count = await db.entries.where('[device+seq]').between([last.device, Dexie.minKey], [last.device, Dexie.maxKey]).count();
			chains.push({ device: last.device, head: { seq: last.seq, hash: last.hash }, count });
		}
		const identity = row && 'device' in row ? { device: row.device, generation: row.generation } : null;
		return { identity, chains, losses: losses && 'losses' in losses ? losses.losses : [] };
	});
}

/** The last entry of the last device before the one given. */
function lastOf(db: Database, before: DeviceId | null) {
	const entries = db.entries.where('[device+seq]');
	return (before === null ? entries.above([Dexie.minKey, Dexie.minKey]) : entries.below([before, Dexie.minKey])).last();
}

/** What a chain must hold by all evidence and what of it is there. A loss that a person has accepted is not named again. */
export function missingChains({ chains, losses }: Standing, evidence: Evidence): Loss[] {
	const witnesses = latestWitnesses(evidence);
	const devices = new Set([...chains.map((chain) => chain.device), ...witnesses.keys()]);
	const missing: Loss[] = [];
	for (const device of devices) {
		const { head, count } = chains.find((chain) => chain.device === device) ?? { head: EMPTY_HEAD, count: 0 };
		const want = Math.max(head.seq, witnesses.get(device)?.seq ?? 0);
		const accepted = losses.some((loss) => loss.device === device);
		if (count < want && !accepted) missing.push({ device, have: count, want });
	}
	return missing;
}

/** Witnesses whose entry is there but is another one: the log was rewritten, which nothing here can mend. */
export async function contradicted(db: Database, { chains, losses }: Standing, evidence: Evidence): Promise<Loss[]> {
	const found: Loss[] = [];
	for (const { device, seq, hash } of latestWitnesses(evidence).values()) {
		if (losses.some((loss) => loss.device === device) || !chains.some((chain) => chain.device === device && chain.head.seq >= seq)) continue;
		const entry = await db.entries.get([device, seq]);
		if (entry && entry.hash !== hash) found.push({ device, have: seq - 1, want: seq });
	}
	return found;
}
