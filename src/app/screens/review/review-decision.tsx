import { useEffect, useRef, useState } from 'react';
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
	const { heading, said, wait, busy, problem, clear } = useWaiting(gap, offset);
	return (
		<section className="card review__decision" aria-labelledby="review-decision">
			<p className="review__said cap2" role="status">
				{said}
			</p>
			<h3 className="h3" id="review-decision" ref={heading} tabIndex={-1}>
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
			{problem && <ProblemNote problem={problem} onClose={clear} />}
			<div className="review__ways">
				<Link className="btn btn--go" href={`/queue?id=${encodeURIComponent(gap.id)}`}>
					{text.review.decideNow}
				</Link>
				<button type="button" className="btn" disabled={busy} onClick={wait}>
					{text.review.waitDay}
				</button>
				{gap.sale && (
					<Link className="btn" href={`/ledger?sale=${encodeURIComponent(gap.sale)}`}>
						{text.review.seeSale}
					</Link>
				)}
			</div>
		</section>
	);
}

/** Puts a gap off for a day; when the next one has taken its place, its heading gets the focus and what was done is said. */
function useWaiting(gap: GapLine, offset: OffsetMinutes) {
	const { text, format } = useMessages();
	const { ports, compare } = useServices();
	const { run, busy, problem, clear } = useCommand();
	const [said, setSaid] = useState('');
	const heading = useRef<HTMLHeadingElement>(null);
	const shown = useRef(gap.id);
	const when = useWhen(offset);
	useEffect(() => {
		if (shown.current === gap.id) return;
		shown.current = gap.id;
		if (said !== '') heading.current?.focus();
	}, [gap.id, said]);
	const wait = async () => {
		const until = ports.clock.now().at + DAY_MS;
		if (!(await run(() => snoozeDiscrepancy(ports, { discrepancy: gap.id, until })))) return;
		setSaid(`${text.common.kind[gap.kind]} ${format.money(gap.amountMinor, gap.currency)} · ${text.review.waited(when(until))}`);
		await compare();
	};
	return { heading, said, wait, busy, problem, clear };
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
