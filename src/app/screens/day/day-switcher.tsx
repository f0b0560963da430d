import { ChevronDown, ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { addDays, type BusinessDay } from '../../../domain/time.ts';
import type { DayListItem } from '../../../storage/queries/day/day-view.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { Glyph } from '../../ui/glyph.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { zNumber } from './z-number.ts';

type Props = { readonly day: BusinessDay; readonly today: BusinessDay; readonly days: readonly DayListItem[]; readonly onChoose: (day: BusinessDay) => void };

/** One day back, one day on, or any of the last days with how it stands. */
export function DaySwitcher({ day, today, days, onChoose }: Props) {
	const { text, format } = useMessages();
	const [open, setOpen] = useState(false);
	const unsealed = days.find((item) => item.day < day && item.salesCount > 0 && item.z === null);
	const choose = (chosen: BusinessDay) => {
		setOpen(false);
		onChoose(chosen);
	};
	return (
		<div className="day__switch">
			<button type="button" className="btn btn--quiet" aria-label={text.day.previous} onClick={() => onChoose(addDays(day, -1))}>
				<ChevronLeft className="i" aria-hidden="true" />
			</button>
			<button type="button" className="btn btn--quiet day__switch-day" aria-haspopup="dialog" onClick={() => setOpen(true)}>
				<span className="sr">{text.day.choose}: </span>
				{format.day(day)}
				<ChevronDown className="i i--s" aria-hidden="true" />
			</button>
			<button type="button" className="btn btn--quiet" aria-label={text.day.next} disabled={day >= today} onClick={() => onChoose(addDays(day, 1))}>
				<ChevronRight className="i" aria-hidden="true" />
			</button>
			{unsealed && (
				<button type="button" className="btn btn--quiet day__unsealed" onClick={() => onChoose(unsealed.day)}>
					{text.day.unsealedBefore(format.day(unsealed.day))}
				</button>
			)}
			<Sheet open={open} onClose={() => setOpen(false)} title={text.day.daysTitle} closeLabel={text.common.close}>
				<ul className="card">
					{days.map((item) => (
						<li key={item.day}>
							<button type="button" className="row day__choice" aria-current={item.day === day ? 'true' : undefined} onClick={() => choose(item.day)}>
								<span className="grow">
									<b>{format.day(item.day)}</b>
									<span className="cap2 day__choice-state">
										<DayState item={item} running={item.day === today} />
									</span>
								</span>
								{item.salesCount > 0 && <MoneyText minor={item.ledgerMinor} />}
							</button>
						</li>
					))}
				</ul>
			</Sheet>
		</div>
	);
}

function DayState({ item, running }: { readonly item: DayListItem; readonly running: boolean }) {
	const { text, format } = useMessages();
	const state =
		item.z !== null ? text.day.sealedAs(zNumber(item.z)) : running ? text.day.running : item.salesCount === 0 ? text.day.noSales : text.day.notSealed;
	return (
		<>
			<span>{state}</span>
			{item.gapCount > 0 && (
				<span className="mark is-gap b">
					<Glyph name="noTerminal" />
					{text.day.openCount(format.count(item.gapCount))}
				</span>
			)}
		</>
	);
}
