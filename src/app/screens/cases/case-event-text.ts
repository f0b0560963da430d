import type { CaseState } from '../../../domain/cases/case.ts';
import { type OffsetMinutes, zoneOffset } from '../../../domain/time.ts';
import type { CaseStep, CaseView } from '../../../storage/queries/cases.ts';
import type { Messages } from '../../messages/messages-context.ts';

/** Whose voice a line of the timeline is. */
export type Voice = 'system' | 'ours' | 'theirs' | 'internal';

/** States that only the other side can bring about. */
const THEIR_STATES = new Set<CaseState>(['under_review', 'info_requested', 'approved', 'partially_approved', 'rejected', 'funds_confirmed']);

export function voiceOf({ actor, state, detail }: CaseStep): Voice {
	if (actor === 'system') return 'system';
	if (detail?.kind === 'case-noted' && detail.body.internal) return 'internal';
	return state !== null && THEIR_STATES.has(state) ? 'theirs' : 'ours';
}

/** What happened, as sentences. */
export function eventText({ text, format }: Messages, step: CaseStep, { case: found, sales, receipts }: CaseView): string {
	const words = text.cases.event;
	const currency = sales[0]?.currency ?? receipts[0]?.currency;
	const parts: (string | null)[] = [];
	if (step.what === 'opened') parts.push(words.opened(text.cases.party[found.party]));
	if (step.what === 'moved' && step.state !== null) parts.push(words.moved(text.cases.state[step.state]));
	if (step.detail?.kind === 'case-moved') {
		const { ticketNo, recoveredMinor } = step.detail.body;
		parts.push(ticketNo === null ? null : words.ticket(ticketNo), recoveredMinor === null ? null : words.recovered(format.money(recoveredMinor, currency)));
	}
	if (step.detail?.kind === 'contact-logged') {
		const { channel, withWhom } = step.detail.body;
		parts.push([words.contact[channel], withWhom === null ? null : words.with(withWhom)].filter(Boolean).join(' · '));
	}
	return [...parts, step.note].filter((part) => part !== null && part !== '').join(' ');
}

/** When the other side is to be asked again, as promised on a contact. */
export function nextCheckText({ text, format }: Messages, { detail }: CaseStep, zone: string): string | null {
	if (detail?.kind !== 'contact-logged' || detail.body.nextCheck === null) return null;
	const offset: OffsetMinutes = zoneOffset(zone, detail.body.nextCheck);
	return text.cases.event.nextCheck(format.moment(detail.body.nextCheck, offset));
}
