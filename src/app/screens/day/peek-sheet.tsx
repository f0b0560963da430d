import { useEffect, useState } from 'react';
import { type XReport, xReport } from '../../../commands/end-of-day/x-report.ts';
import type { DayView } from '../../../storage/queries/day/day-view.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { useServices } from '../../shell/services.ts';
import { DayTicket } from '../../ui/day-ticket.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useCommand } from '../../ui/use-command.ts';
import { DayWork } from './day-head.tsx';
import { sealedLines } from './sealed-lines.ts';

/** X: the figures as they stand at this moment, looked at and nothing more. Cash stays hidden until it is counted. */
export function PeekSheet({ view, open, onClose }: { readonly view: DayView; readonly open: boolean; readonly onClose: () => void }) {
	const { text } = useMessages();
	return (
		<Sheet open={open} onClose={onClose} title={text.day.peekTitle} closeLabel={text.common.close} className="day__peek">
			<Peek view={view} />
		</Sheet>
	);
}

function Peek({ view }: { readonly view: DayView }) {
	const { text, format } = useMessages();
	const { ports } = useServices();
	const { run, problem } = useCommand();
	const [report, setReport] = useState<XReport | null>(null);
	const { day } = view;
	useEffect(() => {
		void run(() => xReport(ports, { day })).then((taken) => taken && setReport(taken));
	}, [run, ports, day]);
	if (problem) return <ProblemNote problem={problem} />;
	if (!report) return null;
	return (
		<>
			<p className="cap2">{text.day.peekText(format.clock(report.taken.at, report.taken.offset))}</p>
			<DayTicket
				lines={sealedLines(report.figures.totals, view.tenders)}
				currency={view.currency}
				offset={view.offset}
				cashLocked={report.cash === null}
				marked={false}
			/>
			<DayWork view={view} />
		</>
	);
}
