import type { DiscrepancyRef } from '../discrepancies/entries.ts';
import type { CaseId } from '../ids.ts';
import type { Minor } from '../money.ts';
import type { Instant } from '../time.ts';
import type { CaseParty, CaseState } from './case.ts';

export type CaseOpened = DiscrepancyRef & { readonly party: CaseParty; readonly deadline: Instant | null; readonly note: string | null };
export type CaseMoved = {
	readonly case: CaseId;
	readonly to: CaseState;
	readonly recoveredMinor: Minor | null;
	readonly ticketNo: string | null;
	readonly note: string | null;
};
export type CaseNoted = { readonly case: CaseId; readonly note: string; readonly internal: boolean };
export type ContactLogged = {
	readonly case: CaseId;
	readonly channel: 'phone' | 'branch' | 'app' | 'mail';
	readonly withWhom: string | null;
	readonly note: string;
	readonly nextCheck: Instant | null;
};

export type CaseBodies = { 'case-opened': CaseOpened; 'case-moved': CaseMoved; 'case-noted': CaseNoted; 'contact-logged': ContactLogged };
