import type { Currency, Minor } from '../../domain/money.ts';
import { useMessages } from '../messages/messages-context.ts';

type Props = {
	readonly minor: Minor;
	readonly currency?: Currency | undefined;
	readonly size?: 'row' | 'card' | 'big' | 'hero';
	readonly gap?: boolean;
	readonly signed?: boolean;
};

/** An amount: the currency's sign steps back, the digits never do; never cut, wrapped or abbreviated. */
export function MoneyText({ minor, currency, size = 'row', gap = false, signed = false }: Props) {
	const { format } = useMessages();
	const sign = minor < 0 ? '−' : signed && minor > 0 ? '+' : '';
	return (
		<span className={`amt amt--${size}${gap ? ' amt--gap' : ''}`}>
			{sign}
			<i className="cur">{format.sign(currency)}</i>
			{format.digits(minor, currency)}
		</span>
	);
}
