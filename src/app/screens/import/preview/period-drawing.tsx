import type { BillReading } from '../../../../domain/receipts/reading.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { periodBar, periodText } from '../period.ts';

/** The period in words, and for a single day as a strip of 24 hours: solid where the bill covers, dotted where it does not. */
export function PeriodDrawing({ bill }: { readonly bill: BillReading }) {
	const { text, format } = useMessages();
	const words = text.importing.preview;
	if (!bill.coverage) return <p className="b">{words.noPeriod}</p>;
	const period = periodText(bill.coverage, bill.offset, format);
	const bar = periodBar(bill.coverage, bill.offset);
	return (
		<div className="import__period">
			<b>{words.covers(period)}</b>
			{bar && (
				<>
					<svg className="import__bar" viewBox="0 0 1000 30" preserveAspectRatio="none" role="img" aria-label={words.coversLabel(period)}>
						<rect className="import__rest" x="1" y="3" width="998" height="24" rx="4" />
						<rect className="import__covered" x={bar.from + 1} y="3" width={Math.max(4, bar.to - bar.from - 2)} height="24" rx="4" />
					</svg>
					<span className="import__hours" aria-hidden="true">
						<span>00:00</span>
						<span>12:00</span>
						<span>24:00</span>
					</span>
				</>
			)}
		</div>
	);
}
