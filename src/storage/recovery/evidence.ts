import type { ReceiptBatch } from '../../commands/ports.ts';
import type { Entry } from '../../domain/entries.ts';
import type { DeviceId } from '../../domain/ids.ts';
import type { Journal, JournalReading, Witness } from '../journal/journal.ts';
import type { WitnessCache } from '../witness-cache.ts';

/** A commit as the journal kept it before its outcome was known. */
export type Intent = { readonly entries: readonly Entry[]; readonly batches: readonly ReceiptBatch[] };

/** What is known about the ledger from outside its database. */
export type Evidence = {
	readonly witnesses: readonly Witness[];
	/** Those that were given up are left out. */
	readonly intents: readonly Intent[];
};

export const NO_EVIDENCE: Evidence = { witnesses: [], intents: [] };

/** `tails`: the last lines of each window, enough to see whether something is missing. `all`: everything there is to recover from. */
export async function gatherEvidence(journal: Journal, cache: WitnessCache, part: 'tails' | 'all'): Promise<Evidence> {
	const [reading, witness] = await Promise.all([readJournal(journal, part), cache.read()]);
	const abandoned = new Set(reading.lines.flatMap((line) => (line.kind === 'abandoned' ? [line.tip] : [])));
	const witnesses = reading.lines.flatMap((line) => (line.kind === 'witness' ? [line] : []));
	const intents = reading.lines.flatMap((line) => (line.kind === 'intent' && !abandoned.has(line.entries.at(-1)?.hash ?? '') ? [line] : []));
	return { witnesses: witness ? [...witnesses, witness] : witnesses, intents };
}

async function readJournal(journal: Journal, part: 'tails' | 'all'): Promise<JournalReading> {
	try {
		return await (part === 'tails' ? journal.readTails() : journal.readAll());
	} catch {
		return { lines: [], damaged: 0 };
	}
}

/** The furthest witness of each device. */
export function latestWitnesses({ witnesses }: Evidence): Map<DeviceId, Witness> {
	const latest = new Map<DeviceId, Witness>();
	for (const witness of witnesses) {
		const known = latest.get(witness.device);
		if (!known || witness.seq > known.seq) latest.set(witness.device, witness);
	}
	return latest;
}
