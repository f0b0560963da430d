import { useState } from 'react';
import { countCash } from '../../../../commands/end-of-day/count-cash.ts';
import type { Minor } from '../../../../domain/money.ts';
import type { DayView } from '../../../../storage/queries/day/day-view.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { useServices } from '../../../shell/services.ts';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { useCommand } from '../../../ui/use-command.ts';
import { type Counted, CountPad } from './count-pad.tsx';
import { CountResult, type Reason } from './count-result.tsx';

type Props = { readonly view: DayView; readonly onForward: () => void; readonly onSum: (minor: Minor | null) => void };

/** First the count, blind; then what it should have been. The count is an entry before anything is shown. */
export function CountStep({ view, onForward, onSum }: Props) {
	const { text } = useMessages();
	const { ports, shop, mode } = useServices();
	const { run, busy, problem, clear } = useCommand();
	const { count, stale } = view.cash;
	const [again, setAgain] = useState(false);
	const store = async ({ countedMinor, floatMinor, pieces }: Counted) => {
		const done = await run(() => countCash(ports, { day: view.day, pieces, totalMinor: countedMinor, floatMinor }));
		if (done) {
			setAgain(false);
			onSum(null);
		}
		return done !== null;
	};
	const explain = (reason: Reason, note: string | null) => {
		if (count)
			void run(() => countCash(ports, { day: view.day, pieces: count.pieces, totalMinor: count.countedMinor, floatMinor: count.floatMinor, reason, note }));
	};
	return (
		<div className="day__middle">
			{problem && <ProblemNote problem={problem} onClose={clear} />}
			{stale && <p className="say">{text.day.countStale}</p>}
			{count === null || again ? (
				<CountPad
					day={view.day}
					mode={mode}
					currency={view.currency}
					floatMinor={view.cash.floatMinor}
					busy={busy}
					onCounted={store}
					onSum={onSum}
					onSkip={view.cash.salesCount === 0 ? onForward : null}
				/>
			) : (
				<CountResult
					view={view}
					count={count}
					toleranceMinor={shop.cashToleranceMinor}
					busy={busy}
					onReason={explain}
					onRecount={() => setAgain(true)}
					onForward={onForward}
				/>
			)}
		</div>
	);
}
