import type { LedgerStanding } from '../../../storage/queries/ledger/ledger-list.ts';
import type { Catalog } from '../../messages/catalog.ts';
import type { GlyphName } from '../../ui/glyph.tsx';
import { kindGlyphName } from '../../ui/kind-glyph.tsx';

/** Shape, word and colour of what has come of a sale, in this order of weight. */
export type StandingLook = { readonly glyph: GlyphName; readonly word: string; readonly tone: '' | 'is-match' | 'is-gap' | 'is-them' | 'is-wait' };

export function standingLook(standing: LedgerStanding, text: Catalog): StandingLook {
	const words = text.ledger.standing;
	switch (standing.kind) {
		case 'undone':
			return { glyph: 'whole', word: words.undone, tone: 'is-wait' };
		case 'not_paid':
			return { glyph: 'whole', word: words.not_paid, tone: 'is-wait' };
		case 'whole':
			return { glyph: 'cash', word: words.whole, tone: 'is-wait' };
		case 'awaiting':
			return { glyph: 'wait', word: words.awaiting, tone: 'is-wait' };
		case 'unjudged':
			return { glyph: 'wait', word: words.unjudged, tone: 'is-wait' };
		case 'gap':
			return gapLook(standing, text);
		case 'matched':
		case 'likely':
			return matchLook(standing, text);
	}
}

function gapLook({ gap, work }: Extract<LedgerStanding, { kind: 'gap' }>, text: Catalog): StandingLook {
	const glyph = kindGlyphName(gap);
	if (work === 'open' || work === 'snoozed' || work === 'cleared') return { glyph, word: text.common.kind[gap], tone: 'is-gap' };
	return { glyph, word: text.ledger.settled[work], tone: work === 'escalated' ? 'is-them' : 'is-wait' };
}

function matchLook({ kind, sales }: Extract<LedgerStanding, { kind: 'matched' | 'likely' }>, text: Catalog): StandingLook {
	const words = text.ledger.standing;
	const tone = kind === 'matched' ? 'is-match' : '';
	if (sales > 1) return { glyph: 'group', word: words.manyToOne, tone };
	return kind === 'matched' ? { glyph: 'joined', word: words.matched, tone } : { glyph: 'near', word: words.likely, tone };
}
