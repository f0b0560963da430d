import { Download, Printer } from 'lucide-react';
import { useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { Link } from 'wouter';
import { dayTables } from '../../../storage/queries/day/day-tables.ts';
import type { DayView, TenderLine } from '../../../storage/queries/day/day-view.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { useServices } from '../../shell/services.ts';
import { download } from '../../ui/download.ts';
import { dayCsv, dayJson } from './export-day.ts';
import './print/day-print.css';
import { ReportA4 } from './print/report-a4.tsx';
import { ReportSlip } from './print/report-slip.tsx';

type Props = { readonly view: DayView; readonly lines: readonly TenderLine[]; readonly title: string };
type Paper = 'a4' | 'slip';

/** Print on A4 or on the till's 80 mm roll, and files for a spreadsheet or a program. */
export function DayOutputs({ view, lines, title }: Props) {
	const { text } = useMessages();
	const { db, ports, shop, mode } = useServices();
	const [paper, setPaper] = useState<Paper>('a4');
	const print = (chosen: Paper) => {
		flushSync(() => setPaper(chosen));
		window.print();
	};
	const name = `counterfoil-${view.day}`;
	const exportTable = async (which: 'sales' | 'receipts') => {
		const tables = await dayTables(db, view.day);
		download(`${name}-${which}.csv`, 'text/csv;charset=utf-8', tables[which]);
	};
	const report = { view, lines, title, shop, practice: mode === 'practice', printedAt: ports.clock.now().at };
	return (
		<div className="day__outputs no-print">
			{view.close === null && (
				<Link className="btn" href={`/review?day=${view.day}`}>
					{text.day.forOwner}
				</Link>
			)}
			<button type="button" className="btn" onClick={() => print('a4')}>
				<Printer className="i i--s" aria-hidden="true" />
				{text.day.printA4}
			</button>
			<button type="button" className="btn" onClick={() => print('slip')}>
				<Printer className="i i--s" aria-hidden="true" />
				{text.day.printSlip}
			</button>
			<button type="button" className="btn" onClick={() => download(`${name}.csv`, 'text/csv;charset=utf-8', dayCsv(view, lines, text))}>
				<Download className="i i--s" aria-hidden="true" />
				{text.day.exportCsv}
			</button>
			<button type="button" className="btn" onClick={() => download(`${name}.json`, 'application/json', dayJson(view, lines))}>
				<Download className="i i--s" aria-hidden="true" />
				{text.day.exportJson}
			</button>
			<button type="button" className="btn" onClick={() => void exportTable('sales')}>
				<Download className="i i--s" aria-hidden="true" />
				{text.day.exportSales}
			</button>
			<button type="button" className="btn" onClick={() => void exportTable('receipts')}>
				<Download className="i i--s" aria-hidden="true" />
				{text.day.exportReceipts}
			</button>
			{createPortal(<div className="dayprint">{paper === 'a4' ? <ReportA4 {...report} /> : <ReportSlip {...report} />}</div>, document.body)}
		</div>
	);
}
