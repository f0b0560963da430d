import type { EntryId } from '../ids.ts';
import type { LogEntry } from '../log/entry.ts';
import type { Case, CaseEvent, CaseState } from './case.ts';
import type { CaseMoved, CaseNoted, CaseOpened, ContactLogged } from './entries.ts';

/** Who did it and when; the same part of every entry. */
type Step = Pick<LogEntry, 'id' | 'at' | 'offset' | 'actor'>;

/** A claim as it was opened. */
export function openCase(entry: LogEntry<'case-opened', CaseOpened>): Case {
	const { party, deadline, note, discrepancy, kind, day, sales, receipts, amountMinor } = entry.body;
	return {
		id: entry.id,
		discrepancy: { discrepancy, kind, day, sales, receipts, amountMinor },
		party,
		state: 'detected',
		openedAt: entry.at,
		deadline,
		ticketNo: null,
		atRiskMinor: amountMinor,
		recoveredMinor: 0,
		timeline: [eventOf(entry, 'opened', { state: 'detected', note })],
	};
}

/** What came back and the ticket number change only where the step names them. */
export function moveCase(found: Case, entry: LogEntry<'case-moved', CaseMoved>): Case {
	const { to, recoveredMinor, ticketNo, note } = entry.body;
	return {
		...withEvent(found, eventOf(entry, 'moved', { state: to, note })),
		state: to,
		recoveredMinor: recoveredMinor ?? found.recoveredMinor,
		ticketNo: ticketNo ?? found.ticketNo,
	};
}

export function noteCase(found: Case, entry: LogEntry<'case-noted', CaseNoted>): Case {
	return withEvent(found, eventOf(entry, 'note', { state: null, note: entry.body.note }));
}

export function contactCase(found: Case, entry: LogEntry<'contact-logged', ContactLogged>): Case {
	return withEvent(found, eventOf(entry, 'contact', { state: null, note: entry.body.note }));
}

/** The decision to open it was taken back. */
export function withdrawCase(found: Case, step: Step): Case {
	return { ...withEvent(found, eventOf(step, 'moved', { state: 'withdrawn', note: null })), state: 'withdrawn' };
}

function eventOf(
	{ id, at, offset, actor }: Step,
	what: CaseEvent['what'],
	said: { readonly state: CaseState | null; readonly note: string | null },
): CaseEvent {
	return { entry: id, at, offset, actor, what, ...said };
}

/** An entry that was applied before is not added again. */
function withEvent(found: Case, event: CaseEvent): Case {
	return knows(found, event.entry) ? found : { ...found, timeline: [...found.timeline, event] };
}

function knows(found: Case, entry: EntryId): boolean {
	return found.timeline.some((event) => event.entry === entry);
}
