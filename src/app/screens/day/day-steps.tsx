import { Check } from 'lucide-react';
import { useMessages } from '../../messages/messages-context.ts';

export const STEPS = ['count', 'terminals', 'refunds', 'sign'] as const;
export type Step = (typeof STEPS)[number];

type Props = {
	readonly current: Step;
	readonly done: ReadonlySet<Step>;
	readonly hints: Readonly<Record<Step, string>>;
	readonly onChoose: (step: Step) => void;
};

/** The four steps; any can be opened at any time, done ones show what came out. */
export function DaySteps({ current, done, hints, onChoose }: Props) {
	const { text } = useMessages();
	return (
		<nav aria-label={text.day.stepsLabel}>
			<ol className="day__steps">
				{STEPS.map((step, index) => (
					<li key={step} className="day__step">
						<button
							type="button"
							className={`day__step-key${step === current ? ' is-now' : done.has(step) ? ' is-done' : ''}`}
							aria-current={step === current ? 'step' : undefined}
							onClick={() => onChoose(step)}
						>
							<span className="day__step-no">{done.has(step) && step !== current ? <Check className="i i--s" aria-hidden="true" /> : index + 1}</span>
							<span className="grow">
								<b>{text.day.steps[step]}</b>
								{hints[step] !== '' && <small className="cap">{hints[step]}</small>}
							</span>
						</button>
					</li>
				))}
			</ol>
		</nav>
	);
}
