import { Building2, FileText } from 'lucide-react';
import type { Currency, Minor } from '../../../domain/money.ts';
import type { FeeFigures } from '../../../domain/settlement/fees/fee-findings.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { MoneyText } from '../money-text.tsx';
import './payout.css';
import { feeRateText } from './fee-words.ts';

type Props = { readonly fee: FeeFigures; readonly amountMinor: Minor; readonly currency: Currency; readonly count: number };

/** What the contract says should have been charged on the left, with its rule; what was charged on the right. */
export function FeeHalves({ fee, amountMinor, currency, count }: Props) {
	const messages = useMessages();
	const { text, format } = messages;
	const words = text.payouts.fee;
	const { expectedMinor, chargedMinor, grossMinor, rule } = fee;
	const { form, value } = text.sources;
	return (
		<div className="pair pair--auto payout-pair is-off">
			<div className="half half--ours payout-half">
				<span className="side">
					<FileText className="i i--s" aria-hidden="true" />
					{words.expected}
				</span>
				<MoneyText minor={expectedMinor} currency={currency} size="big" />
				<span>{feeRateText(messages, rule, currency)}</span>
				<span className="cap2">{rule.per === 'batch' ? value.perBatch : value.rounded(form.roundings[rule.rounding])}</span>
			</div>
			<b className="seam">{`${text.payouts.bridge.difference} ${format.money(amountMinor, currency)}`}</b>
			<div className="half half--theirs payout-half">
				<span className="side">
					<Building2 className="i i--s" aria-hidden="true" />
					{words.charged}
				</span>
				<MoneyText minor={chargedMinor} currency={currency} size="big" gap />
				<span>{words.of(text.payouts.payments(format.count(count)), format.money(grossMinor, currency))}</span>
				{amountMinor !== Math.abs(chargedMinor - expectedMinor) && <span className="cap2">{words.bothWays}</span>}
			</div>
		</div>
	);
}
