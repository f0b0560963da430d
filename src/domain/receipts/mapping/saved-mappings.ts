import type { EntryId } from '../../ids.ts';
import type { LogEntry } from '../../log/entry.ts';
import { type BillMapping, layoutKey } from '../bill-mapping.ts';
import type { ReceiptBodies } from '../entries.ts';

export type MappingEntry = { [K in 'bill-mapping-saved' | 'bill-mapping-removed']: LogEntry<K, ReceiptBodies[K]> }[
	| 'bill-mapping-saved'
	| 'bill-mapping-removed'];

/** A mapping that is remembered, with the entry by which it was saved. */
export type SavedMapping = { readonly entry: EntryId; readonly at: number; readonly offset: number; readonly actor: string; readonly mapping: BillMapping };

/** The mappings in force, newest first, from the entries about mappings in the order of the log: one for each layout, the last that was saved. */
export function savedMappings(entries: readonly MappingEntry[]): SavedMapping[] {
	const inForce = new Map<string, SavedMapping>();
	for (const entry of entries) {
		if (entry.kind === 'bill-mapping-saved') {
			const key = layoutKey(entry.body.mapping.layout);
			// Taken out first, so that the newest comes last.
			inForce.delete(key);
			inForce.set(key, { entry: entry.id, at: entry.at, offset: entry.offset, actor: entry.actor, mapping: entry.body.mapping });
		} else {
			for (const [key, { entry: id }] of inForce) if (id === entry.body.mapping) inForce.delete(key);
		}
	}
	return [...inForce.values()].reverse();
}

/** The mapping remembered for a layout; else the newest that reads only columns which the layout has too. */
export function mappingForLayout(saved: readonly SavedMapping[], layout: readonly string[]): SavedMapping | null {
	const names = new Set(layout);
	const same = saved.find(({ mapping }) => layoutKey(mapping.layout) === layoutKey(layout));
	return same ?? saved.find(({ mapping }) => Object.values(mapping.columns).every((name) => names.has(name))) ?? null;
}
