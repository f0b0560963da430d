import { Eye } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { BusinessDay } from '../../../domain/time.ts';
import type { DayListItem, DayView } from '../../../storage/queries/day/day-view.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { CountStep } from './count/count-step.tsx';
import './day.css';
import { DaySteps, STEPS, type Step } from './day-steps.tsx';
import { DaySwitcher } from './day-switcher.tsx';
import { FourNumbers } from './four-numbers.tsx';
import { PeekSheet } from './peek-sheet.tsx';
import { RefundsStep } from './refunds-step.tsx';
import { SealedView } from './sealed-view.tsx';
import { SignStep } from './sign-step.tsx';
import { stepHints, stepsDone } from './step-state.ts';
import { TerminalsStep } from './terminals-step.tsx';
import { useDay } from './use-day.ts';

/** 日结: count, compare, look at the rest, sign; or the day as it was sealed. */
export function DayScreen() {
	const { today, view, days, choose } = useDay();
	const { text } = useMessages();
	if (!view) {
		return (
			<p className="sr" role="status">
				{text.common.loading}
			</p>
		);
	}
	return <Day key={view.day} view={view} today={today} days={days} onChoose={choose} />;
}

type Props = { readonly view: DayView; readonly today: BusinessDay; readonly days: readonly DayListItem[]; readonly onChoose: (day: BusinessDay) => void };

function Day({ view, today, days, onChoose }: Props) {
	const messages = useMessages();
	const { text } = messages;
	const [step, setStep] = useState<Step>(() => (view.cash.count === null ? 'count' : 'sign'));
	const [seen, setSeen] = useState<ReadonlySet<Step>>(new Set());
	const [peeking, setPeeking] = useState(false);
	const [stamped, setStamped] = useState(false);
	const place = useHeadingFocus(view.close ? 'sealed' : step);
	const go = (next: Step) => {
		setSeen(new Set([...seen, step]));
		setStep(next);
	};
	const switcher = <DaySwitcher day={view.day} today={today} days={days} onChoose={onChoose} />;
	if (view.close) {
		return (
			<div className="day day--ticket" ref={place}>
				<aside className="day__left">{switcher}</aside>
				<SealedView view={view} close={view.close} stamped={stamped} />
			</div>
		);
	}
	return (
		<div className={`day${step === 'sign' ? ' day--ticket' : ''}`} ref={place}>
			<aside className="day__left">
				{switcher}
				<DaySteps current={step} done={stepsDone(view, seen)} hints={stepHints(view, messages)} onChoose={go} />
				<button type="button" className="btn day__peek-key" onClick={() => setPeeking(true)}>
					<Eye className="i i--s" aria-hidden="true" />
					{text.day.peek}
				</button>
			</aside>
			<OpenStep view={view} step={step} today={today} onForward={() => go(STEPS[STEPS.indexOf(step) + 1] ?? 'sign')} onSealed={() => setStamped(true)} />
			<PeekSheet view={view} open={peeking} onClose={() => setPeeking(false)} />
		</div>
	);
}

/** Once another step has come, its heading gets the focus, so that what has changed is read out and in view. */
function useHeadingFocus(step: string) {
	const place = useRef<HTMLDivElement>(null);
	const shown = useRef(step);
	useEffect(() => {
		if (shown.current === step) return;
		shown.current = step;
		const heading = place.current?.querySelector<HTMLElement>('h2[tabindex]');
		heading?.focus({ preventScroll: true });
		heading?.scrollIntoView({ block: 'start' });
	}, [step]);
	return place;
}

type OpenProps = { readonly view: DayView; readonly step: Step; readonly today: BusinessDay; readonly onForward: () => void; readonly onSealed: () => void };

function OpenStep({ view, step, today, onForward, onSealed }: OpenProps) {
	const [counting, setCounting] = useState<number | null>(null);
	if (step === 'sign') return <SignStep view={view} running={view.day === today} onSealed={onSealed} />;
	const now = step === 'count' ? 'cash' : step === 'terminals' ? 'card' : 'refunds';
	return (
		<>
			{step === 'count' && <CountStep view={view} onForward={onForward} onSum={setCounting} />}
			{step === 'terminals' && <TerminalsStep view={view} onForward={onForward} />}
			{step === 'refunds' && <RefundsStep view={view} onForward={onForward} />}
			<FourNumbers view={view} now={now} cashLocked={view.cash.count === null} countingMinor={counting} />
		</>
	);
}
