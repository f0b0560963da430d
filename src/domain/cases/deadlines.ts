import type { Tender } from '../ledger/tender.ts';
import type { DiscrepancyKind } from '../matching/kinds.ts';
import { DAY_MS, type Instant } from '../time.ts';
import type { CaseParty } from './case.ts';

/** What a limit is for; words in the message catalogs. */
export const DEADLINE_CODES = ['forward_stored', 'claim', 'inquiry', 'refund', 'dispute_reply', 'payout_repair'] as const;
export type DeadlineCode = (typeof DEADLINE_CODES)[number];

/**
 * A usual limit, counted in days from the payment. Limits differ by provider and contract and are shown as
 * "usual, confirm with your provider" together with `asOf`.
 */
export type DeadlineRule = {
	readonly code: DeadlineCode;
	readonly kinds: readonly DiscrepancyKind[];
	/** Null: any. */
	readonly tenders: readonly Tender[] | null;
	readonly days: number;
	/** When the limit was last looked up. */
	readonly asOf: string;
};

const ABSENT: readonly DiscrepancyKind[] = ['missing_at_terminal', 'missing_at_provider', 'amount_short', 'status_mismatch', 'batch_unsettled'];
const TO_GIVE_BACK: readonly DiscrepancyKind[] = ['amount_over', 'duplicate_charge', 'refund_missing'];
const WALLETS: readonly Tender[] = ['wechat', 'alipay'];
const CARDS: readonly Tender[] = ['card', 'unionpay_qr'];

export const DEADLINE_RULES: readonly DeadlineRule[] = [
	// Stored offline payments are commonly declined when they are not forwarded within a day.
	{ code: 'forward_stored', kinds: ['missing_at_terminal', 'missing_at_provider', 'offline_declined'], tenders: ['card'], days: 1, asOf: '2026-11' },
	// Cards: a claim for the money (请款) within 60 days of clearing, an inquiry within 180.
	{ code: 'claim', kinds: ABSENT, tenders: CARDS, days: 60, asOf: '2026-11' },
	{ code: 'inquiry', kinds: ABSENT, tenders: CARDS, days: 180, asOf: '2026-11' },
	// Wallets: bills can be fetched for three months.
	{ code: 'inquiry', kinds: ABSENT, tenders: WALLETS, days: 90, asOf: '2026-11' },
	{ code: 'refund', kinds: TO_GIVE_BACK, tenders: WALLETS, days: 365, asOf: '2026-11' },
	// Cards: beyond eleven months a refund needs the slip.
	{ code: 'refund', kinds: TO_GIVE_BACK, tenders: CARDS, days: 330, asOf: '2026-11' },
	{ code: 'dispute_reply', kinds: ['chargeback'], tenders: null, days: 20, asOf: '2026-11' },
	// A payout that failed is repaired in one or two working days; after a week it is asked for in writing.
	{ code: 'payout_repair', kinds: ['missing_at_bank', 'payout_short'], tenders: null, days: 7, asOf: '2026-11' },
];

export type Deadline = { readonly at: Instant; readonly rule: DeadlineRule };

/** The earliest limit that still matters at `now`; where all have passed, the last one; null where none is known. */
export function deadlineFor(subject: { readonly kind: DiscrepancyKind; readonly tender: Tender | null; readonly at: Instant }, now: Instant): Deadline | null {
	const limits = DEADLINE_RULES.filter(
		(rule) => rule.kinds.includes(subject.kind) && (rule.tenders === null || (subject.tender !== null && rule.tenders.includes(subject.tender))),
	)
		.map((rule): Deadline => ({ at: subject.at + rule.days * DAY_MS, rule }))
		.sort((a, b) => a.at - b.at);
	return limits.find((limit) => limit.at > now) ?? limits.at(-1) ?? null;
}

/** How much of the time up to a limit is gone: warned at a half and at four fifths. */
export function urgencyOf(from: Instant, deadline: Instant, now: Instant): 'calm' | 'half' | 'near' | 'past' {
	if (now >= deadline) return 'past';
	const whole = Math.max(1, deadline - from);
	const tenths = Math.floor(((now - from) * 10) / whole);
	return tenths >= 8 ? 'near' : tenths >= 5 ? 'half' : 'calm';
}

/** Whom to ask first: the bank only where the provider has paid out. */
export function usualParty(kind: DiscrepancyKind): CaseParty {
	return kind === 'missing_at_bank' ? 'bank' : 'provider';
}
