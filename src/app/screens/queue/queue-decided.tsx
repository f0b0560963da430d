import { Undo2 } from 'lucide-react';
import { Link } from 'wouter';
import { undoDecision } from '../../../commands/matching/undo-decision.ts';
import type { ExplanationCode } from '../../../domain/discrepancies/entries.ts';
import type { Decided } from '../../../storage/queries/queue/decided.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { useServices } from '../../shell/services.ts';
import { compareAfter } from '../../ui/compare-after.ts';
import { Glyph } from '../../ui/glyph.tsx';
import { KindGlyph } from '../../ui/kind-glyph.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useCommand } from '../../ui/use-command.ts';

/** Everything that people decided, each with its undo: what is taken back stays in the log and stands in the queue again. */
export function QueueDecided({ rows }: { readonly rows: readonly Decided[] }) {
	const { text, format } = useMessages();
	const services = useServices();
	const { run, busy, problem, clear } = useCommand();
	const undo = async (row: Decided) => {
		if ((await run(() => undoDecision(services.ports, { decision: row.id }))) !== null) await compareAfter(services.compare);
	};
	return (
		<div className="queue-page">
			{problem && <ProblemNote problem={problem} onClose={clear} />}
			{rows.length === 0 && <p className="lead">{text.queue.decided.empty}</p>}
			<ul className="card" aria-label={text.queue.tabs.decided}>
				{rows.map((row) => (
					<li key={row.id} className="row queue-past" data-testid="queue-decided" data-kind={row.kind ?? row.decision}>
						{row.kind ? <KindGlyph kind={row.kind} className="" /> : <Glyph name={row.decision === 'match-confirmed' ? 'joined' : 'near'} />}
						<span className="grow">
							<span className="queue-past__head">
								{row.amountMinor !== null && <MoneyText minor={row.amountMinor} currency={row.currency} />}
								<b>{whatOf(row, text)}</b>
							</span>
							<span className="cap2">{detailOf(row, text)}</span>
							<span className="cap">{[row.actor, format.moment(row.at, row.offset)].filter((part) => part !== '').join(' · ')}</span>
						</span>
						{row.caseId !== null && (
							<Link className="btn" href={`/cases/${row.caseId}`}>
								{text.queue.openCase}
							</Link>
						)}
						<button type="button" className="btn btn--quiet" disabled={busy} onClick={() => undo(row)}>
							<Undo2 className="i i--s" aria-hidden="true" />
							{text.queue.decided.undo}
						</button>
					</li>
				))}
			</ul>
		</div>
	);
}

type Text = ReturnType<typeof useMessages>['text'];

function whatOf({ decision }: Decided, text: Text): string {
	const words: Readonly<Record<string, string>> = text.queue.decided.what;
	return words[decision] ?? '';
}

function detailOf({ kind, reason, note }: Decided, text: Text): string {
	const reasons: Readonly<Record<string, string>> = text.queue.explain.reasons satisfies Record<ExplanationCode, string>;
	const parts = [kind && text.common.kind[kind], reason === null ? null : (reasons[reason] ?? null), note];
	return parts.filter((part) => part !== null && part !== '').join(' · ');
}
