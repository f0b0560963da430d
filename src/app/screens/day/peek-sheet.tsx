import type { DayView } from '../../../storage/queries/day-view.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { useServices } from '../../shell/services.ts';
import { DayTicket } from '../../ui/day-ticket.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { DayWork } from './day-head.tsx';

/** X: the figures as they stand, looked at and nothing more. Cash stays hidden until it is counted. */
export function PeekSheet({ view, open, onClose }: { readonly view: DayView; readonly open: boolean; readonly onClose: () => void }) {
	const { text, format } = useMessages();
	const { ports } = useServices();
	const now = ports.clock.now();
	return (
		<Sheet open={open} onClose={onClose} title={text.day.peekTitle} closeLabel={text.common.close} className="day__peek">
			<p className="cap2">{text.day.peekText(format.clock(now.at, view.offset))}</p>
			<DayTicket lines={view.tenders} currency={view.currency} offset={view.offset} cashLocked={view.cash.count === null} marked={false} />
			<DayWork view={view} />
		</Sheet>
	);
}
