import { ChevronLeft, ChevronRight } from 'lucide-react';
import { addDays, type BusinessDay } from '../../../domain/time.ts';
import { useMessages } from '../../messages/messages-context.ts';

type Props = { readonly day: BusinessDay; readonly today: BusinessDay; readonly onChoose: (day: BusinessDay) => void };

/** One day back or on; where there is room the list of days stands beside it. */
export function ReviewSwitch({ day, today, onChoose }: Props) {
	const { text, format } = useMessages();
	return (
		<div className="review__switch">
			<button type="button" className="btn btn--quiet" aria-label={text.day.previous} onClick={() => onChoose(addDays(day, -1))}>
				<ChevronLeft className="i" aria-hidden="true" />
			</button>
			<h2 className="h2">{format.day(day)}</h2>
			<button type="button" className="btn btn--quiet" aria-label={text.day.next} disabled={day >= today} onClick={() => onChoose(addDays(day, 1))}>
				<ChevronRight className="i" aria-hidden="true" />
			</button>
		</div>
	);
}
