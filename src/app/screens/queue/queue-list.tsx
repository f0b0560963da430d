import { Check } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Discrepancy } from '../../../domain/discrepancies/discrepancy.ts';
import type { DiscrepancyId } from '../../../domain/ids.ts';
import { zoneOffset } from '../../../domain/time.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { currentDay, useServices } from '../../shell/services.ts';
import { KindGlyph } from '../../ui/kind-glyph.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import type { Done } from './use-decisions.ts';

type Props = {
	readonly open: readonly Discrepancy[];
	/** How many are less urgent than those listed. */
	readonly more: number;
	readonly done: readonly Done[];
	readonly current: DiscrepancyId;
	readonly onChoose: (id: DiscrepancyId) => void;
};

/** What was decided in this sitting stands above what is left, quieter. */
export function QueueList({ open, more, done, current, onChoose }: Props) {
	const { text, format } = useMessages();
	return (
		<ol className="card queue-list" aria-label={text.queue.listLabel}>
			{done.map((one) => (
				<li key={one.discrepancy.id}>
					<DoneRow done={one} />
				</li>
			))}
			{open.map((discrepancy) => (
				<li key={discrepancy.id}>
					<OpenRow discrepancy={discrepancy} isCurrent={discrepancy.id === current} onChoose={onChoose} />
				</li>
			))}
			{more > 0 && <li className="row cap2">{text.queue.more(format.count(more))}</li>}
		</ol>
	);
}

function DoneRow({ done: { discrepancy, action } }: { readonly done: Done }) {
	const { text } = useMessages();
	return (
		<div className="row queue-row is-done">
			<KindGlyph kind={discrepancy.kind} className="" />
			<span className="grow">
				<MoneyText minor={discrepancy.amountMinor} currency={discrepancy.currency} />
				<span className="cap2">{text.common.kind[discrepancy.kind]}</span>
			</span>
			<span className="cap mark">
				<Check className="i" aria-hidden="true" />
				{text.queue.mark[action]}
			</span>
		</div>
	);
}

type RowProps = { readonly discrepancy: Discrepancy; readonly isCurrent: boolean; readonly onChoose: Props['onChoose'] };

function OpenRow({ discrepancy, isCurrent, onChoose }: RowProps) {
	const { text, format } = useMessages();
	const services = useServices();
	const offset = zoneOffset(services.shop.zone, discrepancy.at);
	const row = useRef<HTMLButtonElement>(null);
	useEffect(() => {
		if (isCurrent) row.current?.scrollIntoView({ block: 'nearest' });
	}, [isCurrent]);
	const today = discrepancy.day === currentDay(services);
	return (
		<button
			ref={row}
			type="button"
			className="row queue-row"
			aria-current={isCurrent ? 'true' : undefined}
			data-testid="queue-item"
			data-kind={discrepancy.kind}
			data-minor={discrepancy.amountMinor}
			data-id={discrepancy.id}
			onClick={() => onChoose(discrepancy.id)}
		>
			<KindGlyph kind={discrepancy.kind} />
			<span className="grow">
				<MoneyText minor={discrepancy.amountMinor} currency={discrepancy.currency} />
				<span className="cap2">{text.common.kind[discrepancy.kind]}</span>
			</span>
			<span className="queue-row__end cap">
				<span>{today ? format.minute(discrepancy.at, offset) : format.moment(discrepancy.at, offset)}</span>
				{discrepancy.assignee !== null && <span>{text.queue.assignedTo(discrepancy.assignee)}</span>}
			</span>
		</button>
	);
}

const SEGMENTS_MAX = 40;

/** A picture of the words beside it. */
export function QueueProgress({ done, position, total }: { readonly done: number; readonly position: number; readonly total: number }) {
	if (total > SEGMENTS_MAX) return <span className="grow" />;
	return (
		<span className="queue-progress" aria-hidden="true">
			{Array.from({ length: total }, (_, index) => index + 1).map((place) => (
				<i key={place} className={place === position ? 'is-now' : place <= done ? 'is-on' : ''} />
			))}
		</span>
	);
}
