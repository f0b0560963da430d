import type { Payout } from '../../../../domain/settlement/outcome.ts';
import type { ListedPayout } from '../../../../storage/queries/payout-list.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { MoneyText } from '../../../ui/money-text.tsx';

/** What the payouts come to, for each currency: due, credited, and how much of it differs. */
export function PayoutSums({ payouts }: { readonly payouts: readonly ListedPayout[] }) {
	const { text } = useMessages();
	const words = text.payouts.sums;
	const currencies = [...new Set(payouts.map(({ payout }) => payout.currency))].sort();
	return (
		<>
			{currencies.map((currency) => {
				const own = payouts.map(({ payout }) => payout).filter((payout) => payout.currency === currency);
				const sums = [
					{ name: words.due, minor: sumOf(own, ({ bridge, state }) => (state === 'in_balance' ? 0 : bridge.netMinor)), gap: false },
					{ name: words.credited, minor: sumOf(own, ({ creditedMinor }) => creditedMinor), gap: false },
					{ name: words.trouble, minor: sumOf(own, differing), gap: true },
				];
				return (
					<dl key={currency} className="payouts__sums card">
						{sums.map(({ name, minor, gap }) => (
							<div key={name}>
								<dt className="cap2">{name}</dt>
								<dd>
									<MoneyText minor={minor} currency={currency} size="card" gap={gap && minor !== 0} />
								</dd>
							</div>
						))}
					</dl>
				);
			})}
		</>
	);
}

/** Short and over add up: neither makes the other right. */
function differing({ state, bridge, differenceMinor }: Payout): number {
	if (state === 'missing') return bridge.netMinor;
	return state === 'short' || state === 'over' ? Math.abs(differenceMinor) : 0;
}

function sumOf(payouts: readonly Payout[], figure: (payout: Payout) => number): number {
	return payouts.reduce((sum, payout) => sum + figure(payout), 0);
}
