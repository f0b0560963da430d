import { dayCutOf } from '../receipts/source-profiles/day-cut.ts';
import { SHIPPED_PROFILES } from '../receipts/source-profiles/shipped/shipped.ts';
import type { PayoutRule, SettlementRules } from './payout-rules.ts';

const working = (days: number, hour = 14): PayoutRule => ({ days, basis: 'working', atMinutes: hour * 60 });

/**
 * Usual ways, to be confirmed with the provider: cards and wallets in China on the next working day, by about 14:00, with
 * weekends in one credit (reference: domain §3.5); elsewhere a few working days. They only say from when on money is missing, so
 * the later of two habits is taken.
 */
export const SETTLEMENT_RULES_DEFAULT: SettlementRules = {
	payouts: {
		square: working(2, 18),
		zettle: working(3, 18),
		sumup: working(3, 18),
		toast: working(2, 18),
		clover: working(2, 18),
		stripe: working(5, 18),
		paypal: working(5, 18),
		adyen: working(3, 18),
		worldline: working(3, 18),
	},
	payout: working(1),
	sent: working(3, 18),
	fees: null,
	dayCuts: shippedDayCuts(),
};

/** Once for all sources of the table: the comparison itself runs in a thread that does not carry the table. */
function shippedDayCuts(): Readonly<Record<string, number>> {
	const cuts = SHIPPED_PROFILES.flatMap(({ speaksFor }) => speaksFor.map((source) => [source, dayCutOf(source, '', [])] as const));
	return Object.fromEntries(cuts.filter(([, cut]) => cut !== 0));
}
