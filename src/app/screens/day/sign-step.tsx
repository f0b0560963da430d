import { closeDay } from '../../../commands/end-of-day/close-day.ts';
import type { DayView } from '../../../storage/queries/day/day-view.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { useServices } from '../../shell/services.ts';
import { DayTicket } from '../../ui/day-ticket.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useCommand } from '../../ui/use-command.ts';
import { DayHead, DayWork } from './day-head.tsx';
import { DayOutputs } from './day-outputs.tsx';
import { type Signatures, SignBar } from './sign-bar.tsx';
import { whyBlocked } from './step-state.ts';

type Props = { readonly view: DayView; readonly running: boolean; readonly onSealed: () => void };

/** The day as one ticket, its open gaps, and who signs. */
export function SignStep({ view, running, onSealed }: Props) {
	const { text } = useMessages();
	const { ports, shop } = useServices();
	const { run, busy, problem, clear } = useCommand();
	const locked = view.cash.count === null && view.tenders.some((line) => line.tender === 'cash');
	const seal = async (signatures: Signatures) => {
		if (await run(() => closeDay(ports, { day: view.day, ...signatures }))) onSealed();
	};
	return (
		<section className="day__close" aria-labelledby="day-close-title">
			<DayHead view={view} />
			<DayTicket lines={view.tenders} currency={view.currency} offset={view.offset} cashLocked={locked} />
			<DayWork view={view} />
			{problem && <ProblemNote problem={problem} onClose={clear} />}
			<SignBar
				view={view}
				staff={shop.cashiers}
				actor={ports.actor() || (shop.cashiers[0] ?? '')}
				running={running}
				busy={busy}
				blocked={whyBlocked(view, text)}
				onSeal={seal}
			/>
			<DayOutputs view={view} lines={view.tenders} title={text.day.snapshotTitle} />
		</section>
	);
}
