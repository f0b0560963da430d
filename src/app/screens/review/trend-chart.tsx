import { Bar } from '@visx/shape';
import type { Currency } from '../../../domain/money.ts';
import type { ReviewView } from '../../../storage/queries/day/review-view.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { barScales, CHART_WIDTH } from './chart-scale.ts';

const BASE = 84;

type TrendDay = ReviewView['trend'][number];

/** What was found in each of the last days: what was short and what was over, one upon the other and never set off. */
export function TrendChart({ trend, currency }: { readonly trend: readonly TrendDay[]; readonly currency: Currency }) {
	const { text, format } = useMessages();
	const total = (one: TrendDay) => one.shortMinor + one.overMinor;
	const worst = trend.reduce<TrendDay | null>((most, one) => (total(one) > (most ? total(most) : 0) ? one : most), null);
	return (
		<section className="review__sec review__trend" aria-labelledby="review-trend">
			<h3 className="h3" id="review-trend">
				{text.review.trendTitle}
				<span className="cap">{worst ? text.review.trendHint : text.review.trendEven}</span>
			</h3>
			{worst && (
				<>
					<Drawing
						trend={trend}
						worst={worst}
						label={text.review.trendLabel(format.day(worst.day), format.money(total(worst), currency))}
						currency={currency}
					/>
					<TrendTable trend={trend} currency={currency} />
				</>
			)}
		</section>
	);
}

type DrawingProps = { readonly trend: readonly TrendDay[]; readonly worst: TrendDay; readonly label: string; readonly currency: Currency };

function Drawing({ trend, worst, label, currency }: DrawingProps) {
	const { format } = useMessages();
	const { x, y } = barScales(
		trend.map(({ day }) => day),
		worst.shortMinor + worst.overMinor,
		BASE - 24,
	);
	const width = x.bandwidth();
	return (
		<svg className="review__chart" viewBox={`0 0 ${CHART_WIDTH} 108`} role="img" aria-label={label}>
			<line className="review__axis" x1="0" y1={BASE + 0.5} x2={CHART_WIDTH} y2={BASE + 0.5} />
			{trend.map((one, index) => {
				const left = x(one.day) ?? 0;
				const short = y(one.shortMinor);
				const over = y(one.overMinor);
				const middle = left + width / 2;
				return (
					<g key={one.day}>
						{short > 0 && <Bar className="review__c-gap" x={left + 1} y={BASE - Math.max(short, 4)} width={width - 2} height={Math.max(short, 4)} rx={1.5} />}
						{over > 0 && (
							<Bar className="review__c-over" x={left + 1} y={BASE - short - Math.max(over, 4)} width={width - 2} height={Math.max(over, 4)} rx={1.5} />
						)}
						{one.gaps === 0 && one.traded && <path className="review__c-even" d={`M${middle - 6} ${BASE - 9}l4 4 7-8`} />}
						{index % 2 === (trend.length - 1) % 2 && (
							<text className="review__c-text" x={middle} y="104" textAnchor="middle">
								{Number(one.day.slice(8))}
							</text>
						)}
						{one === worst && (
							<text className="review__c-most" x={Math.min(Math.max(middle, 24), CHART_WIDTH - 24)} y={BASE - short - over - 6} textAnchor="middle">
								{format.digits(one.shortMinor + one.overMinor, currency)}
							</text>
						)}
					</g>
				);
			})}
		</svg>
	);
}

function TrendTable({ trend, currency }: { readonly trend: readonly TrendDay[]; readonly currency: Currency }) {
	const { text, format } = useMessages();
	const money = (minor: number) => (minor === 0 ? text.review.none : format.money(minor, currency));
	return (
		<details className="review__twin">
			<summary className="btn btn--quiet">{text.review.asTable}</summary>
			<table className="tbl">
				<caption className="sr">{text.review.trendTitle}</caption>
				<thead>
					<tr>
						<th scope="col">{text.common.day}</th>
						<th scope="col" className="num">
							{text.review.gapCount}
						</th>
						<th scope="col" className="num">
							{text.common.short}
						</th>
						<th scope="col" className="num">
							{text.common.over}
						</th>
					</tr>
				</thead>
				<tbody>
					{[...trend].reverse().map((one) => (
						<tr key={one.day}>
							<th scope="row">{format.day(one.day)}</th>
							<td className="num">{one.gaps > 0 ? format.count(one.gaps) : one.traded ? text.review.even : text.review.none}</td>
							<td className="num">{money(one.shortMinor)}</td>
							<td className="num">{money(one.overMinor)}</td>
						</tr>
					))}
				</tbody>
			</table>
		</details>
	);
}
