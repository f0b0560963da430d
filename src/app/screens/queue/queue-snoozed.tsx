import { AlarmClock } from 'lucide-react';
import { undoDecision } from '../../../commands/matching/undo-decision.ts';
import type { Discrepancy } from '../../../domain/discrepancies/discrepancy.ts';
import { zoneOffset } from '../../../domain/time.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { useServices } from '../../shell/services.ts';
import { KindGlyph } from '../../ui/kind-glyph.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useCommand } from '../../ui/use-command.ts';

/** What was put off, the next to wake first. Waking one takes the putting off back. */
export function QueueSnoozed({ rows }: { readonly rows: readonly Discrepancy[] }) {
	const { text, format } = useMessages();
	const services = useServices();
	const { run, busy, problem, clear } = useCommand();
	const { zone } = services.shop;
	const wake = (decision: Discrepancy['decision']) => decision !== null && run(() => undoDecision(services.ports, { decision }));
	return (
		<div className="queue-page">
			{problem && <ProblemNote problem={problem} onClose={clear} />}
			{rows.length === 0 && <p className="lead">{text.queue.snoozed.empty}</p>}
			<ul className="card" aria-label={text.queue.tabs.snoozed}>
				{rows.map(({ id, kind, amountMinor, currency, snoozedUntil, decision }) => (
					<li key={id} className="row queue-past" data-testid="queue-snoozed" data-kind={kind} data-minor={amountMinor} data-id={id}>
						<KindGlyph kind={kind} />
						<span className="grow">
							<span className="queue-past__head">
								<MoneyText minor={amountMinor} currency={currency} />
								<b>{text.common.kind[kind]}</b>
							</span>
							{snoozedUntil !== null && (
								<span className="mark is-wait">
									<AlarmClock className="i" aria-hidden="true" />
									{text.queue.snoozedUntil(format.moment(snoozedUntil, zoneOffset(zone, snoozedUntil)))}
								</span>
							)}
						</span>
						<button type="button" className="btn" disabled={busy} onClick={() => wake(decision)}>
							{text.queue.snoozed.wake}
						</button>
					</li>
				))}
			</ul>
		</div>
	);
}
