import type { DayView } from '../../../storage/queries/day/day-view.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { Glyph, type GlyphName } from '../../ui/glyph.tsx';
import { useWhen } from '../../ui/use-when.ts';

/** What needs nobody: cleared by itself, awaited until when, settled, and how the drawer came out. */
export function ReviewQuiet({ day }: { readonly day: DayView }) {
	const { text, format } = useMessages();
	const when = useWhen(day.offset);
	const { awaiting, cleared, settled, currency } = day;
	const lines: { readonly glyph: GlyphName; readonly className: string; readonly words: string }[] = [];
	const money = (minor: number) => format.money(minor, currency);
	if (cleared.count > 0) lines.push({ glyph: 'joined', className: 'is-match', words: text.day.cleared(format.count(cleared.count), money(cleared.minor)) });
	if (awaiting.count > 0) {
		const until = awaiting.until === null ? '' : ` · ${text.review.awaitingUntil(when(awaiting.until))}`;
		lines.push({ glyph: 'wait', className: 'is-wait', words: text.review.awaiting(format.count(awaiting.count), money(awaiting.minor)) + until });
	}
	if (settled.count > 0) lines.push({ glyph: 'whole', className: '', words: text.day.settled(format.count(settled.count), money(settled.minor)) });
	if (day.cash.count || day.cash.salesCount > 0) lines.push({ glyph: 'cash', className: '', words: cashWords(day, text, money) });
	return (
		<section className="review__sec" aria-labelledby="review-quiet">
			<h3 className="h3" id="review-quiet">
				{text.review.quietTitle}
			</h3>
			{lines.length === 0 ? (
				<p className="cap2">{text.review.quietNone}</p>
			) : (
				<ul className="review__news">
					{lines.map(({ glyph, className, words }) => (
						<li key={glyph}>
							<Glyph name={glyph} className={className} />
							<span>{words}</span>
						</li>
					))}
				</ul>
			)}
		</section>
	);
}

function cashWords({ cash }: DayView, text: ReturnType<typeof useMessages>['text'], money: (minor: number) => string): string {
	if (!cash.count) return text.review.cashNotCounted;
	const difference = cash.count.countedMinor - cash.count.expectedMinor;
	if (difference === 0) return text.review.cashEven;
	const words = difference < 0 ? text.review.cashShort(money(-difference)) : text.review.cashOver(money(difference));
	return cash.count.reason === null ? words : `${words} · ${text.review.reasonGiven(text.day.reasons[cash.count.reason])}`;
}
