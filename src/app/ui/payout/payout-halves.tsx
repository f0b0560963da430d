import { Building2, Landmark } from 'lucide-react';
import type { Bridge, Payout } from '../../../domain/settlement/outcome.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { MoneyText } from '../money-text.tsx';
import './payout.css';
import { payoutReason } from './payout-words.ts';

/** What the provider should send on the left, with how it comes about; what the bank has on the right. */
export function PayoutHalves({ payout }: { readonly payout: Payout }) {
	const messages = useMessages();
	const { text } = messages;
	const words = text.payouts;
	const off = payout.state === 'short' || payout.state === 'over';
	const reasons = payout.evidence.map((one) => payoutReason(messages, one, payout.currency)).filter((reason) => reason !== '');
	return (
		<>
			<div className={`pair pair--auto payout-pair${off ? ' is-off' : payout.state === 'received' ? ' is-joined' : ''}`}>
				<div className="half half--ours payout-half">
					<span className="side">
						<Building2 className="i i--s" aria-hidden="true" />
						{words.provider}
					</span>
					<MoneyText minor={payout.bridge.netMinor} currency={payout.currency} size="big" />
					<PayoutBridge bridge={payout.bridge} currency={payout.currency} />
				</div>
				{off && <b className="seam">{`${words.bridge.difference} ${messages.format.money(Math.abs(payout.differenceMinor), payout.currency)}`}</b>}
				{payout.lines.length > 0 ? <BankHalf payout={payout} off={off} /> : <BankSlot payout={payout} />}
			</div>
			{reasons.length > 0 && <p className="payout-why cap2">{reasons.join(text.payouts.joiner)}</p>}
		</>
	);
}

/** Taken, less refunds, fees and adjustments, is what is to come. Lines of nothing are left out. */
export function PayoutBridge({ bridge, currency }: { readonly bridge: Bridge; readonly currency: string }) {
	const { text } = useMessages();
	const words = text.payouts.bridge;
	const steps = [
		{ name: words.gross, minor: bridge.grossMinor, always: true },
		{ name: words.refunds, minor: -bridge.refundsMinor, always: false },
		{ name: words.fees, minor: -bridge.feesMinor, always: true },
		{ name: words.adjustments, minor: -bridge.adjustmentsMinor, always: false },
	].filter(({ minor, always }) => always || minor !== 0);
	return (
		<dl className="payout-bridge" aria-label={text.payouts.bridgeLabel}>
			{steps.map(({ name, minor }) => (
				<div key={name}>
					<dt>{name}</dt>
					<dd>
						<MoneyText minor={minor} currency={currency} />
					</dd>
				</div>
			))}
			<div className="payout-bridge__net">
				<dt>{words.net}</dt>
				<dd>
					<MoneyText minor={bridge.netMinor} currency={currency} />
				</dd>
			</div>
		</dl>
	);
}

function BankHalf({ payout, off }: { readonly payout: Payout; readonly off: boolean }) {
	const { text, format } = useMessages();
	return (
		<div className="half half--theirs payout-half">
			<span className="side">
				<Landmark className="i i--s" aria-hidden="true" />
				{text.payouts.bank}
			</span>
			<MoneyText minor={payout.creditedMinor} currency={payout.currency} size="big" gap={off} />
			<ul className="payout-lines">
				{payout.lines.map((line) => (
					<li key={line.id}>
						<b>{format.day(line.bookedOn)}</b>
						{payout.lines.length > 1 && <MoneyText minor={line.amountMinor} currency={payout.currency} />}
						<span>{line.counterparty ?? text.payouts.unnamed}</span>
						{line.text !== '' && <span className="cap2">{line.text}</span>}
					</li>
				))}
			</ul>
		</div>
	);
}

function BankSlot({ payout: { state, dueAt, offset } }: { readonly payout: Payout }) {
	const { text, format } = useMessages();
	const words = text.payouts;
	const title =
		{ missing: words.nothing, awaiting: words.notDue, not_covered: words.notCovered, in_balance: words.inBalance }[state as 'missing'] ?? words.nothing;
	const when = format.moment(dueAt, offset);
	return (
		<div className={`slot payout-half${state === 'missing' ? '' : ' slot--wait'}`}>
			<span>
				{title}
				{state !== 'in_balance' && state !== 'received' && <small>{state === 'awaiting' ? words.dueAt(when) : words.dueWas(when)}</small>}
			</span>
		</div>
	);
}
