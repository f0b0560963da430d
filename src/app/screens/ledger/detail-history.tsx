import { DAY_MS, type Instant, MINUTE_MS, type OffsetMinutes } from '../../../domain/time.ts';
import type { SaleDetail } from '../../../storage/queries/ledger/ledger-sale.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { stepText } from './history-text.ts';

/** Everything that happened to this record, oldest first. Entries are only added, so this is all of it. */
export function DetailHistory({ detail: { sale, history } }: { readonly detail: SaleDetail }) {
	const messages = useMessages();
	const { text, format } = messages;
	const saleDate = dateOf(sale.at, sale.offset);
	const dated = history.some((step) => dateOf(step.at, step.offset) !== saleDate);
	return (
		<section className="ledger__history" aria-labelledby="ledger-history">
			<h3 className="h3" id="ledger-history">
				{text.ledger.history}
			</h3>
			<ol className={dated ? 'is-dated' : undefined}>
				{history.map((step) => {
					const { title, detail } = stepText(step, sale.id, messages);
					return (
						<li className="ledger__step" key={step.key}>
							<span className="ledger__dot" aria-hidden="true" />
							<span className="cap">
								{dateOf(step.at, step.offset) === saleDate ? format.clock(step.at, step.offset) : format.moment(step.at, step.offset)}
							</span>
							<span>
								<b>{title}</b>
								{detail !== '' && <span className="cap2 id">{detail}</span>}
							</span>
						</li>
					);
				})}
			</ol>
		</section>
	);
}

/** The calendar day on the clock that was shown, as a number. */
function dateOf(at: Instant, offset: OffsetMinutes): number {
	return Math.floor((at + offset * MINUTE_MS) / DAY_MS);
}
