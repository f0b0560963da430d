import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/messages-context.ts';

const STEPS = ['file', 'format', 'preview', 'take'] as const;
export type ImportStep = (typeof STEPS)[number];

type Props = { readonly now: ImportStep; readonly hints?: Partial<Record<ImportStep, string>>; readonly children?: ReactNode };

/** Where the import stands: read, recognised, looked at, taken in. */
export function ImportSteps({ now, hints = {}, children }: Props) {
	const { text } = useMessages();
	const at = STEPS.indexOf(now);
	return (
		<aside className="import__side">
			<ol className="import__steps" aria-label={text.importing.stepsLabel}>
				{STEPS.map((step, index) => (
					<li
						key={step}
						className={`import__step import__step--${index < at ? 'done' : index === at ? 'now' : 'next'}`}
						aria-current={index === at ? 'step' : undefined}
					>
						<span className="import__n">{index < at ? <Check className="i i--s" aria-hidden="true" /> : index + 1}</span>
						<span>
							<b>{text.importing.steps[step]}</b>
							{hints[step] && <small className="cap">{hints[step]}</small>}
						</span>
					</li>
				))}
			</ol>
			{children}
		</aside>
	);
}
