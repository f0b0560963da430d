import type { DiscrepancyRef } from '../discrepancies/entries.ts';
import type { CaseId, EntryId } from '../ids.ts';
import type { Minor } from '../money.ts';
import type { Instant, OffsetMinutes } from '../time.ts';

export const CASE_STATES = [
	'detected',
	'verifying',
	'classified',
	'collecting_materials',
	'ready',
	'submitted',
	'under_review',
	'info_requested',
	'approved',
	'partially_approved',
	'rejected',
	'funds_expected',
	'funds_confirmed',
	'watching',
	'closed',
	'written_off',
	'withdrawn',
	'reopened',
] as const;
export type CaseState = (typeof CASE_STATES)[number];

export type CaseParty = 'provider' | 'bank';

export type CaseEvent = {
	readonly entry: EntryId;
	readonly at: Instant;
	readonly offset: OffsetMinutes;
	readonly actor: string;
	readonly what: 'opened' | 'moved' | 'note' | 'contact';
	readonly state: CaseState | null;
	readonly note: string | null;
};

/** A claim on the provider or the bank. The money and the cause end separately. */
export type Case = {
	readonly id: CaseId;
	readonly discrepancy: DiscrepancyRef;
	readonly party: CaseParty;
	readonly state: CaseState;
	readonly openedAt: Instant;
	readonly deadline: Instant | null;
	readonly ticketNo: string | null;
	readonly atRiskMinor: Minor;
	readonly recoveredMinor: Minor;
	readonly timeline: readonly CaseEvent[];
};
