import { Suspense } from 'react';
import { useSearch } from 'wouter';
import { useMessages } from '../../messages/messages-context.ts';
import { lazyScreen } from '../../shell/lazy-screen.ts';
import { useServices } from '../../shell/services.ts';
import { DayTicket } from '../../ui/day-ticket.tsx';
import { HourChart } from './hour-chart.tsx';
import './review.css';
import { ReviewCauses } from './review-causes.tsx';
import { ReviewDays } from './review-days.tsx';
import { ReviewDecision } from './review-decision.tsx';
import { ReviewGaps } from './review-gaps.tsx';
import { ReviewHero } from './review-hero.tsx';
import { ReviewOutputs } from './review-outputs.tsx';
import { ReviewPayouts } from './review-payouts.tsx';
import { ReviewQuiet } from './review-quiet.tsx';
import { ReviewSwitch } from './review-switch.tsx';
import { ReviewWho } from './review-who.tsx';
import { TrendChart } from './trend-chart.tsx';
import { useReview } from './use-review.ts';

const PayoutsView = lazyScreen(() => import('./payouts/payouts-view.tsx').then((module) => module.PayoutsView));

/** The owner's day, or with `?payouts` what came to the bank. */
export function ReviewScreen() {
	const payouts = new URLSearchParams(useSearch()).has('payouts');
	if (!payouts) return <ReviewDay />;
	return (
		<Suspense fallback={null}>
			<PayoutsView />
		</Suspense>
	);
}

/** What is missing and why, in one look, down to the rows. */
function ReviewDay() {
	const { today, review, choose } = useReview();
	const { text } = useMessages();
	const { shop, mode } = useServices();
	if (!review) {
		return (
			<p className="sr" role="status">
				{text.common.loading}
			</p>
		);
	}
	const { day } = review;
	return (
		<div className="review">
			<p className="review__paper-head h1" aria-hidden="true">
				{shop.name} · {text.review.title}
				{mode === 'practice' && ` · ${text.status.practice}`}
			</p>
			<ReviewDays days={review.days} day={day.day} onChoose={choose} />
			<div className="review__main">
				<ReviewSwitch day={day.day} today={today} onChoose={choose} />
				<ReviewHero review={review} />
				<ReviewGaps day={day} />
				<HourChart review={review} />
				<TrendChart trend={review.trend} currency={day.currency} />
			</div>
			<div className="review__side">
				{review.first && <ReviewDecision first={review.first} offset={day.offset} />}
				<section className="review__sec" aria-labelledby="review-tenders">
					<h3 className="h3" id="review-tenders">
						{text.review.tendersTitle}
					</h3>
					<DayTicket lines={day.tenders} currency={day.currency} offset={day.offset} cashLocked={false} />
				</section>
				<ReviewPayouts />
				<ReviewQuiet day={day} />
				<ReviewCauses causes={review.causes} />
				<ReviewWho review={review} />
				<ReviewOutputs review={review} />
			</div>
		</div>
	);
}
