import { kindOf, SHOP_DEFAULT } from '../../domain/ledger/shop.ts';
import { SHOP_HABITS } from '../../domain/matching/habits.ts';
import { MATCH_RULES_DEFAULT, type MatchRules } from '../../domain/matching/rows.ts';
import { dueRules } from '../../domain/receipts/source-profiles/due-rules.ts';
import type { Ports } from '../ports.ts';

/** The rules by which this shop's days are judged: its own settings, the due times of its sources, and the habits of its kind. */
export async function matchRules({ ledger, receipts }: Pick<Ports, 'ledger' | 'receipts'>): Promise<MatchRules> {
	const shop = (await ledger.shop()) ?? SHOP_DEFAULT;
	const { zone, cutoverMinutes, cashToleranceMinor, terminals } = shop;
	const [sources, edits] = await Promise.all([receipts.sources(), receipts.sourceEdits()]);
	return {
		...MATCH_RULES_DEFAULT,
		...{ zone, cutoverMinutes, cashToleranceMinor },
		dueRules: dueRules({ sources, terminals }, edits),
		habits: SHOP_HABITS[kindOf(shop)],
	};
}
