import { SHOP_DEFAULT } from '../../domain/ledger/shop.ts';
import { MATCH_RULES_DEFAULT, type MatchRules } from '../../domain/matching/rows.ts';
import { dueRules } from '../../domain/receipts/source-profiles/due-rules.ts';
import type { Ports } from '../ports.ts';

/** The rules by which this shop's days are judged: its own settings, and the due times of its sources. */
export async function matchRules({ ledger, receipts }: Pick<Ports, 'ledger' | 'receipts'>): Promise<MatchRules> {
	const { zone, cutoverMinutes, cashToleranceMinor, terminals } = (await ledger.shop()) ?? SHOP_DEFAULT;
	const [sources, edits] = await Promise.all([receipts.sources(), receipts.sourceEdits()]);
	return { ...MATCH_RULES_DEFAULT, zone, cutoverMinutes, cashToleranceMinor, dueRules: dueRules({ sources, terminals }, edits) };
}
