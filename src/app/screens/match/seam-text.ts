import type { MatchRow } from '../../../storage/queries/match/rows.ts';
import type { Messages } from '../../messages/messages-context.ts';

/** What the halves of a pair disagree about, pinned on the seam; null where they agree. */
export function seamText({ text, format }: Messages, { match, discrepancy, sales }: Extract<MatchRow, { kind: 'pair' }>): string | null {
	const currency = sales[0]?.currency;
	const words = text.queue.seam;
	if (match.differenceMinor < 0) return words.short(format.money(-match.differenceMinor, currency));
	if (match.differenceMinor > 0) return words.over(format.money(match.differenceMinor, currency));
	if (discrepancy?.kind === 'tender_mismatch') return words.tender;
	if (discrepancy?.kind === 'duplicate_charge') return words.twice(format.money(discrepancy.amountMinor, currency));
	return discrepancy?.kind === 'status_mismatch' ? words.status : null;
}
