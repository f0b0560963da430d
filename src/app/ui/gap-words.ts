import type { Instant } from '../../domain/time.ts';
import type { GapLine } from '../../storage/queries/day/day-view.ts';
import type { Catalog } from '../messages/catalog.ts';

/** Where the work on a gap stands, in words: to be decided, put off until when, escalated with its deadline. */
export function gapStateWords(gap: Pick<GapLine, 'state' | 'risk' | 'snoozedUntil' | 'case'>, text: Catalog, when: (at: Instant) => string): string {
	const words = text.day.gapState;
	if (gap.state === 'escalated') {
		const deadline = gap.case?.deadline ?? null;
		const state = deadline === null ? words.escalated : words.escalatedUntil(when(deadline));
		return gap.case?.ticketNo ? `${state} · ${gap.case.ticketNo}` : state;
	}
	if (gap.state === 'snoozed' && gap.snoozedUntil !== null) return words.snoozed(when(gap.snoozedUntil));
	return gap.risk === 'owed' ? words.owed : words.open;
}

/** The glyph's colour class: with the provider, or with us. */
export function gapGlyphClass(gap: Pick<GapLine, 'state'>): string {
	return gap.state === 'escalated' ? 'is-them' : 'is-gap';
}
