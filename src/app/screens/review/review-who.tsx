import { Link } from 'wouter';
import type { ReviewView } from '../../../storage/queries/day/review-view.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { DifferenceMark } from '../../ui/difference-mark.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import { terminalName } from '../../ui/terminal-name.ts';

/** Terminals against their receipts; cashiers are compared only where there is enough to compare. */
export function ReviewWho({ review }: { readonly review: ReviewView }) {
	const { text, format } = useMessages();
	const { day, cashiers } = review;
	const compared = cashiers.filter((row) => row.comparable).length > 1;
	return (
		<>
			<section className="review__sec" aria-labelledby="review-terminals">
				<h3 className="h3" id="review-terminals">
					{text.review.terminalsTitle}
				</h3>
				{day.terminals.length === 0 ? (
					<p className="cap2">{text.day.terminalEmpty}</p>
				) : (
					<ul className="review__who">
						{day.terminals.map((line) => (
							<li key={line.terminalId ?? ''}>
								<Link className="review__who-row" href={`/ledger?day=${day.day}`}>
									<b className="grow">{terminalName(line.name, text)}</b>
									<span className="cap2">{text.common.sales(format.count(line.salesCount))}</span>
									<MoneyText minor={line.ledgerMinor} currency={day.currency} />
									<span className="review__who-diff">
										<DifferenceMark figure={line} currency={day.currency} />
									</span>
								</Link>
							</li>
						))}
					</ul>
				)}
			</section>
			<section className="review__sec" aria-labelledby="review-cashiers">
				<h3 className="h3" id="review-cashiers">
					{text.review.cashiersTitle}
					{!compared && cashiers.length > 0 && <span className="cap">{text.review.tooFew}</span>}
				</h3>
				<ul className="review__who">
					{cashiers.map((row) => (
						<li key={row.name ?? ''}>
							<Link className="review__who-row" href={`/ledger?day=${day.day}`}>
								<b className="grow">{row.name || text.review.nobody}</b>
								<span className="cap2">{text.common.sales(format.count(row.salesCount))}</span>
								<MoneyText minor={row.salesMinor} currency={day.currency} />
								{compared && row.comparable && <span className="review__who-diff cap2">{text.review.gaps(format.count(row.gaps))}</span>}
							</Link>
						</li>
					))}
				</ul>
			</section>
		</>
	);
}
