import type { DeviceId, EntryId } from '../ids.ts';
import type { Instant, OffsetMinutes } from '../time.ts';

/** Values that can stand in an entry's body: JSON without fractions of money and without `undefined`. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * One fact in the append-only log. `(device, seq)` gives order and completeness, `prev` and `hash` chain
 * the entries of a device; the time is what the tablet's clock showed and is never trusted for order.
 */
export type LogEntry<Kind extends string = string, Body = unknown> = {
	readonly device: DeviceId;
	/** From 1, without gaps. */
	readonly seq: number;
	readonly id: EntryId;
	readonly at: Instant;
	readonly offset: OffsetMinutes;
	readonly kind: Kind;
	/** Version of the body's shape. */
	readonly v: number;
	readonly body: Body;
	/** Who was chosen as cashier; `system` for what the app does by itself. */
	readonly actor: string;
	/** Hash of the entry before; GENESIS_HASH at seq 1. */
	readonly prev: string;
	/** SHA-256 (hex) over the canonical JSON of all the other fields. */
	readonly hash: string;
};

/** What a command hands to the ledger: everything that the ledger does not decide itself. */
export type EntryDraft<Kind extends string = string, Body = unknown> = Pick<LogEntry<Kind, Body>, 'id' | 'at' | 'offset' | 'kind' | 'v' | 'body' | 'actor'>;

/** Where a device's chain ends. */
export type ChainHead = { readonly seq: number; readonly hash: string };

export const GENESIS_HASH = '0'.repeat(64);
export const EMPTY_HEAD: ChainHead = { seq: 0, hash: GENESIS_HASH };
