import type { CaseView } from '../../../storage/queries/cases.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { EmptyHalf, FactList, SideLabel } from '../../ui/half-card.tsx';
import { receiptFacts, saleFacts } from '../../ui/half-facts.ts';
import { MoneyText } from '../../ui/money-text.tsx';

/** Both records side by side, what differs marked. */
export function CaseFacts({ view: { sales, receipts, case: found } }: { readonly view: CaseView }) {
	const messages = useMessages();
	const { text } = messages;
	const [sale] = sales;
	const [receipt] = receipts;
	const differs = sale !== undefined && receipt !== undefined && sale.amountMinor !== receipt.amountMinor;
	return (
		<section>
			<h2 className="h3 case-facts__title">{text.cases.facts}</h2>
			<div className={`pair${differs ? ' is-off' : ''}`} data-testid="case-facts">
				{sale ? (
					<div className="half half--ours case-half">
						<SideLabel side="ours" />
						<MoneyText minor={sale.amountMinor} currency={sale.currency} />
						<FactList facts={saleFacts(messages, sale, receipt ?? null)} />
					</div>
				) : (
					<EmptyHalf className="case-half">{text.cases.noRecord.ours}</EmptyHalf>
				)}
				{receipt ? (
					<div className="half half--theirs case-half">
						<SideLabel side="theirs" leg={receipt.leg} />
						<MoneyText minor={receipt.amountMinor} currency={receipt.currency} gap={differs} />
						<FactList facts={receiptFacts(messages, receipt, sale ?? null)} />
					</div>
				) : (
					<EmptyHalf className="case-half">{text.cases.noRecord.theirs}</EmptyHalf>
				)}
			</div>
			{found.discrepancy.receipts.length > 1 && <p className="cap2">{text.queue.many(messages.format.count(found.discrepancy.receipts.length))}</p>}
		</section>
	);
}
