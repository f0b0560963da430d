import type { Case } from '../../../domain/cases/case.ts';
import { urgencyOf } from '../../../domain/cases/deadlines.ts';
import { type Instant, SECOND_MS } from '../../../domain/time.ts';
import type { Messages } from '../../messages/messages-context.ts';
import { durationText } from '../../ui/evidence-text.ts';

export type CaseDeadline = { readonly words: string; readonly pressing: boolean };

/** How long until the deadline, in words; null where there is none. Pressing from half of the time on. */
export function caseDeadline(messages: Messages, { deadline, openedAt }: Pick<Case, 'deadline' | 'openedAt'>, now: Instant): CaseDeadline | null {
	if (deadline === null) return null;
	const words = messages.text.cases;
	const left = durationText(messages, Math.abs(deadline - now) / SECOND_MS);
	const urgency = urgencyOf(openedAt, deadline, now);
	return { words: urgency === 'past' ? words.deadlinePast(left) : words.deadline(left), pressing: urgency !== 'calm' };
}
