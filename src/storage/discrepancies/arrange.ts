import type { Discrepancy } from '../../domain/discrepancies/discrepancy.ts';
import { byPriority } from '../../domain/discrepancies/priority.ts';
import type { BusinessDay, Instant } from '../../domain/time.ts';
import type { DiscrepancyRow } from '../database.ts';
import { firstOf } from './first-of.ts';

/** A day with more discrepancies than this that nobody works on is no usual one; measured, a hundred thousand single rows take half a minute to write. */
const PACKED_FROM = 2_000;
/** So many of them stand by themselves all the same: those that people will take up first. */
const SINGLE_MAX = 500;

export type Arranged = { readonly single: readonly DiscrepancyRow[]; readonly packed: ReadonlyMap<BusinessDay, readonly DiscrepancyRow[]> };

/** Which rows stand by themselves and which are packed: on a usual day all of them do, on an extreme one those with decisions and the most urgent. */
export function arrange(rows: readonly DiscrepancyRow[], isDecided: (row: DiscrepancyRow) => boolean, now: Instant): Arranged {
	const loose = new Map<BusinessDay, DiscrepancyRow[]>();
	for (const row of rows) {
		if (isDecided(row)) continue;
		const list = loose.get(row.day);
		if (list) list.push(row);
		else loose.set(row.day, [row]);
	}
	const packed = new Map<BusinessDay, readonly DiscrepancyRow[]>();
	const away = new Set<DiscrepancyRow>();
	for (const [day, list] of loose) {
		if (list.length <= PACKED_FROM) continue;
		const first = firstOf<DiscrepancyRow>(SINGLE_MAX, byUrgency(now));
		for (const row of list) first.add(row);
		const kept = new Set(first.get());
		const rest = list.filter((row) => !kept.has(row));
		for (const row of rest) away.add(row);
		packed.set(day, rest);
	}
	return { single: away.size === 0 ? rows : rows.filter((row) => !away.has(row)), packed };
}

/** What has cleared itself comes last. */
function byUrgency(now: Instant): (a: Discrepancy, b: Discrepancy) => number {
	const priority = byPriority(now);
	return (a, b) => Number(a.state !== 'open') - Number(b.state !== 'open') || priority(a, b);
}
