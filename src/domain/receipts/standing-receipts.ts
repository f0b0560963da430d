import { DAY_MS, MINUTE_MS } from '../time.ts';
import type { Receipt } from './receipt.ts';

/** Receipts that one import carried. `seq` is that of its entry: the later import says how a receipt stands. */
export type Carried = { readonly seq: number; readonly receipts: readonly Receipt[] };
/** Receipts that a source took back with the import of that seq. */
export type TakenBack = { readonly seq: number; readonly ids: readonly string[] };

/**
 * The receipts that stand, given those of all standing imports in any order: one per identity, as the latest import has it,
 * less those that were taken back later. Identity is leg, id and calendar day, since some sources number anew each day.
 */
export function standingReceipts(carried: readonly Carried[], takenBack: readonly TakenBack[]): Receipt[] {
	const [first] = carried;
	if (first && takenBack.every(({ ids }) => ids.length === 0) && carried.every(({ seq }) => seq === first.seq))
		return carried.flatMap(({ receipts }) => receipts).sort(inOrder);
	const goneAt = new Map<string, number>();
	for (const { seq, ids } of takenBack) for (const id of ids) goneAt.set(id, Math.max(seq, goneAt.get(id) ?? 0));
	const latest = new Map<string, { readonly seq: number; readonly receipt: Receipt }>();
	for (const { seq, receipts } of carried) {
		for (const receipt of receipts) {
			const key = identityOf(receipt);
			if (seq >= (latest.get(key)?.seq ?? 0)) latest.set(key, { seq, receipt });
		}
	}
	return [...latest.values()].flatMap(({ seq, receipt }) => ((goneAt.get(receipt.id) ?? 0) > seq ? [] : [receipt])).sort(inOrder);
}

/** What makes two records the same receipt. */
export function identityOf({ leg, id, at, offset }: Receipt): string {
	return `${leg}|${id}|${Math.floor((at + offset * MINUTE_MS) / DAY_MS)}`;
}

function inOrder(a: Receipt, b: Receipt): number {
	if (a.at !== b.at) return a.at - b.at;
	return a.id < b.id ? -1 : 1;
}
