import { Download, Printer, Stamp } from 'lucide-react';
import { Link } from 'wouter';
import type { ReviewView } from '../../../storage/queries/day/review-view.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { download } from '../../ui/download.ts';
import { reviewCsv, reviewJson } from './export-review.ts';

/** On paper, as files, and over to the day close. */
export function ReviewOutputs({ review }: { readonly review: ReviewView }) {
	const { text } = useMessages();
	const name = `counterfoil-review-${review.day.day}`;
	return (
		<div className="review__outputs no-print">
			<Link className="btn" href={`/day?day=${review.day.day}`}>
				<Stamp className="i i--s" aria-hidden="true" />
				{text.review.toDay}
			</Link>
			<button type="button" className="btn" onClick={() => window.print()}>
				<Printer className="i i--s" aria-hidden="true" />
				{text.review.printPage}
			</button>
			<button type="button" className="btn" onClick={() => download(`${name}.csv`, 'text/csv;charset=utf-8', reviewCsv(review, text))}>
				<Download className="i i--s" aria-hidden="true" />
				{text.review.exportCsv}
			</button>
			<button type="button" className="btn" onClick={() => download(`${name}.json`, 'application/json', reviewJson(review))}>
				<Download className="i i--s" aria-hidden="true" />
				{text.review.exportJson}
			</button>
		</div>
	);
}
