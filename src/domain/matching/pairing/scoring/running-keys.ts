import type { Side } from '../side.ts';
import { KEY_FIELDS, type KeyField } from './keys.ts';

/** From this share of neighbours with nearly the same number on, the numbers run on. */
const NEAR_SHARE = 0.3;
const TAIL = 2;

/** Fields whose printed numbers run on from payment to payment, by day: in them a neighbour is one digit away. */
export function runningKeys(right: Side): (r: number) => ReadonlySet<KeyField> {
	const counts = new Map<string, { near: number; all: number }>();
	const last = new Map<string, string>();
	for (let r = 0; r < right.size; r++) {
		for (const field of KEY_FIELDS) {
			const printed = right.keys[r]?.[field] ?? null;
			if (printed === null || field === 'last4' || field === 'batchNo') continue;
			const before = last.get(`${field} ${right.terminal[r]}`);
			last.set(`${field} ${right.terminal[r]}`, printed);
			if (before === undefined) continue;
			const name = `${right.day[r]} ${field}`;
			const count = counts.get(name) ?? { near: 0, all: 0 };
			const near = before !== printed && before.length === printed.length && before.slice(0, -TAIL) === printed.slice(0, -TAIL);
			counts.set(name, { near: count.near + (near ? 1 : 0), all: count.all + 1 });
		}
	}
	const running = new Map<number, Set<KeyField>>();
	for (const [name, { near, all }] of counts) {
		const [day, field] = name.split(' ') as [string, KeyField];
		if (near < all * NEAR_SHARE) continue;
		const fields = running.get(Number(day)) ?? new Set();
		running.set(Number(day), fields.add(field));
	}
	return (r) => running.get(right.day[r] ?? -1) ?? NONE;
}
const NONE: ReadonlySet<KeyField> = new Set();
