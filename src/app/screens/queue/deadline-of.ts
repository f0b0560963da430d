import { deadlineFor, urgencyOf } from '../../../domain/cases/deadlines.ts';
import { DAY_MS, type Instant, type OffsetMinutes, SECOND_MS } from '../../../domain/time.ts';
import type { QueueDetail } from '../../../storage/queries/queue/queue-lists.ts';
import type { Messages } from '../../messages/messages-context.ts';
import { durationText } from '../../ui/evidence-text.ts';

/** A limit that still matters, as a chip: `pressing` once half of its time has gone. `usual` is the caveat that always belongs to it, `asOf` says when it was looked up. */
export type DeadlineChip = { readonly words: string; readonly usual: string; readonly asOf: string; readonly pressing: boolean };

/** Nearer than this a moment is named; farther off the days that are left say more than a date of another year. */
const NAMED_MS = 2 * DAY_MS;

/** The usual limit that comes first; null where none is known for the kind. */
export function deadlineChip(messages: Messages, detail: QueueDetail, clock: { readonly now: Instant; readonly offset: OffsetMinutes }): DeadlineChip | null {
	const { discrepancy, sales, receipts, source } = detail;
	const tender = receipts[0]?.tender ?? sales[0]?.tender ?? null;
	const deadline = deadlineFor({ kind: discrepancy.kind, tender, at: discrepancy.at }, clock.now, source);
	if (!deadline) return null;
	const words = messages.text.queue.deadline;
	const left = deadline.at - clock.now;
	const far = left > NAMED_MS;
	const when = far ? words.left(durationText(messages, Math.floor(left / DAY_MS) * (DAY_MS / SECOND_MS))) : messages.format.moment(deadline.at, clock.offset);
	const limit = words[deadline.rule.code](when);
	const urgency = urgencyOf(discrepancy.at, deadline.at, clock.now);
	const { by, asOf } = deadline.rule;
	const own = by === 'shop';
	return {
		words: urgency === 'past' ? words.past(limit) : limit,
		usual: own ? words.own : words.usual,
		asOf: own ? words.ownAsOf(asOf) : words.asOf(asOf),
		pressing: urgency !== 'calm',
	};
}
