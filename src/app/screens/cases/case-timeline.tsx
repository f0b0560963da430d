import { AlarmClock } from 'lucide-react';
import type { CaseStep, CaseView } from '../../../storage/queries/cases.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { useServices } from '../../shell/services.ts';
import { eventText, nextCheckText, voiceOf } from './case-event-text.ts';

/** Everything that happened, oldest first; nothing is edited or taken away. */
export function CaseTimeline({ view }: { readonly view: CaseView }) {
	const { text } = useMessages();
	return (
		<ol className="case-events" aria-label={text.cases.timeline}>
			{view.steps.map((step) => (
				<CaseEventLine key={step.entry} step={step} view={view} />
			))}
		</ol>
	);
}

function CaseEventLine({ step, view }: { readonly step: CaseStep; readonly view: CaseView }) {
	const messages = useMessages();
	const { text, format } = messages;
	const { shop } = useServices();
	const voice = voiceOf(step);
	const who = voice === 'system' ? text.cases.event.system : voice === 'theirs' ? text.cases.party[view.case.party] : step.actor || text.cases.event.nobody;
	const next = nextCheckText(messages, step, shop.zone);
	return (
		<li className={`case-event is-${voice}`} data-testid="case-event" data-what={step.what}>
			<time className="cap case-event__at" dateTime={new Date(step.at).toISOString()}>
				{format.moment(step.at, step.offset)}
			</time>
			<div className="case-event__body">
				<span className="case-event__who">
					<b>{who}</b>
					{voice === 'theirs' && <span className="cap">{step.actor}</span>}
					{voice === 'internal' && <span className="chip">{text.cases.event.internal}</span>}
					{next && (
						<span className="chip chip--wait">
							<AlarmClock className="i i--s" aria-hidden="true" />
							{next}
						</span>
					)}
				</span>
				<p>{eventText(messages, step, view)}</p>
			</div>
		</li>
	);
}
