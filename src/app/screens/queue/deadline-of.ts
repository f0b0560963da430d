import { deadlineFor, urgencyOf } from '../../../domain/cases/deadlines.ts';
import type { Instant, OffsetMinutes } from '../../../domain/time.ts';
import type { QueueDetail } from '../../../storage/queries/queue/queue-lists.ts';
import type { Messages } from '../../messages/messages-context.ts';

/** A limit that still matters, as a chip: `pressing` once half of its time has gone. `usual` is the caveat that always belongs to it. */
export type DeadlineChip = { readonly words: string; readonly usual: string; readonly pressing: boolean };

/** The usual limit that comes first; null where none is known for the kind. */
export function deadlineChip(messages: Messages, detail: QueueDetail, clock: { readonly now: Instant; readonly offset: OffsetMinutes }): DeadlineChip | null {
	const { discrepancy, sales, receipts } = detail;
	const tender = receipts[0]?.tender ?? sales[0]?.tender ?? null;
	const deadline = deadlineFor({ kind: discrepancy.kind, tender, at: discrepancy.at }, clock.now);
	if (!deadline) return null;
	const words = messages.text.queue.deadline;
	const limit = words[deadline.rule.code](messages.format.moment(deadline.at, clock.offset));
	const urgency = urgencyOf(discrepancy.at, deadline.at, clock.now);
	return { words: urgency === 'past' ? words.past(limit) : limit, usual: words.usual(deadline.rule.asOf), pressing: urgency !== 'calm' };
}
