import { AlarmClock, Clock, Info } from 'lucide-react';
import type { Ref } from 'react';
import { type Instant, SECOND_MS, zoneOffset } from '../../../domain/time.ts';
import type { QueueDetail } from '../../../storage/queries/queue/queue-lists.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { useServices } from '../../shell/services.ts';
import { durationText, hypothesisTexts, reasonsText } from '../../ui/evidence-text.ts';
import { FeeHalves } from '../../ui/payout/fee-halves.tsx';
import { PayoutHalves } from '../../ui/payout/payout-halves.tsx';
import { QueueRemedies } from './card/queue-remedies.tsx';
import { deadlineChip } from './deadline-of.ts';
import { headline, memberNote, sayLine } from './headline.ts';
import { QueueHalves } from './queue-halves.tsx';

type Props = { readonly detail: QueueDetail; readonly now: Instant; readonly heading: Ref<HTMLHeadingElement> };

/** One discrepancy with all that is known: the sentence, the limit, the two halves, what may have happened. */
export function QueueCard({ detail, now, heading }: Props) {
	const messages = useMessages();
	const { text } = messages;
	const { discrepancy, match } = detail;
	const hypotheses = hypothesisTexts(messages, discrepancy.hypotheses);
	const note = memberNote(messages, discrepancy, detail.clusterSize);
	return (
		<>
			<div className="queue-say">
				<h2 className="h1" ref={heading} tabIndex={-1}>
					{headline(messages, detail)}
				</h2>
				{note && <p className="lead">{note}</p>}
				<Chips detail={detail} now={now} />
			</div>
			<Halves detail={detail} />
			{match && <p className="queue-same cap2">{reasonsText(messages, match)}</p>}
			{hypotheses.length > 0 && (
				<section className="queue-whys">
					<h3 className="h3">{text.queue.whys}</h3>
					<ol>
						{hypotheses.map(({ code, what, todo, likely }, index) => (
							<li className="queue-why" key={code}>
								<span className="queue-why__rank" aria-hidden="true">
									{index + 1}
								</span>
								<span className="grow">
									<b>{what}</b>
									<span className="cap2">{todo}</span>
								</span>
								<span className="chip chip--plain">{likely}</span>
							</li>
						))}
					</ol>
				</section>
			)}
			<QueueRemedies detail={detail} />
			<p className="say queue-line">
				<Info className="i" aria-hidden="true" />
				<span>{sayLine(messages, detail)}</span>
			</p>
		</>
	);
}

/** What a payout or a fee is about are sums; anything else is two records. */
function Halves({ detail }: { readonly detail: QueueDetail }) {
	const { fee, amountMinor, currency, count } = detail.discrepancy;
	if (fee) return <FeeHalves {...{ fee, amountMinor, currency, count }} />;
	return detail.payout ? <PayoutHalves payout={detail.payout} /> : <QueueHalves detail={detail} />;
}

function Chips({ detail, now }: { readonly detail: QueueDetail; readonly now: Instant }) {
	const messages = useMessages();
	const { text } = messages;
	const offset = zoneOffset(useServices().shop.zone, now);
	const { discrepancy } = detail;
	const deadline = deadlineChip(messages, detail, { now, offset });
	const age = Math.max(0, now - discrepancy.at) / SECOND_MS;
	return (
		<p className="queue-chips">
			<span className="chip">
				<Clock className="i i--s" aria-hidden="true" />
				{text.queue.age(durationText(messages, age))}
			</span>
			{deadline && (
				<span className={`chip${deadline.pressing ? ' chip--gap' : ''}`} title={deadline.asOf}>
					<AlarmClock className="i i--s" aria-hidden="true" />
					{deadline.words}
				</span>
			)}
			{deadline && <span className="cap">{deadline.usual}</span>}
			{discrepancy.assignee !== null && <span className="chip chip--plain">{text.queue.assignedTo(discrepancy.assignee)}</span>}
		</p>
	);
}
