import type { DiscrepancyKind } from '../../domain/matching/kinds.ts';
import { Glyph, type GlyphName } from './glyph.tsx';

const GLYPHS = {
	missing_at_terminal: 'noTerminal',
	missing_at_provider: 'noTerminal',
	missing_at_bank: 'noTerminal',
	missing_in_ledger: 'noLedger',
	amount_short: 'short',
	amount_over: 'short',
	duplicate_charge: 'dup',
	tender_mismatch: 'tender',
	status_mismatch: 'status',
	refund_missing: 'refund',
	offline_declined: 'declined',
	chargeback: 'declined',
	batch_unsettled: 'wait',
	payout_short: 'short',
	payout_over: 'short',
	fee_mismatch: 'near',
	cash_short: 'cash',
	cash_over: 'cash',
} as const satisfies Record<DiscrepancyKind, GlyphName>;

/** The shape of a discrepancy; the word stands beside it. */
export function KindGlyph({ kind, className = 'is-gap' }: { readonly kind: DiscrepancyKind; readonly className?: string }) {
	return <Glyph name={GLYPHS[kind]} className={className} />;
}

/** The name of that shape, where the glyph stands in a row of others. */
export function kindGlyphName(kind: DiscrepancyKind): GlyphName {
	return GLYPHS[kind];
}
