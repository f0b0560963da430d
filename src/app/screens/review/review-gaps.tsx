import { ChevronRight, Pencil } from 'lucide-react';
import { Link } from 'wouter';
import type { DayView } from '../../../storage/queries/day/day-view.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { gapGlyphClass, gapStateWords } from '../../ui/gap-words.ts';
import { KindGlyph } from '../../ui/kind-glyph.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import { useWhen } from '../../ui/use-when.ts';

/** The gaps, the most urgent first; each leads to its work. */
export function ReviewGaps({ day }: { readonly day: DayView }) {
	const { text, format } = useMessages();
	const when = useWhen(day.offset);
	return (
		<section className="review__sec" aria-labelledby="review-gaps">
			<h3 className="h3" id="review-gaps">
				{day.gaps.length === 0 ? text.review.gapsNone : text.review.gapsTitle(format.count(day.gaps.length))}
				{day.gaps.length > 1 && <span className="cap">{text.review.gapsOrder}</span>}
			</h3>
			{day.gaps.length > 0 && (
				<ol className="card">
					{day.gaps.map((gap) => (
						<li key={gap.id}>
							<Link className="row review__gap" href={gap.case ? `/cases/${gap.case.id}` : `/queue?id=${encodeURIComponent(gap.id)}`}>
								<KindGlyph kind={gap.kind} className={gapGlyphClass(gap)} />
								<span className="grow">
									<span className="review__gap-head">
										<b>{text.common.kind[gap.kind]}</b>
										{gap.state === 'open' && (
											<span className="chip chip--gap">
												<Pencil className="i i--s" aria-hidden="true" />
												{text.review.decide}
											</span>
										)}
									</span>
									<span className="cap2">
										{format.minute(gap.at, day.offset)}
										{gap.state !== 'open' && ` · ${gapStateWords(gap, text, when)}`}
									</span>
								</span>
								<MoneyText minor={gap.amountMinor} currency={gap.currency} />
								<ChevronRight className="i i--s" aria-hidden="true" />
							</Link>
						</li>
					))}
				</ol>
			)}
		</section>
	);
}
