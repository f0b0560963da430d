import { Check, Printer, Undo2 } from 'lucide-react';
import { enterDiscrepancy } from '../../../commands/discrepancies/enter-discrepancy.ts';
import { undoDecision } from '../../../commands/matching/undo-decision.ts';
import { tailsOf } from '../../../domain/ledger/sale-tails.ts';
import type { ReEntry } from '../../../storage/queries/queue/decided.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { useServices } from '../../shell/services.ts';
import { MoneyText } from '../../ui/money-text.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useCommand } from '../../ui/use-command.ts';

/** 补录清单: what to type into the other system, in the order of typing; each tick keeps who and when. */
export function QueueReEntry({ lines }: { readonly lines: readonly ReEntry[] }) {
	const { text, format } = useMessages();
	const { ports } = useServices();
	const { run, busy, problem, clear } = useCommand();
	const words = text.queue.reEntry;
	const open = lines.filter((line) => line.done === null);
	const sum = open.reduce((total, line) => total + line.sale.amountMinor, 0);
	const tick = ({ discrepancy, done }: ReEntry) => {
		if (done) return run(() => undoDecision(ports, { decision: done.decision }));
		return discrepancy && run(() => enterDiscrepancy(ports, { discrepancy: discrepancy.id }));
	};
	if (lines.length === 0) {
		return (
			<div className="queue-page">
				<p className="lead">{words.empty}</p>
			</div>
		);
	}
	return (
		<div className="queue-page">
			<div className="queue-reentry__head">
				<p className="grow">
					{words.hint} <b>{words.open(format.count(open.length), format.money(sum, open[0]?.sale.currency))}</b>
				</p>
				<button type="button" className="btn no-print" onClick={() => window.print()}>
					<Printer className="i i--s" aria-hidden="true" />
					{text.common.print}
				</button>
			</div>
			{problem && <ProblemNote problem={problem} onClose={clear} />}
			<ol className="card queue-reentry" aria-label={text.queue.tabs.reEntry}>
				{lines.map((line) => (
					<ReEntryLine key={`${line.sale.id} ${line.done?.decision ?? ''}`} line={line} busy={busy} onTick={() => tick(line)} />
				))}
			</ol>
		</div>
	);
}

function ReEntryLine({ line, busy, onTick }: { readonly line: ReEntry; readonly busy: boolean; readonly onTick: () => void }) {
	const { text, format } = useMessages();
	const { sale, done } = line;
	const words = text.queue.reEntry;
	const facts = [text.common.tender[sale.tender], sale.terminalId, keysOf(line), sale.cashier, sale.note].filter((one) => one !== null && one !== '');
	return (
		<li className={`row queue-reentry__row${done ? ' is-done' : ''}`} data-testid="queue-reentry" data-done={done !== null}>
			<span className="queue-reentry__at cap2">{format.moment(sale.at, sale.offset)}</span>
			<MoneyText minor={sale.kind === 'refund' ? -sale.amountMinor : sale.amountMinor} currency={sale.currency} />
			<span className="grow cap2">{facts.join(' · ')}</span>
			{done && (
				<span className="mark is-match">
					<Check className="i" aria-hidden="true" />
					{[done.actor, format.moment(done.at, done.offset)].filter((part) => part !== '').join(' · ')}
				</span>
			)}
			<button type="button" className={`btn no-print${done ? ' btn--quiet' : ''}`} disabled={busy} onClick={onTick}>
				{done ? <Undo2 className="i i--s" aria-hidden="true" /> : <Check className="i i--s" aria-hidden="true" />}
				{done ? text.common.undo : words.tick}
			</button>
		</li>
	);
}

function keysOf({ sale }: ReEntry): string | null {
	const tails = tailsOf(sale);
	return tails.length === 0 ? null : tails.map((tail) => `…${tail}`).join(' ');
}
