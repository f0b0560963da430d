import type { DayView } from '../../../storage/queries/day/day-view.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { Glyph } from '../../ui/glyph.tsx';
import { useWhen } from '../../ui/use-when.ts';
import { GapList } from './gap-list.tsx';
import { zNumber } from './z-number.ts';

/** Which day, how many sales, and how far the bills reach: never more than they cover. */
export function DayHead({ view }: { readonly view: DayView }) {
	const { text, format } = useMessages();
	const when = useWhen(view.offset);
	const tenders = view.uncovered.map((tender) => text.common.tender[tender]).join(text.day.listComma);
	return (
		<div className="day__head">
			<h2 className="h1 grow" id="day-close-title" tabIndex={-1}>
				{text.day.headline(format.day(view.day), text.common.sales(format.count(view.salesCount)))}
			</h2>
			{view.close ? (
				<span className="b">
					{zNumber(view.close.z)} · {format.clock(view.close.at, view.close.offset)}
				</span>
			) : (
				<span className="cap2">
					{view.covered ? text.day.billsTo(when(view.covered.to)) : text.day.noBills}
					{view.covered && view.uncovered.length > 0 && ` · ${text.day.uncovered(tenders)}`}
				</span>
			)}
		</div>
	);
}

/** What is open, what waits, what needs nobody any more. */
export function DayWork({ view }: { readonly view: DayView }) {
	const { text, format } = useMessages();
	const when = useWhen(view.offset);
	const { awaiting, cleared, settled, currency } = view;
	return (
		<div className="day__work">
			<h3 className="h3">{view.gaps.length === 0 ? text.day.gapsNone : text.day.gapsTitle(format.count(view.gaps.length))}</h3>
			{view.gaps.length > 0 && <GapList gaps={view.gaps} offset={view.offset} />}
			<ul className="day__quiet cap2">
				{awaiting.count > 0 && (
					<li>
						<Glyph name="wait" />
						{text.day.awaitingTotal(format.count(awaiting.count), format.money(awaiting.minor, currency))}
						{awaiting.until !== null && ` · ${text.day.until(when(awaiting.until))}`}
					</li>
				)}
				{cleared.count > 0 && (
					<li>
						<Glyph name="joined" className="is-match" />
						{text.day.cleared(format.count(cleared.count), format.money(cleared.minor, currency))}
					</li>
				)}
				{settled.count > 0 && (
					<li>
						<Glyph name="whole" />
						{text.day.settled(format.count(settled.count), format.money(settled.minor, currency))}
					</li>
				)}
			</ul>
		</div>
	);
}
