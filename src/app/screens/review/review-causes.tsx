import type { CauseCount } from '../../../storage/queries/day/review-view.ts';
import { useMessages } from '../../messages/messages-context.ts';

/** Why gaps arose, as people found out; most often first. */
export function ReviewCauses({ causes }: { readonly causes: readonly CauseCount[] }) {
	const { text, format } = useMessages();
	const most = Math.max(1, ...causes.map(({ count }) => count));
	const total = causes.reduce((sum, { count }) => sum + count, 0);
	return (
		<section className="review__sec" aria-labelledby="review-causes">
			<h3 className="h3" id="review-causes">
				{text.review.causesTitle}
				{total > 0 && <span className="cap">{text.review.causesCount(format.count(total))}</span>}
			</h3>
			{total === 0 ? (
				<p className="cap2">{text.review.causesNone}</p>
			) : (
				<ul className="review__causes">
					{causes.map(({ cause, count }) => (
						<li key={cause}>
							<span>{text.review.causes[cause]}</span>
							<svg className="review__cause" viewBox="0 0 100 18" preserveAspectRatio="none" aria-hidden="true">
								<rect width={(100 * count) / most} height="18" />
							</svg>
							<b>{format.count(count)}</b>
						</li>
					))}
				</ul>
			)}
		</section>
	);
}
