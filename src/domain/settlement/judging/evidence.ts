import type { Batch } from '../batches/batch.ts';
import { dayNumber } from '../batches/sums.ts';
import type { FeeUnjudged } from '../fees/fee-findings.ts';
import type { Payout, PayoutEvidence, PayoutState } from '../outcome.ts';
import { gapOf, type Pairing } from '../pairing/board.ts';
import { type Credit, names } from '../pairing/credit.ts';

/** Why these credits are the payout of these batches. */
export function evidenceOf({ batches, credits, how }: Pairing, differenceMinor: number): PayoutEvidence[] {
	const [batch] = batches;
	const [credit] = credits;
	if (!batch || !credit) return [];
	const payer = credits.find((one) => one.payer !== null)?.payer ?? null;
	const found: PayoutEvidence[] = [];
	found.push(payer ? { field: 'payer', relation: 'known', facts: { payer } } : { field: 'payer', relation: 'unknown' });
	found.push({
		field: 'net',
		relation: netRelation(how, batches.length, credits.length),
		facts: { differenceMinor, batches: batches.length, credits: credits.length },
	});
	if (credits.some((one) => batches.some(({ numbers }) => names(one, numbers)))) found.push({ field: 'reference', relation: 'repeated' });
	found.push(dayEvidence(batches.at(-1) ?? batch, credit));
	return [...found, ...rowEvidence(batches)];
}

function netRelation(how: Pairing['how'], batches: number, credits: number): string {
	if (how === 'reference' || how === 'nearest') return 'differs';
	if (how === 'estimated') return 'within_fees';
	if (batches > 1) return 'batches_add_up';
	return credits > 1 ? 'credits_add_up' : 'equal';
}

function dayEvidence(batch: Batch, { day }: Credit): PayoutEvidence {
	const late = Math.max(0, day - batch.days.due);
	const relation = late > 0 ? 'late' : gapOf(batch, day) > 0 ? 'early' : 'on_time';
	return { field: 'day', relation, facts: { days: day - dayNumber(batch.settledOn), lateDays: late } };
}

/** What the batches themselves leave open. */
export function rowEvidence(batches: readonly Batch[]): PayoutEvidence[] {
	const found: PayoutEvidence[] = [];
	const unexplained = batches.reduce((sum, one) => sum + one.unexplainedMinor, 0);
	if (unexplained !== 0) found.push({ field: 'rows', relation: 'do_not_add_up', facts: { differenceMinor: unexplained } });
	if (batches.some(({ lowMinor, highMinor }) => lowMinor !== highMinor)) {
		const spread = batches.reduce((sum, { lowMinor, highMinor }) => sum + highMinor - lowMinor, 0);
		found.push({ field: 'fee', relation: 'not_all_known', facts: { spreadMinor: spread } });
	}
	if (batches.some(({ complete }) => !complete)) found.push({ field: 'bill', relation: 'not_whole' });
	const years = [...new Set(batches.flatMap((one) => one.unknownYears))].sort();
	if (years.length > 0) found.push({ field: 'day', relation: 'holidays_unknown', facts: { years: years.join(', ') } });
	return found;
}

/** The payouts with what of their fees could not be judged. What no row states is told by `not_all_known` already. */
export function withFeesOpen(payouts: readonly Payout[], unjudged: readonly FeeUnjudged[]): Payout[] {
	const open = unjudged.filter(({ reason }) => reason !== 'fee_not_stated');
	if (open.length === 0) return [...payouts];
	return payouts.map((payout) => {
		const own = open.filter(({ source, settledOn, currency }) =>
			payout.batches.some((batch) => batch.source === source && batch.settledOn === settledOn && payout.currency === currency),
		);
		const said = own.map(({ reason, count }): PayoutEvidence => ({ field: 'fee', relation: reason, facts: { count } }));
		return said.length === 0 ? payout : { ...payout, evidence: [...payout.evidence, ...said] };
	});
}

/** Why a batch without a credit is where it is. */
export function absenceEvidence(batch: Batch, state: Extract<PayoutState, 'awaiting' | 'missing' | 'not_covered' | 'in_balance'>): PayoutEvidence[] {
	const relation = { awaiting: 'not_due', missing: 'covers_without', not_covered: 'does_not_cover', in_balance: 'not_paid_out' }[state];
	return [{ field: state === 'in_balance' ? 'bill' : 'statement', relation }, ...rowEvidence([batch])];
}
