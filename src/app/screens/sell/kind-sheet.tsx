import { SALE_STATES } from '../../../domain/ledger/sale.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { type NextKind, PAID } from '../../state/till.ts';
import { Sheet } from '../../ui/sheet.tsx';

type Props = { readonly open: boolean; readonly next: NextKind; readonly onChoose: (next: NextKind) => void; readonly onClose: () => void };

/** What the next tap records, where it is not an ordinary paid sale. It falls back to that after each tap. */
export function KindSheet({ open, next, onChoose, onClose }: Props) {
	const { text } = useMessages();
	const choices: readonly { readonly name: keyof typeof text.sell.kinds; readonly next: NextKind }[] = [
		...SALE_STATES.map((state) => ({ name: state, next: state === 'paid_confirmed' ? PAID : ({ kind: 'sale', state } as const) })),
		{ name: 'refund', next: { kind: 'refund', of: null } },
	];
	const current = next.kind === 'refund' ? 'refund' : next.state;
	return (
		<Sheet open={open} onClose={onClose} title={text.sell.nextKind} closeLabel={text.common.close}>
			<div className="sell__choices">
				{choices.map((choice) => (
					<button
						key={choice.name}
						type="button"
						className="btn btn--big btn--wide sell__choice"
						aria-pressed={choice.name === current}
						onClick={() => onChoose(choice.next)}
					>
						<b>{text.sell.kinds[choice.name]}</b>
						<span className="cap2">{text.panels.kindHints[choice.name]}</span>
					</button>
				))}
			</div>
		</Sheet>
	);
}
