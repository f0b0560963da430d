import { Bar } from '@visx/shape';
import type { HourBar } from '../../../domain/end-of-day/review.ts';
import type { ReviewView } from '../../../storage/queries/day/review-view.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { barScales, CHART_WIDTH, outagePlace } from './chart-scale.ts';

const TOP = 18;
const BARS = 94;
const BASE = TOP + BARS;
const CAP = 10;

/** When the day was busy, in which hours something differs (dashed caps), and when the network was away (ticks below the line). */
export function HourChart({ review }: { readonly review: ReviewView }) {
	const { text, format } = useMessages();
	const { hours, day } = review;
	const { outages } = day;
	const outageWords = outages.count === 0 ? text.review.noOutages : text.review.outages(format.count(outages.count), format.count(outages.minutes));
	return (
		<section className="review__sec" aria-labelledby="review-hours">
			<h3 className="h3" id="review-hours">
				{text.review.hoursTitle}
				<span className="cap">{hours.length === 0 ? text.review.hoursNone : outageWords}</span>
			</h3>
			{hours.length > 0 && (
				<>
					<Drawing review={review} />
					<div className="review__key" aria-hidden="true">
						<span>
							<i className="review__key-sales" />
							{text.review.keySales}
						</span>
						<span>
							<i className="review__key-gap" />
							{text.review.keyGap}
						</span>
						{outages.count > 0 && (
							<span>
								<i className="review__key-outage" />
								{text.review.keyOutage}
							</span>
						)}
					</div>
					<HourTable hours={hours} review={review} />
				</>
			)}
		</section>
	);
}

function Drawing({ review }: { readonly review: ReviewView }) {
	const { text, format } = useMessages();
	const { hours, day } = review;
	const most = Math.max(...hours.map((bar) => bar.salesCount));
	const busiest = hours.find((bar) => bar.salesCount === most);
	const { x, y } = barScales(
		hours.map((bar) => String(bar.hour)),
		most,
		BARS - CAP - 4,
	);
	const width = x.bandwidth();
	const withGaps = hours.filter((bar) => bar.gaps > 0).map((bar) => String(bar.hour));
	const gapWords = withGaps.length === 0 ? '' : text.review.hoursGaps(withGaps.join(text.day.listComma));
	const label = text.review.hoursLabel(String(busiest?.hour ?? ''), format.count(most), gapWords);
	return (
		<svg className="review__chart" viewBox={`0 0 ${CHART_WIDTH} 136`} role="img" aria-label={label}>
			<line className="review__axis" x1="0" y1={BASE + 0.5} x2={CHART_WIDTH} y2={BASE + 0.5} />
			{hours.map((bar, index) => {
				const left = x(String(bar.hour)) ?? 0;
				const height = y(bar.salesCount);
				return (
					<g key={bar.hour}>
						<Bar className="review__c-bar" x={left} y={BASE - height} width={width} height={height} rx={1.5} />
						{bar.gaps > 0 && <Bar className="review__c-gap" x={left + 1} y={BASE - height - CAP - 3} width={width - 2} height={CAP} rx={1.5} />}
						{(index % 2 === 0 || hours.length < 9) && (
							<text className="review__c-text" x={left + width / 2} y="132" textAnchor="middle">
								{bar.hour}
							</text>
						)}
						{bar === busiest && (
							<text className="review__c-most" x={left + width / 2} y={BASE - height - (bar.gaps > 0 ? CAP + 7 : 5)} textAnchor="middle">
								{format.count(bar.salesCount)}
							</text>
						)}
					</g>
				);
			})}
			{day.outages.spans.map((span) => {
				const place = outagePlace(
					span,
					hours.map((bar) => bar.hour),
					day.offset,
				);
				return place && <Bar key={span.from} className="review__c-outage" x={place.x} y={BASE + 1} width={place.width} height={5} />;
			})}
		</svg>
	);
}

/** The same in numbers, for everybody who would rather read them or have them read out. */
function HourTable({ hours, review }: { readonly hours: readonly HourBar[]; readonly review: ReviewView }) {
	const { text, format } = useMessages();
	const { currency } = review.day;
	return (
		<details className="review__twin">
			<summary className="btn btn--quiet">{text.review.asTable}</summary>
			<table className="tbl">
				<caption className="sr">{text.review.hoursTitle}</caption>
				<thead>
					<tr>
						<th scope="col">{text.review.hour}</th>
						<th scope="col" className="num">
							{text.review.count}
						</th>
						<th scope="col" className="num">
							{text.review.sum}
						</th>
						<th scope="col" className="num">
							{text.review.gapCount}
						</th>
						<th scope="col" className="num">
							{text.review.gapSum}
						</th>
					</tr>
				</thead>
				<tbody>
					{hours.map((bar) => (
						<tr key={bar.hour}>
							<th scope="row">{text.review.hourSpan(String(bar.hour))}</th>
							<td className="num">{format.count(bar.salesCount)}</td>
							<td className="num">{format.money(bar.salesMinor, currency)}</td>
							<td className="num">{bar.gaps === 0 ? text.review.none : format.count(bar.gaps)}</td>
							<td className="num">{bar.gaps === 0 ? text.review.none : format.money(bar.gapMinor, currency)}</td>
						</tr>
					))}
				</tbody>
			</table>
		</details>
	);
}
