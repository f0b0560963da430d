import type { DayView, TenderLine } from '../../../../storage/queries/day/day-view.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { Glyph } from '../../../ui/glyph.tsx';
import { lineWords, reportSums } from './report.ts';

/** Ours left of the perforation, theirs right, a row a tender. */
export function TenderTable({ view, lines }: { readonly view: DayView; readonly lines: readonly TenderLine[] }) {
	const { text, format } = useMessages();
	const money = (minor: number) => format.digits(minor, view.currency);
	const sums = reportSums(view, lines);
	return (
		<table className="dayprint__table">
			<thead>
				<tr>
					<th>{text.common.tenderLabel}</th>
					<th>{text.day.countColumn}</th>
					<th>{text.common.ours}</th>
					<td className="dayprint__seam" />
					<th>{text.common.theirs}</th>
					<th>{text.day.countColumn}</th>
					<th>{text.day.difference}</th>
				</tr>
			</thead>
			<tbody>
				{lines.map((line) => {
					const hidden = sums.cashHidden && line.tender === 'cash';
					return (
						<tr key={line.tender}>
							<td>{text.common.tender[line.tender]}</td>
							<td>{format.count(line.salesCount)}</td>
							<td>{hidden ? text.day.afterCount : <b>{money(line.ledgerMinor)}</b>}</td>
							<td className="dayprint__seam" />
							{line.receiptsMinor === null ? (
								<td colSpan={2} className="dayprint__l">
									<Glyph name={line.tender === 'cash' ? 'cash' : 'wait'} />{' '}
									{line.tender === 'cash'
										? text.day.notCounted
										: line.awaitingUntil === null
											? text.day.noBillYet
											: text.day.billDue(format.moment(line.awaitingUntil, view.offset))}
								</td>
							) : (
								<>
									<td>
										<b>{money(line.receiptsMinor)}</b>
									</td>
									<td>{line.tender === 'cash' ? '—' : format.count(line.receiptsCount)}</td>
								</>
							)}
							<td>
								{lineWords(line, text, money).map((words) => (
									<span key={words} className="dayprint__diff">
										{words}
									</span>
								))}
							</td>
						</tr>
					);
				})}
			</tbody>
			<tfoot>
				<tr>
					<td>{sums.cashHidden ? text.day.totalWithoutCash : text.day.ourTotal}</td>
					<td>{format.count(sums.salesCount)}</td>
					<td>{money(sums.ledgerMinor)}</td>
					<td className="dayprint__seam" />
					<td colSpan={3} className="dayprint__l">
						{text.common.short} {money(sums.shortMinor)} · {text.common.over} {money(sums.overMinor)}
						{sums.cashDifference !== null && sums.cashDifference !== 0 && (
							<>
								{' · '}
								{sums.cashDifference < 0 ? text.day.cashShort : text.day.cashOver} {money(Math.abs(sums.cashDifference))}
							</>
						)}
						{' · '}
						{text.day.neverNetted}
					</td>
				</tr>
			</tfoot>
		</table>
	);
}
