import { Equal, Minus } from 'lucide-react';
import { Link } from 'wouter';
import type { Leg } from '../../../domain/receipts/receipt.ts';
import { type Instant, zoneOffset } from '../../../domain/time.ts';
import type { Side } from '../../../storage/queries/match/equation.ts';
import type { MatchDay } from '../../../storage/queries/match/match-day.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { useServices } from '../../shell/services.ts';
import { SideLabel } from '../../ui/half-card.tsx';
import { MoneyText } from '../../ui/money-text.tsx';

type Props = { readonly view: MatchDay; readonly side: 'short' | 'over' | null; readonly onSide: (side: 'short' | 'over') => void };

/** Ours minus theirs, as two differences on two lines; each of the four opens what it is made of. */
export function MatchEquation({ view, side, onSide }: Props) {
	const { text, format } = useMessages();
	const { shop } = useServices();
	const { equation, cash, coveredTo, day } = view;
	const covered = (at: Instant) => format.moment(at, zoneOffset(shop.zone, at));
	return (
		<section className="match-eq" aria-label={text.match.equationLabel}>
			<Link className="half half--ours match-eq__half" href={`/ledger?day=${day}`}>
				<EquationSide side="ours" leg={view.leg} sum={equation.ours} currency={shop.currency} />
				<span className="cap match-eq__note">{cash.count > 0 ? text.match.cash(format.count(cash.count)) : ''}</span>
			</Link>
			<span className="match-eq__op">
				<Minus className="i" aria-hidden="true" />
				<span className="sr">{text.match.minus}</span>
			</span>
			<Link className="half half--theirs match-eq__half" href="/import">
				<EquationSide side="theirs" leg={view.leg} sum={equation.theirs} currency={shop.currency} />
				<span className="cap match-eq__note">{coveredTo === null ? text.match.noBill : text.match.coveredTo(covered(coveredTo))}</span>
			</Link>
			<span className="match-eq__op match-eq__op--equals">
				<Equal className="i" aria-hidden="true" />
				<span className="sr">{text.match.equals}</span>
			</span>
			<div className="match-eq__diff">
				<Difference which="short" sum={equation.short} currency={shop.currency} on={side === 'short'} onSide={onSide} />
				<Difference which="over" sum={equation.over} currency={shop.currency} on={side === 'over'} onSide={onSide} />
			</div>
		</section>
	);
}

type SideProps = { readonly side: 'ours' | 'theirs'; readonly leg: Leg; readonly sum: Side; readonly currency: string };

function EquationSide({ side, leg, sum, currency }: SideProps) {
	const { text, format } = useMessages();
	return (
		<>
			<span className="match-eq__side">
				<SideLabel side={side} leg={leg} />
				<b className="nb">{text.common.sales(format.count(sum.count))}</b>
			</span>
			<MoneyText minor={sum.minor} currency={currency} />
		</>
	);
}

type DifferenceProps = {
	readonly which: 'short' | 'over';
	readonly sum: Side;
	readonly currency: string;
	readonly on: boolean;
	readonly onSide: Props['onSide'];
};

function Difference({ which, sum, currency, on, onSide }: DifferenceProps) {
	const { text, format } = useMessages();
	const gap = which === 'short' && sum.minor > 0;
	return (
		<button type="button" className="match-eq__line" aria-pressed={on} onClick={() => onSide(which)} data-testid={`match-${which}`} data-minor={sum.minor}>
			<b className={gap ? 'is-gap' : undefined}>{text.match[which]}</b>
			<MoneyText minor={sum.minor} currency={currency} gap={gap} />
			<span className="cap2">{text.match.count(format.count(sum.count))}</span>
		</button>
	);
}
