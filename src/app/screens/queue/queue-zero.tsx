import { useLiveQuery } from 'dexie-react-hooks';
import { Link } from 'wouter';
import { type Instant, zoneOffset } from '../../../domain/time.ts';
import { type QueueStanding, queueStanding } from '../../../storage/queries/queue/standing.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { useServices } from '../../shell/services.ts';
import { MoneyText } from '../../ui/money-text.tsx';

/** Nothing to do; and until when that is known, for what it is not, and what is still awaited. */
export function QueueZero({ snoozed, now }: { readonly snoozed: number; readonly now: Instant }) {
	const { text } = useMessages();
	const { db } = useServices();
	const standing = useLiveQuery(() => queueStanding(db, now), [db, now]);
	if (!standing) return <div className="queue-zero" data-testid="queue-empty" />;
	const words = text.queue.zero;
	return (
		<div className="queue-zero" data-testid="queue-empty">
			{standing.matched.sales > 0 && <Matched standing={standing} />}
			<div>
				<Claim standing={standing} allMatched={standing.escalated + standing.settled + snoozed === 0} />
				<Caveats standing={standing} snoozed={snoozed} />
			</div>
			<Link className="btn btn--go btn--big" href={standing.day === null ? '/import' : '/sell'}>
				{standing.day === null ? words.import : words.back}
			</Link>
		</div>
	);
}

function Matched({ standing: { matched, leg } }: { readonly standing: QueueStanding }) {
	const { text, format } = useMessages();
	const half = (side: 'ours' | 'theirs') => (
		<div className={`half half--${side}`}>
			<span className="side">{side === 'ours' ? text.common.ours : text.evidence.theirs[leg]}</span>
			<span className="amt amt--big">{text.common.sales(format.count(matched.sales))}</span>
			<MoneyText minor={matched.minor} size="card" />
		</div>
	);
	return (
		<div className="pair is-joined">
			{half('ours')}
			{half('theirs')}
		</div>
	);
}

/** "All matched" only where nothing was put off, handed on or settled by people; else that it was looked at. */
function Claim({ standing, allMatched }: { readonly standing: QueueStanding; readonly allMatched: boolean }) {
	const { text, format } = useMessages();
	const { zone } = useServices().shop;
	const words = text.queue.zero;
	const { coveredTo, day } = standing;
	const claim =
		day === null
			? words.noBill
			: coveredTo === null
				? words.nothing
				: (allMatched ? words.upTo : words.handled)(format.moment(coveredTo, zoneOffset(zone, coveredTo)));
	return (
		<h2 className="queue-zero__claim" tabIndex={-1}>
			{claim}
		</h2>
	);
}

function Caveats({ standing, snoozed }: { readonly standing: QueueStanding; readonly snoozed: number }) {
	const { text, format } = useMessages();
	const { zone } = useServices().shop;
	const words = text.queue.zero;
	const { awaiting, awaitingUntil, uncovered, notCovered, day } = standing;
	const due = awaitingUntil === null ? null : format.moment(awaitingUntil, zoneOffset(zone, awaitingUntil));
	const lines = [
		day === null ? words.noBillHint : null,
		awaiting === 0 ? null : due === null ? words.awaiting(format.count(awaiting)) : words.awaitingUntil(format.count(awaiting), due),
		uncovered.length === 0 ? null : words.uncovered(uncovered.map((tender) => text.common.tender[tender]).join(text.queue.zero.and)),
		notCovered === 0 ? null : words.notCovered(format.count(notCovered)),
		standing.escalated === 0 ? null : words.escalated(format.count(standing.escalated)),
		snoozed === 0 ? null : words.snoozed(format.count(snoozed)),
	].filter((line) => line !== null);
	return lines.map((line) => (
		<p className="lead" key={line}>
			{line}
		</p>
	));
}
