import { Check, TriangleAlert } from 'lucide-react';
import { useMessages } from '../../../messages/messages-context.ts';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { faultText } from './fault-text.ts';
import type { CheckState } from './use-ledger-check.ts';

/** How many faults are named one by one; support gets them all with the export. */
const FAULTS_SHOWN = 5;

/** What the check of the chain found, in one sentence first. */
export function CheckResult({ state }: { readonly state: CheckState }) {
	const messages = useMessages();
	const { text, format } = messages;
	const { facts } = text.more;
	return (
		<div className="more__check" aria-live="polite">
			{state.kind === 'checking' && (
				<p className="say more__say">
					<span className="grow">
						{facts.checking(format.count(state.done), format.count(state.total))}
						<progress className="more__progress" value={state.done} max={Math.max(1, state.total)} aria-label={facts.check} />
					</span>
				</p>
			)}
			{state.kind === 'unread' && <ProblemNote problem={{ code: 'storage_lost' }} />}
			{state.kind === 'done' && state.result.whole && (
				<p className="say more__say" data-testid="ledger-whole">
					<Check className="i is-match" aria-hidden="true" />
					<b>{facts.whole(format.count(state.result.entries))}</b>
				</p>
			)}
			{state.kind === 'done' && !state.result.whole && (
				<div className="say say--problem" role="alert">
					<TriangleAlert className="i" aria-hidden="true" />
					<div className="grow">
						<b>{facts.broken(format.count(state.result.faults.length))}</b> {facts.brokenTodo}
						<ul>
							{state.result.faults.slice(0, FAULTS_SHOWN).map((fault) => (
								<li key={JSON.stringify(fault)} className="cap2 id">
									{faultText(fault, messages)}
								</li>
							))}
						</ul>
					</div>
				</div>
			)}
		</div>
	);
}
