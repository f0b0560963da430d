import type { Tender } from '../ledger/tender.ts';
import type { DiscrepancyKind } from '../matching/kinds.ts';
import type { SourceEdit } from '../receipts/source-profiles/edits.ts';
import type { LimitField } from '../receipts/source-profiles/fields.ts';
import { confirmedField } from '../receipts/source-profiles/lookup.ts';
import type { SourceProfile } from '../receipts/source-profiles/profile.ts';
import { usualProfile } from '../receipts/source-profiles/shop-sources.ts';
import { businessDayInterval, businessDayOf, DAY_MS, type Instant, type OffsetMinutes, zoneOffset } from '../time.ts';
import type { CaseParty } from './case.ts';

/** What a limit is for; words in the message catalogs. */
export const DEADLINE_CODES = ['forward_stored', 'void', 'claim', 'inquiry', 'refund', 'dispute_reply', 'payout_repair'] as const;
export type DeadlineCode = (typeof DEADLINE_CODES)[number];

/**
 * A limit counted in days from the payment. Limits differ by provider and contract: those of the shipped table are shown as
 * "usual, confirm with your provider" together with `asOf`.
 */
export type DeadlineRule = {
	readonly code: DeadlineCode;
	readonly days: number;
	/** The shop's own word, or the table's. */
	readonly by: 'shop' | 'shipped';
	/** When the limit was last looked up, or when the shop set it. */
	readonly asOf: string;
};

const ABSENT: readonly DiscrepancyKind[] = ['missing_at_terminal', 'missing_at_provider', 'amount_short', 'status_mismatch', 'batch_unsettled'];
const CHARGED_TOO_MUCH: readonly DiscrepancyKind[] = ['amount_over', 'duplicate_charge'];

type Limit = { readonly field: LimitField; readonly kinds: readonly DiscrepancyKind[]; readonly tenders: readonly Tender[] | null };

/** Which field of a source's profile is the limit for what. */
const LIMITS: Readonly<Record<DeadlineCode, Limit>> = {
	forward_stored: { field: 'forwardDays', kinds: ['missing_at_terminal', 'missing_at_provider', 'offline_declined', 'batch_unsettled'], tenders: ['card'] },
	void: { field: 'voidDays', kinds: CHARGED_TOO_MUCH, tenders: null },
	claim: { field: 'claimDays', kinds: ABSENT, tenders: null },
	inquiry: { field: 'inquiryDays', kinds: ABSENT, tenders: null },
	refund: { field: 'refundDays', kinds: [...CHARGED_TOO_MUCH, 'refund_missing'], tenders: null },
	dispute_reply: { field: 'replyDays', kinds: ['chargeback'], tenders: null },
	payout_repair: { field: 'repairDays', kinds: ['missing_at_bank', 'payout_short'], tenders: null },
};

export type Deadline = { readonly at: Instant; readonly rule: DeadlineRule };

/** Whose limits count: a source's, with what the shop knows better about it. */
export type LimitsOf = { readonly profile: SourceProfile; readonly edits: readonly SourceEdit[] };

type Subject = { readonly kind: DiscrepancyKind; readonly tender: Tender | null; readonly at: Instant };

/**
 * The earliest limit that still matters at `now`; where all have passed, the last one; null where none is known. Without a source the
 * limits count that are usual of the tender.
 */
export function deadlineFor(subject: Subject, now: Instant, source: LimitsOf = { profile: usualProfile(subject.tender), edits: [] }): Deadline | null {
	const limits = DEADLINE_CODES.flatMap((code) => limitOf(code, subject, source) ?? []).sort((a, b) => a.at - b.at);
	return limits.find((limit) => limit.at > now) ?? limits.at(-1) ?? null;
}

function limitOf(code: DeadlineCode, { kind, tender, at }: Subject, { profile, edits }: LimitsOf): Deadline | null {
	const { field, kinds, tenders } = LIMITS[code];
	if (!kinds.includes(kind) || (tenders !== null && (tender === null || !tenders.includes(tender)))) return null;
	const day = businessDayOf({ at, offset: offsetOf({ profile, edits }, at) }, 0);
	const found = confirmedField(profile, field, day, edits);
	if (!found) return null;
	const asOf = found.edit ? businessDayOf(found.edit, 0) : (found.shipped?.asOf ?? '');
	const rule: DeadlineRule = { code, days: found.value, by: found.by, asOf };
	return { at: code === 'void' ? endOfDay(at, { profile, edits, day }) + found.value * DAY_MS : at + found.value * DAY_MS, rule };
}

/** Voiding goes until the source's day ends, whatever the hour of the payment. */
function endOfDay(at: Instant, { profile, edits, day }: LimitsOf & { readonly day: string }): Instant {
	const offset = offsetOf({ profile, edits }, at);
	const dayCut = confirmedField(profile, 'dayCut', day, edits)?.value ?? 0;
	return businessDayInterval(businessDayOf({ at, offset }, dayCut), offset, dayCut).to;
}

/** Providers reckon by their own clock; where it is not known, by that of Beijing, for which the table is made first of all. */
function offsetOf({ profile, edits }: LimitsOf, at: Instant): OffsetMinutes {
	const zone = confirmedField(profile, 'zone', LATEST, edits);
	return zoneOffset(zone?.value ?? 'Asia/Shanghai', at);
}

/** After every day that a ledger may hold. */
const LATEST = '9999-12-31';

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
