import { ChevronDown } from 'lucide-react';
import type { Currency } from '../../../domain/money.ts';
import { useMessages } from '../../messages/messages-context.ts';
import type { NextKind } from '../../state/till.ts';
import { type AmountEntry, shownAmount, shownChain, totalOf } from './amount-entry.ts';

type Props = {
	readonly entry: AmountEntry;
	readonly currency: Currency;
	readonly number: number;
	readonly next: NextKind;
	readonly note: string | null;
	readonly onChooseKind: () => void;
};

/** The stub being written: what was typed stands bold, what it implies thin; behind its torn edge waits the receipt. */
export function AmountTicket({ entry, currency, number, next, note, onChooseKind }: Props) {
	const { text, format } = useMessages();
	const shown = shownAmount(entry, currency);
	const chain = shownChain(entry, currency);
	const kind = next.kind === 'refund' ? 'refund' : next.state;
	return (
		<section className="write pair" aria-label={text.sell.amountLabel}>
			<div className="half half--ours">
				<div className="write__top">
					<span className="cap2 b write__no">{text.sell.stub(format.count(number))}</span>
					<button
						type="button"
						className={`btn btn--quiet write__kind${kind === 'paid_confirmed' ? '' : ' is-other'}`}
						aria-haspopup="dialog"
						onClick={onChooseKind}
						data-kind={kind}
					>
						<span className="sr">{text.sell.nextKind} </span>
						{text.sell.kinds[kind]}
						<ChevronDown className="i i--s" aria-hidden="true" />
					</button>
					<span className="write__chain grow num">
						{chain
							.slice(-4, -1)
							.map((part) => `${part} + `)
							.join('')}
						<b>{chain.at(-1)}</b>
					</span>
				</div>
				<div className="write__amount">
					{note && (
						<p className="cap2 write__note" role="status">
							{note}
						</p>
					)}
					<output className="amt amt--hero" data-testid="amount" data-minor={totalOf(entry, currency)} aria-live="off">
						{next.kind === 'refund' && '−'}
						<i className="cur">{format.sign(currency)}</i>
						{shown.typed}
						<span className="meant">{shown.meant}</span>
					</output>
				</div>
			</div>
			<div className="slot slot--wait" aria-hidden="true">
				{text.sell.receipt}
			</div>
		</section>
	);
}
