import type { ReviewView, Segments } from '../../../storage/queries/day/review-view.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { SealDay } from '../../ui/glyphs/seal-day.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import { useWhen } from '../../ui/use-when.ts';
import { headline } from './headline.ts';

const SEGMENTS = ['matched', 'cash', 'awaiting', 'open', 'escalated', 'settled'] as const satisfies readonly (keyof Segments)[];

/** The day in one sentence, and where its records stand; never more than the bills cover. */
export function ReviewHero({ review }: { readonly review: ReviewView }) {
	const messages = useMessages();
	const { text, format } = messages;
	const { day, segments } = review;
	const when = useWhen(day.offset);
	const words = headline(review, messages);
	const seal = day.close && <SealDay label={text.day.sealLabel(format.day(day.day))} />;
	const shown = SEGMENTS.filter((segment) => segments[segment] > 0);
	const tenders = day.uncovered.map((tender) => text.common.tender[tender]).join(text.day.listComma);
	return (
		<section className="pair pair--stack is-joined review__hero" aria-label={format.day(day.day)}>
			<div className="half half--ours">
				<h2 className="review__date b">{format.day(day.day)}</h2>
				<div className="review__sum">
					<MoneyText minor={day.ledgerMinor} currency={day.currency} size="big" />
					<b className="h2">{text.common.sales(format.count(day.salesCount))}</b>
				</div>
				<p className="review__say">
					{words.before}
					{words.amount !== null && <MoneyText minor={words.amount} currency={day.currency} gap />}
					{words.after}
				</p>
				{words.more.map((line) => (
					<p key={line} className="review__more">
						{line}
					</p>
				))}
			</div>
			<div className="half half--theirs">
				{seal && <div className="on-seam">{seal}</div>}
				<span className="side">
					{day.covered ? text.review.asOf(when(day.covered.to)) : text.review.asOfNone}
					{day.covered && day.uncovered.length > 0 && ` · ${text.day.uncovered(tenders)}`}
				</span>
				{shown.length > 0 && (
					<>
						<div className="review__bar" aria-hidden="true">
							{shown.map((segment) => (
								<i key={segment} className={`review__s-${segment}`} style={{ flexGrow: segments[segment] }} />
							))}
						</div>
						<ul className="review__legend" aria-label={text.review.segmentsLabel}>
							{shown.map((segment) => (
								<li key={segment}>
									<i className={`review__s-${segment}`} aria-hidden="true" />
									{text.review.segments[segment]} <b>{format.count(segments[segment])}</b>
								</li>
							))}
						</ul>
					</>
				)}
			</div>
		</section>
	);
}
