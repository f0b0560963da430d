import type { Side } from '../side.ts';
import { KEY_FIELDS, type KeyField } from './keys.ts';

/** From this share of neighbours with nearly the same number on, the numbers run on. */
const NEAR_SHARE = 0.3;
const TAIL = 2;

/** Numbers that say nothing about who came after whom. */
const FIELDS = KEY_FIELDS.filter((field) => field !== 'last4' && field !== 'batchNo');

/** Fields whose printed numbers run on from payment to payment, by day: in them a neighbour is one digit away. Only fields that somebody typed are looked at. */
export function runningKeys(left: Side, right: Side): (r: number) => ReadonlySet<KeyField> {
	const running = new Map<number, Set<KeyField>>();
	for (const field of FIELDS) {
		if (!left.keys.some((keys) => keys[field] !== null)) continue;
		for (const [day, { near, all }] of neighbours(right, field)) {
			if (near < all * NEAR_SHARE) continue;
			const fields = running.get(day) ?? new Set();
			running.set(day, fields.add(field));
		}
	}
	return (r) => running.get(right.day[r] ?? -1) ?? NONE;
}
const NONE: ReadonlySet<KeyField> = new Set();

type Count = { near: number; all: number };

/** By day, how many payments follow another of their terminal, and how many of those have nearly its number. */
function neighbours(right: Side, field: KeyField): ReadonlyMap<number, Count> {
	const counts = new Map<number, Count>();
	const last = new Map<number, string>();
	for (let r = 0; r < right.size; r++) {
		const printed = right.keys[r]?.[field] ?? null;
		if (printed === null) continue;
		const terminal = right.terminal[r] ?? -1;
		const before = last.get(terminal);
		last.set(terminal, printed);
		if (before === undefined) continue;
		const count = counts.get(right.day[r] ?? -1) ?? { near: 0, all: 0 };
		count.all++;
		if (before !== printed && before.length === printed.length && printed.startsWith(before.slice(0, -TAIL))) count.near++;
		counts.set(right.day[r] ?? -1, count);
	}
	return counts;
}
