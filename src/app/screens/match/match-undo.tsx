import { Undo2 } from 'lucide-react';
import { useMessages } from '../../messages/messages-context.ts';
import type { MatchDecisions } from './use-match-decisions.ts';

/** What was just decided, with its undo; it stays until the next decision. */
export function MatchUndo({ decisions }: { readonly decisions: MatchDecisions }) {
	const { text } = useMessages();
	const { last, undo, busy } = decisions;
	return (
		<div className={`match-undo${last ? ' is-on' : ''}`}>
			<span className="grow" role="status">
				{last && `${text.match.justNow} ${last.words}`}
			</span>
			{last && (
				<button type="button" className="btn btn--quiet" disabled={busy} onClick={() => undo(last.decisions)}>
					<Undo2 className="i i--s" aria-hidden="true" />
					{text.common.undo}
				</button>
			)}
		</div>
	);
}
