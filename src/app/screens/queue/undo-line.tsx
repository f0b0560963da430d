import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { useMessages } from '../../messages/messages-context.ts';
import { LaterSheet } from './sheets/later-sheet.tsx';
import type { Done, useDecisions } from './use-decisions.ts';

type Props = { readonly decisions: ReturnType<typeof useDecisions>; readonly onUndone: (done: Done) => void };

/** What was just done, for as long as nothing else was: an undo that a clock takes away would be no undo. */
export function UndoLine({ decisions, onUndone }: Props) {
	const { text } = useMessages();
	const [choosing, setChoosing] = useState(false);
	const { last, undo, decide, busy } = decisions;
	const undoable = last !== null && (last.decisions.length > 0 || last.inverse !== undefined);
	return (
		<div className="queue-undo">
			<span className="grow" role="status">
				{last && `${text.queue.justNow} ${last.words}`}
			</span>
			{last && (
				<>
					{last.action === 'later' && (
						<button type="button" className="btn btn--quiet" onClick={() => setChoosing(true)}>
							{text.queue.changeTime}
						</button>
					)}
					{last.case !== undefined && (
						<Link className="btn btn--quiet" href={`/cases/${last.case}`}>
							{text.queue.openCase}
						</Link>
					)}
					{undoable && (
						<button type="button" className="btn btn--quiet" disabled={busy} onClick={async () => (await undo(last)) && onUndone(last)}>
							<Undo2 className="i i--s" aria-hidden="true" />
							{text.common.undo}
						</button>
					)}
					<LaterSheet open={choosing} onClose={() => setChoosing(false)} last={last} decide={decide} />
				</>
			)}
		</div>
	);
}
