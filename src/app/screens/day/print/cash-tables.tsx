import { Fragment } from 'react';
import { formatMajor } from '../../../../domain/money.ts';
import type { CashCountRow, DayView } from '../../../../storage/queries/day/day-view.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { restOf } from '../count/count.ts';
import { differenceWords } from './report.ts';

/** The blind count by denomination, and how the expected cash adds up. */
export function CashTables({ view }: { readonly view: DayView }) {
	const count = view.cash.count;
	if (!count) return null;
	return (
		<div className="dayprint__cols">
			<Counted view={view} count={count} />
			<Expected view={view} count={count} />
		</div>
	);
}

type Props = { readonly view: DayView; readonly count: CashCountRow };

function Counted({ view, count }: Props) {
	const { text, format } = useMessages();
	const money = (minor: number) => format.digits(minor, view.currency);
	const rest = restOf(count);
	const kinds = Object.entries(count.pieces)
		.map(([minor, pieces]) => ({ minor: Number(minor), pieces }))
		.sort((a, b) => b.minor - a.minor);
	return (
		<section>
			<h2>{text.day.cashCount}</h2>
			<table className="dayprint__table">
				<tbody>
					{pairsOf(kinds).map((pair) => (
						<tr key={pair[0]?.minor}>
							{pair.map(({ minor, pieces }) => (
								<Fragment key={minor}>
									<td>{formatMajor(minor, view.currency)}</td>
									<td>× {format.count(pieces)}</td>
									<td>{money(minor * pieces)}</td>
								</Fragment>
							))}
							{pair.length === 1 && <td colSpan={3} />}
						</tr>
					))}
					{rest !== 0 && (
						<tr>
							<td colSpan={5}>{text.day.rest}</td>
							<td>{money(rest)}</td>
						</tr>
					)}
				</tbody>
				<tfoot>
					<tr>
						<td colSpan={5}>{text.day.counted}</td>
						<td>{money(count.countedMinor)}</td>
					</tr>
				</tfoot>
			</table>
		</section>
	);
}

/** Two kinds a row, the larger half on the left, as a drawer is laid out. */
function pairsOf<T>(kinds: readonly T[]): readonly (readonly T[])[] {
	const half = Math.ceil(kinds.length / 2);
	return kinds.slice(0, half).map((kind, index) => [kind, ...kinds.slice(half + index, half + index + 1)]);
}

function Expected({ view, count }: Props) {
	const { text, format } = useMessages();
	const money = (minor: number) => format.digits(minor, view.currency);
	const difference = count.countedMinor - count.expectedMinor;
	return (
		<section>
			<h2>{text.day.cashFlow}</h2>
			<table className="dayprint__table">
				<tbody>
					<tr>
						<td>{text.day.float}</td>
						<td>{money(count.floatMinor)}</td>
					</tr>
					<tr>
						<td>{text.day.cashSales(format.count(view.cash.salesCount))}</td>
						<td>{money(view.cash.salesMinor)}</td>
					</tr>
					{view.cash.refundsMinor > 0 && (
						<tr>
							<td>{text.day.cashRefunds}</td>
							<td>−{money(view.cash.refundsMinor)}</td>
						</tr>
					)}
					{count.reason && difference !== 0 && (
						<tr>
							<td colSpan={2}>
								{text.day.reasons[count.reason]}
								{count.note && ` · ${count.note}`}
							</td>
						</tr>
					)}
				</tbody>
				<tfoot>
					<tr>
						<td>
							{text.day.expected} {money(count.expectedMinor)} · {text.day.counted} {money(count.countedMinor)}
						</td>
						<td>{differenceWords(difference, text, money)}</td>
					</tr>
				</tfoot>
			</table>
		</section>
	);
}
