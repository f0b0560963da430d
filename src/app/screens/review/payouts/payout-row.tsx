import { ChevronDown } from 'lucide-react';
import { Link } from 'wouter';
import type { Payout, PayoutState } from '../../../../domain/settlement/outcome.ts';
import type { ListedPayout } from '../../../../storage/queries/payout-list.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { Glyph } from '../../../ui/glyph.tsx';
import { MoneyText } from '../../../ui/money-text.tsx';
import { PayoutHalves } from '../../../ui/payout/payout-halves.tsx';
import { payoutName } from '../../../ui/payout/payout-words.ts';

type Props = { readonly listed: ListedPayout; readonly open: boolean; readonly onToggle: () => void };

const LOOKS = {
	received: { glyph: 'joined', tone: 'is-match' },
	short: { glyph: 'short', tone: 'is-gap' },
	over: { glyph: 'short', tone: 'is-gap' },
	missing: { glyph: 'noTerminal', tone: 'is-gap' },
	awaiting: { glyph: 'wait', tone: 'is-wait' },
	not_covered: { glyph: 'wait', tone: 'is-wait' },
	in_balance: { glyph: 'wait', tone: 'is-wait' },
} as const satisfies Record<PayoutState, { readonly glyph: string; readonly tone: string }>;

/** One payout in figures; opened, with its bridge, the bank's lines and the reasons. */
export function PayoutRow({ listed: { payout, discrepancy }, open, onToggle }: Props) {
	const messages = useMessages();
	const { text, format } = messages;
	const words = text.payouts;
	const { bridge, currency, state, batches } = payout;
	const payments = batches.reduce((sum, { count }) => sum + count, 0);
	const look = LOOKS[state];
	return (
		<li className={`payouts__item${open ? ' is-open' : ''}`} data-state={state}>
			<button type="button" className="payouts__row" aria-expanded={open} onClick={onToggle}>
				<span className="payouts__name">
					<b>{payoutName(messages, payout)}</b>
					<span className="cap2">
						{batches.length > 1 && `${words.more(format.count(batches.length))} · `}
						{words.payments(format.count(payments))}
					</span>
				</span>
				<Figure name={words.bridge.gross} minor={bridge.grossMinor} currency={currency} />
				<Figure name={words.bridge.refunds} minor={-bridge.refundsMinor} currency={currency} />
				<Figure name={words.bridge.fees} minor={-bridge.feesMinor} currency={currency} />
				<Figure name={words.bridge.adjustments} minor={-bridge.adjustmentsMinor} currency={currency} />
				<Figure name={words.bridge.net} minor={bridge.netMinor} currency={currency} strong />
				<Came payout={payout} />
				<span className={`mark b payouts__state ${look.tone}`}>
					<Glyph name={look.glyph} />
					{words.state[state]}
					<ChevronDown className="i i--s payouts__arrow" aria-hidden="true" />
				</span>
			</button>
			{open && (
				<div className="payouts__detail">
					<PayoutHalves payout={payout} />
					{discrepancy !== null && (
						<Link className="btn btn--go" href={`/queue?id=${encodeURIComponent(discrepancy)}`}>
							{words.toQueue}
						</Link>
					)}
				</div>
			)}
		</li>
	);
}

type FigureProps = { readonly name: string; readonly minor: number; readonly currency: string; readonly strong?: boolean };

/** Nothing is shown as a dash, so that what there is stands out. */
function Figure({ name, minor, currency, strong = false }: FigureProps) {
	return (
		<span className={`payouts__figure${strong ? ' b' : ' payouts__figure--step'}`}>
			<span className="sr">{name} </span>
			{minor === 0 ? '–' : <MoneyText minor={minor} currency={currency} />}
		</span>
	);
}

function Came({ payout: { lines, creditedMinor, currency, state } }: { readonly payout: Payout }) {
	const { text } = useMessages();
	return (
		<span className="payouts__figure payouts__figure--came">
			<span className="sr">{text.payouts.bridge.credited} </span>
			{lines.length === 0 ? '–' : <MoneyText minor={creditedMinor} currency={currency} gap={state === 'short' || state === 'over'} />}
		</span>
	);
}
