import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useRef, useState } from 'react';
import type { Discrepancy } from '../../../domain/discrepancies/discrepancy.ts';
import type { DiscrepancyId } from '../../../domain/ids.ts';
import type { Instant } from '../../../domain/time.ts';
import { queueDetail } from '../../../storage/queries/queue/queue-lists.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { useServices } from '../../shell/services.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { QueueActions } from './queue-actions.tsx';
import { QueueCard } from './queue-card.tsx';
import { QueueList, QueueProgress } from './queue-list.tsx';
import { QueueZero } from './queue-zero.tsx';
import { UndoLine } from './undo-line.tsx';
import { useDecisions } from './use-decisions.ts';

type Props = {
	/** The most urgent ones; `counts` counts the others too. */
	readonly open: readonly Discrepancy[];
	readonly counts: { readonly open: number; readonly snoozed: number };
	/** The one that a link named. */
	readonly asked: DiscrepancyId | null;
	readonly now: Instant;
};

/** List, card and actions; after a decision the next item's heading has the focus. */
export function QueueTriage({ open, counts, asked, now }: Props) {
	const { text, format } = useMessages();
	const services = useServices();
	const decisions = useDecisions(services);
	const [chosen, setChosen] = useState<DiscrepancyId | null>(asked);
	const [listOpen, setListOpen] = useState(false);
	const heading = useRef<HTMLHeadingElement>(null);
	const [moved, setMoved] = useState(0);
	const focused = useRef(0);
	const rows = open.filter((row) => !decisions.settling.has(row.id));
	const current = rows.find((row) => row.id === chosen) ?? rows[0] ?? null;
	const detail = useLiveQuery(() => (current ? queueDetail(services.db, current.id) : null), [services.db, current?.id]);
	const gone = useGone(current?.id ?? null, open, new Set(decisions.done.map((one) => one.discrepancy.id)));
	// While the next one is read the last one stays on the screen, with its keys off: no flicker, and the heading keeps the focus.
	const shown = detail ?? null;
	const fresh = shown !== null && shown.discrepancy.id === current?.id;

	// Focus follows what a person did, never what a late receipt changed by itself.
	useEffect(() => {
		if (moved === focused.current || !fresh) return;
		focused.current = moved;
		heading.current?.focus();
	}, [moved, fresh]);

	const goOn = (from: DiscrepancyId) => {
		const index = rows.findIndex((row) => row.id === from);
		const next = rows[index + 1] ?? rows.find((row) => row.id !== from);
		setChosen(next?.id ?? null);
		setMoved((times) => times + 1);
	};
	const choose = (id: DiscrepancyId) => {
		setChosen(id);
		setListOpen(false);
		setMoved((times) => times + 1);
	};
	const undoLine = <UndoLine decisions={decisions} onUndone={(done) => choose(done.discrepancy.id)} />;
	if (!current) {
		return (
			<>
				<QueueZero snoozed={counts.snoozed} now={now} />
				{undoLine}
			</>
		);
	}
	const done = decisions.done.filter((one) => !rows.some((row) => row.id === one.discrepancy.id));
	const more = Math.max(0, counts.open - open.length);
	const list = <QueueList open={rows} more={more} done={done} current={current.id} onChoose={choose} />;
	const total = rows.length + more + done.length;
	const position = done.length + rows.indexOf(current) + 1;
	return (
		<div className="queue-work">
			<section className="queue-side">
				<div className="queue-head">
					<b className="h2 nb">{text.queue.position(format.count(position), format.count(total))}</b>
					<QueueProgress done={done.length} position={position} total={total} />
					<button type="button" className="btn queue-narrow" onClick={() => setListOpen(true)}>
						{text.queue.all(format.count(rows.length + more))}
					</button>
				</div>
				<div className="queue-side__list">{list}</div>
			</section>
			<article className="queue-card" aria-busy={!fresh || decisions.busy}>
				{decisions.problem && <ProblemNote problem={decisions.problem} onClose={decisions.clear} />}
				<p className="sr" role="status">
					{gone ? text.queue.gone : ''}
				</p>
				{shown && <QueueCard detail={shown} now={now} heading={heading} />}
			</article>
			<section className="queue-acts" aria-label={text.queue.actionsLabel}>
				{shown && (
					<QueueActions key={shown.discrepancy.id} detail={shown} decisions={decisions} now={now} off={!fresh} onDone={() => goOn(shown.discrepancy.id)} />
				)}
				{undoLine}
			</section>
			<Sheet open={listOpen} onClose={() => setListOpen(false)} title={text.queue.allTitle} closeLabel={text.common.close}>
				{list}
			</Sheet>
		</div>
	);
}

/** Whether the item that was shown went away without anybody deciding: a late receipt has matched it. */
function useGone(current: DiscrepancyId | null, open: readonly Discrepancy[], decidedHere: ReadonlySet<DiscrepancyId>): boolean {
	const before = useRef<DiscrepancyId | null>(null);
	const [gone, setGone] = useState(false);
	useEffect(() => {
		const last = before.current;
		if (last !== null && last !== current) setGone(!open.some((row) => row.id === last) && !decidedHere.has(last));
		before.current = current;
	}, [current, open, decidedHere]);
	return gone;
}
