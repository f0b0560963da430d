import { Plus, RotateCcw, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { reverseSale } from '../../../commands/ledger/reverse-sale.ts';
import { refundableMinor } from '../../../domain/ledger/refunds.ts';
import type { Sale } from '../../../domain/ledger/sale.ts';
import type { SaleDetail } from '../../../storage/queries/ledger/ledger-sale.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { useServices } from '../../shell/services.ts';
import { prepareRefund } from '../../state/till.ts';
import { AddSheet } from '../../ui/add-sheet/add-sheet.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useCommand } from '../../ui/use-command.ts';

/** What can still be done with a sale that stands: add to it, give it back, undo it. Undone ones only tell their story. */
export function DetailActions({ detail: { sale, refunds } }: { readonly detail: SaleDetail }) {
	const { text } = useMessages();
	const [, navigate] = useLocation();
	const [sheet, setSheet] = useState<'add' | 'undo' | null>(null);
	if (sale.reversedBy !== null) return null;
	const left = sale.kind === 'sale' ? refundableMinor(sale, refunds) : 0;
	const refund = () => {
		prepareRefund(sale.id, left);
		navigate('/sell');
	};
	return (
		<div className="ledger__acts">
			<button type="button" className="btn" aria-haspopup="dialog" onClick={() => setSheet('add')}>
				<Plus className="i i--s" aria-hidden="true" />
				{text.ledger.add}
			</button>
			{left > 0 && (
				<button type="button" className="btn" onClick={refund}>
					<RotateCcw className="i i--s" aria-hidden="true" />
					{text.ledger.refund}
				</button>
			)}
			<button type="button" className="btn" aria-haspopup="dialog" onClick={() => setSheet('undo')}>
				<Undo2 className="i i--s" aria-hidden="true" />
				{text.ledger.undo}
			</button>
			<AddSheet sale={sheet === 'add' ? sale : null} onClose={() => setSheet(null)} onAdded={() => setSheet(null)} onRefund={refund} />
			<UndoSheet sale={sheet === 'undo' ? sale : null} onClose={() => setSheet(null)} />
		</div>
	);
}

/** A sale of some time ago is not undone by a stray tap; the entry that undoes it stays in the log. */
function UndoSheet({ sale, onClose }: { readonly sale: Sale | null; readonly onClose: () => void }) {
	const { text, format } = useMessages();
	const { ports, compare } = useServices();
	const { run, busy, problem } = useCommand();
	const undo = async () => {
		if (!sale || !(await run(() => reverseSale(ports, { sale: sale.id, reason: 'undo' })))) return;
		onClose();
		void compare();
	};
	return (
		<Sheet open={sale !== null} onClose={onClose} title={text.ledger.undoConfirm} closeLabel={text.common.cancel}>
			{sale && (
				<>
					<p className="lead">
						{text.ledger.number(format.count(sale.number))} · {text.common.tender[sale.tender]} · <b>{format.money(sale.amountMinor, sale.currency)}</b>
					</p>
					<p className="cap2">{text.ledger.undoHint}</p>
					{problem && <ProblemNote problem={problem} />}
					<button type="button" className="btn btn--go btn--big" disabled={busy} onClick={undo}>
						{text.ledger.undoDo}
					</button>
				</>
			)}
		</Sheet>
	);
}
