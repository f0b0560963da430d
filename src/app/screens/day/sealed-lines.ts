import type { DayTotal } from '../../../domain/end-of-day/entries.ts';
import type { TenderLine } from '../../../storage/queries/day/day-view.ts';

/** The lines of a sealed day are those of its Z, whatever has come since; only when an awaited bill is due is taken from now. */
export function sealedLines(totals: readonly DayTotal[], now: readonly TenderLine[]): readonly TenderLine[] {
	return totals.map((total) => ({ ...total, awaitingUntil: now.find(({ tender }) => tender === total.tender)?.awaitingUntil ?? null }));
}
