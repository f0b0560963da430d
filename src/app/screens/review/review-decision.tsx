import { useState } from 'react';
import { Link } from 'wouter';
import { snoozeDiscrepancy } from '../../../commands/discrepancies/snooze-discrepancy.ts';
import type { DiscrepancyKind } from '../../../domain/matching/kinds.ts';
import { DAY_MS, type OffsetMinutes } from '../../../domain/time.ts';
import type { GapLine } from '../../../storage/queries/day/day-view.ts';
import type { ReviewView } from '../../../storage/queries/day/review-view.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { useServices } from '../../shell/services.ts';
import { MoneyText } from '../../ui/money-text.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useCommand } from '../../ui/use-command.ts';
import { useWhen } from '../../ui/use-when.ts';

type Props = { readonly first: NonNullable<ReviewView['first']>; readonly offset: OffsetMinutes };

/** The one that most needs a decision: both halves, the likeliest reason, and the ways on. */
export function ReviewDecision({ first, offset }: Props) {
	const { text } = useMessages();
	const { gap, hypothesis } = first;
	const reason = hypothesis === null ? null : text.evidence.hypothesis[hypothesis];
	return (
		<section className="card review__decision" aria-labelledby="review-decision">
			<h3 className="h3" id="review-decision">
				{text.common.kind[gap.kind]} · {text.review.decisionTitle[questionOf(gap.kind)]}
			</h3>
			<Halves gap={gap} offset={offset} />
			{reason && (
				<dl className="facts">
					<dt>{text.review.cause}</dt>
					<dd>{reason.what}</dd>
					<dt>{text.review.next}</dt>
					<dd>{reason.todo}</dd>
				</dl>
			)}
			<Ways gap={gap} offset={offset} />
		</section>
	);
}

function questionOf(kind: DiscrepancyKind): 'missing' | 'ledger' | 'other' {
	if (kind === 'missing_in_ledger') return 'ledger';
	return kind === 'missing_at_terminal' || kind === 'missing_at_provider' ? 'missing' : 'other';
}

function Halves({ gap, offset }: { readonly gap: GapLine; readonly offset: OffsetMinutes }) {
	const { text, format } = useMessages();
	const both = gap.oursMinor !== null && gap.theirsMinor !== null;
	return (
		<div className={`pair${both ? (gap.oursMinor === gap.theirsMinor ? ' is-joined' : ' is-off') : ''}`}>
			{gap.oursMinor === null ? (
				<div className="slot">{text.review.nothingThere}</div>
			) : (
				<div className="half half--ours">
					<span className="cap">
						{text.review.ours} · {format.clock(gap.at, offset)}
					</span>
					<MoneyText minor={gap.oursMinor} currency={gap.currency} />
				</div>
			)}
			{gap.theirsMinor === null ? (
				<div className="slot">{text.review.nothingThere}</div>
			) : (
				<div className="half half--theirs">
					<span className="cap">
						{text.review.theirs}
						{gap.oursMinor === null && ` · ${format.clock(gap.at, offset)}`}
					</span>
					<MoneyText minor={gap.theirsMinor} currency={gap.currency} />
				</div>
			)}
		</div>
	);
}

function Ways({ gap, offset }: { readonly gap: GapLine; readonly offset: OffsetMinutes }) {
	const { text } = useMessages();
	const { ports, compare } = useServices();
	const { run, busy, problem, clear } = useCommand();
	const [until, setUntil] = useState<number | null>(null);
	const when = useWhen(offset);
	const wait = async () => {
		const moment = ports.clock.now().at + DAY_MS;
		if (await run(() => snoozeDiscrepancy(ports, { discrepancy: gap.id, until: moment }))) {
			setUntil(moment);
			await compare();
		}
	};
	return (
		<>
			{problem && <ProblemNote problem={problem} onClose={clear} />}
			{until !== null && (
				<p className="cap2" role="status">
					{text.review.waited(when(until))}
				</p>
			)}
			<div className="review__ways">
				<Link className="btn btn--go" href={`/queue?id=${encodeURIComponent(gap.id)}`}>
					{text.review.decideNow}
				</Link>
				<button type="button" className="btn" disabled={busy || until !== null} onClick={wait}>
					{text.review.waitDay}
				</button>
				{gap.sale && (
					<Link className="btn" href={`/ledger?sale=${encodeURIComponent(gap.sale)}`}>
						{text.review.seeSale}
					</Link>
				)}
			</div>
		</>
	);
}
