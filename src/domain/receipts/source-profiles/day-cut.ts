import type { BusinessDay } from '../../time.ts';
import type { SourceEdit } from './edits.ts';
import { fieldOf, profileOf } from './lookup.ts';

const MINUTES_A_DAY = 1_440;

/**
 * Where a source's own day is cut, as an offset of a business day: 0 at midnight, −60 where it ends at 23:00. What the shop has said
 * by that day counts before the table; what neither says is midnight.
 */
export function dayCutOf(source: string, day: BusinessDay, edits: readonly SourceEdit[]): number {
	const endsAt = fieldOf(profileOf(source), 'dayCut', day, edits)?.value ?? 0;
	return endsAt === 0 ? 0 : endsAt - MINUTES_A_DAY;
}
