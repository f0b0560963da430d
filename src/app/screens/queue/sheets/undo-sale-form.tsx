import { reverseSale } from '../../../../commands/ledger/reverse-sale.ts';
import { problem } from '../../../../domain/problems.ts';
import { fail, ok } from '../../../../domain/result.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { useServices } from '../../../shell/services.ts';
import { SaleHalf } from '../../../ui/half-card.tsx';
import type { FormProps } from '../form-props.ts';

/** Our sale goes the way the terminal's went. A reversal is final, so that it is shown once more before. */
export function UndoSaleForm({ detail, money, busy, submit }: FormProps) {
	const { text } = useMessages();
	const { ports } = useServices();
	const [sale] = detail.sales.filter((one) => one.reversedBy === null);
	const words = text.queue.undoSale;
	return (
		<form
			className="queue-form"
			onSubmit={(event) => {
				event.preventDefault();
				submit(text.queue.did.undoSale(money), async () => {
					if (!sale) return fail(problem('sale_not_found'));
					const reversed = await reverseSale(ports, { sale: sale.id, reason: 'discrepancy' });
					return reversed.ok ? ok({ decisions: [] }) : reversed;
				});
			}}
		>
			{sale && <SaleHalf sale={sale} />}
			<p className="cap2">{words.hint}</p>
			<button type="submit" className="btn btn--go btn--big" disabled={!sale || busy}>
				{words.done(money)}
			</button>
		</form>
	);
}
