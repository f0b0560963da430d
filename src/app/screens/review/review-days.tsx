import type { BusinessDay } from '../../../domain/time.ts';
import type { DayListItem } from '../../../storage/queries/day/day-view.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { MoneyText } from '../../ui/money-text.tsx';

type Props = { readonly days: readonly DayListItem[]; readonly day: BusinessDay; readonly onChoose: (day: BusinessDay) => void };

const SPARK_WIDTH = 44;

/** The last days with their takings and how large their gaps are beside each other. */
export function ReviewDays({ days, day, onChoose }: Props) {
	const { text, format, language } = useMessages();
	const weekday = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' });
	const most = Math.max(1, ...days.map(({ gapMinor }) => gapMinor));
	return (
		<nav className="review__days" aria-label={text.review.daysTitle}>
			<b className="review__days-title">{text.review.daysTitle}</b>
			<ol className="card">
				{days.map((item) => (
					<li key={item.day}>
						<button type="button" className="row review__day" aria-current={item.day === day ? 'true' : undefined} onClick={() => onChoose(item.day)}>
							<span className="sr">{format.day(item.day)}</span>
							<span className="review__day-name" aria-hidden="true">
								<b>{Number(item.day.slice(8))}</b>
								<small>{weekday.format(Date.parse(`${item.day}T00:00:00Z`))}</small>
							</span>
							{item.salesCount === 0 ? (
								<span className="cap review__day-none">{text.day.noSales}</span>
							) : (
								<>
									<span className="review__day-sum">
										<MoneyText minor={item.ledgerMinor} />
									</span>
									<DayGap item={item} width={Math.max(8, Math.round((item.gapMinor / most) * SPARK_WIDTH))} />
								</>
							)}
						</button>
					</li>
				))}
			</ol>
		</nav>
	);
}

function DayGap({ item, width }: { readonly item: DayListItem; readonly width: number }) {
	const { text, format } = useMessages();
	if (item.gapCount > 0) {
		return (
			<span className="review__day-gap">
				<svg className="review__spark" width={SPARK_WIDTH} height="14" aria-hidden="true">
					<rect className="review__gap-bar" x={SPARK_WIDTH - width + 1} y="1" width={width - 2} height="12" rx="1.5" />
				</svg>
				<small>{text.review.gaps(format.count(item.gapCount))}</small>
			</span>
		);
	}
	return (
		<span className="review__day-gap">
			<small className={item.awaitingCount > 0 ? 'is-wait' : 'is-match'}>{item.awaitingCount > 0 ? text.review.waiting : text.review.even}</small>
		</span>
	);
}
