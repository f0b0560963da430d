import type { Currency } from '../../domain/money.ts';
import type { Figure } from '../../storage/queries/day/day-view.ts';
import { useMessages } from '../messages/messages-context.ts';
import { Glyph } from './glyph.tsx';
import { MoneyText } from './money-text.tsx';

type Props = { readonly figure: Figure; readonly currency: Currency; readonly cash?: boolean };

/** How theirs differs from ours: even, short, over, awaiting; each that applies on a line of its own, never added up. */
export function DifferenceMark({ figure, currency, cash = false }: Props) {
	const { text, format } = useMessages();
	if (figure.receiptsMinor === null) return <span className="cap">—</span>;
	const { shortMinor, overMinor, awaitingCount } = figure;
	if (shortMinor === 0 && overMinor === 0 && awaitingCount === 0) {
		return (
			<span className="mark is-match b">
				<Glyph name={cash ? 'cash' : 'joined'} />
				{text.day.even}
			</span>
		);
	}
	return (
		<span className="diff">
			{shortMinor > 0 && (
				<span className="diff__line">
					<Glyph name={cash ? 'cash' : 'noTerminal'} className="is-gap" />
					<span className="sr">{cash ? text.day.cashShort : text.common.short}</span>
					<MoneyText minor={-shortMinor} currency={currency} gap />
				</span>
			)}
			{overMinor > 0 && (
				<span className="diff__line">
					<Glyph name={cash ? 'cash' : 'noLedger'} className="is-gap" />
					<span className="sr">{cash ? text.day.cashOver : text.common.over}</span>
					<MoneyText minor={overMinor} currency={currency} gap signed />
				</span>
			)}
			{awaitingCount > 0 && (
				<span className="diff__line is-wait">
					<Glyph name="wait" />
					<span className="cap2">{text.day.awaitingCount(format.count(awaitingCount))}</span>
				</span>
			)}
		</span>
	);
}
