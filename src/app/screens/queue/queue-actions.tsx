import { Ellipsis } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Problem } from '../../../domain/problems.ts';
import type { Result } from '../../../domain/result.ts';
import { type Instant, zoneOffset } from '../../../domain/time.ts';
import type { QueueDetail } from '../../../storage/queries/queue/queue-lists.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { useServices } from '../../shell/services.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { actionOfKey, numberedActions, type QueueAction } from './actions-of.ts';
import { tomorrowMorning } from './later-choices.ts';
import { QueueActionSheet } from './queue-action-sheet.tsx';
import * as commands from './queue-commands.ts';
import type { Made, useDecisions } from './use-decisions.ts';

type Props = {
	readonly detail: QueueDetail;
	readonly decisions: ReturnType<typeof useDecisions>;
	readonly now: Instant;
	readonly off: boolean;
	readonly onDone: () => void;
};

/** Actions that ask for something first open a sheet; the others are done at once and can be undone. */
const AT_ONCE = new Set<QueueAction>(['enter', 'tick', 'different', 'retender', 'later']);

export function QueueActions({ detail, decisions, now, off, onDone }: Props) {
	const { text } = useMessages();
	const [asking, setAsking] = useState<QueueAction | null>(null);
	const [more, setMore] = useState(false);
	const numbered = numberedActions(detail);
	const atOnce = useAtOnce(detail);
	const start = async (action: QueueAction) => {
		if (off || decisions.busy) return;
		setMore(false);
		if (!AT_ONCE.has(action)) return setAsking(action);
		const { words, command } = atOnce(action);
		if (await decisions.decide({ action, discrepancy: detail.discrepancy, words }, command)) onDone();
	};
	useActionKeys(numbered, start);
	const keys = <ActionKeys detail={detail} numbered={numbered} now={now} onStart={start} />;
	return (
		<>
			<div className="queue-acts__grid">
				{keys}
				<button
					type="button"
					className="btn queue-act queue-act--more"
					aria-label={text.queue.moreActions}
					aria-haspopup="dialog"
					onClick={() => setMore(true)}
				>
					<Ellipsis className="i" aria-hidden="true" />
				</button>
			</div>
			<Sheet open={more} onClose={() => setMore(false)} title={text.queue.moreActions} closeLabel={text.common.close}>
				<div className="queue-acts__all">{keys}</div>
			</Sheet>
			<QueueActionSheet
				action={asking}
				detail={detail}
				decisions={decisions}
				onClose={() => setAsking(null)}
				onDone={() => {
					setAsking(null);
					onDone();
				}}
			/>
		</>
	);
}

type KeysProps = Pick<Props, 'detail' | 'now'> & {
	readonly numbered: ReturnType<typeof numberedActions>;
	readonly onStart: (action: QueueAction) => void;
};

function ActionKeys({ detail, numbered, now, onStart }: KeysProps) {
	const { text, format } = useMessages();
	const { zone } = useServices().shop;
	const words = text.queue.action;
	const morning = tomorrowMorning(now, zone);
	const named = (action: QueueAction) => {
		if (action === 'retender') return { name: words.retender.name(text.common.tender[detail.receipts[0]?.tender ?? 'other']), hint: words.retender.hint };
		if (action === 'later') return { name: words.later.name, hint: words.later.hint(format.minute(morning, zoneOffset(zone, morning))) };
		return words[action];
	};
	const key = (action: QueueAction, sign: string, className: string) => (
		<button key={action} type="button" className={`btn queue-act ${className}`} aria-keyshortcuts={sign} onClick={() => onStart(action)} data-action={action}>
			<span className="kbd" aria-hidden="true">
				{sign}
			</span>
			<span className="grow">
				<b>{named(action).name}</b>
				<small>{named(action).hint}</small>
			</span>
		</button>
	);
	return (
		<>
			{numbered.map((action, index) => key(action, String(index + 1), index === 0 ? 'btn--go' : ''))}
			{key('ask', 'A', 'queue-act--half')}
			{key('later', 'H', 'queue-act--half')}
		</>
	);
}

/** The keys work while the focus is in the queue and nothing is being typed or asked. */
function useActionKeys(numbered: ReturnType<typeof numberedActions>, start: (action: QueueAction) => void): void {
	useEffect(() => {
		const onKey = (event: KeyboardEvent) => {
			if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
			const target = event.target instanceof Element ? event.target : document.body;
			if (target !== document.body && !target.closest('.queue')) return;
			if (target.closest('input, textarea, select') || document.querySelector('dialog[open]')) return;
			const action = actionOfKey(event.key, numbered);
			if (action === null) return;
			event.preventDefault();
			start(action);
		};
		window.addEventListener('keydown', onKey);
		return () => window.removeEventListener('keydown', onKey);
	});
}

type AtOnce = { readonly words: string; readonly command: () => Promise<Result<Made, Problem>> };

function useAtOnce(detail: QueueDetail): (action: QueueAction) => AtOnce {
	const { text, format } = useMessages();
	const { ports, shop } = useServices();
	const { did } = text.queue;
	const money = format.money(detail.discrepancy.amountMinor, detail.discrepancy.currency);
	return (action) => {
		if (action === 'different') return { words: did.different(money), command: () => commands.reject(ports, detail) };
		if (action === 'retender') return { words: did.retender(money), command: () => commands.changeTender(ports, detail) };
		if (action === 'later') {
			const until = tomorrowMorning(ports.clock.now().at, shop.zone);
			return { words: did.later(money, format.moment(until, zoneOffset(shop.zone, until))), command: () => commands.putOff(ports, detail.discrepancy, until) };
		}
		return { words: did.enter(money), command: () => commands.enter(ports, detail.discrepancy) };
	};
}
