import { AlarmClock, Check, ChevronLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { isEnded } from '../../../domain/cases/transitions.ts';
import type { CaseView } from '../../../storage/queries/cases.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { useServices } from '../../shell/services.ts';
import { MoneyText } from '../../ui/money-text.tsx';
import { caseDeadline } from './case-deadline.ts';
import { type Step, tracksOf } from './case-tracks.ts';

/** What it is about and how it stands: money on one track, the cause on another. */
export function CaseHead({ view }: { readonly view: CaseView }) {
	const messages = useMessages();
	const { text, format } = messages;
	const { ports, shop } = useServices();
	const { case: found } = view;
	const currency = view.sales[0]?.currency ?? view.receipts[0]?.currency ?? shop.currency;
	const deadline = isEnded(found.state) ? null : caseDeadline(messages, found, ports.clock.now().at);
	const tracks = tracksOf(found);
	return (
		<header className="case-head">
			<div className="case-head__what">
				<span className="case-head__top">
					<Link className="btn btn--quiet" href="/cases" aria-label={text.cases.backToList}>
						<ChevronLeft className="i" aria-hidden="true" />
					</Link>
					<b className="cap2">
						{text.cases.party[found.party]} · {found.ticketNo === null ? text.cases.noTicket : text.cases.ticket(found.ticketNo)}
					</b>
				</span>
				<h2 className="case-head__sum">
					<span className="h2 is-gap">{text.common.kind[found.discrepancy.kind]}</span> <MoneyText minor={found.atRiskMinor} currency={currency} size="card" />
				</h2>
				<p className="case-head__chips">
					<span className="chip chip--them">{text.cases.state[found.state]}</span>
					{deadline && (
						<span className={`chip${deadline.pressing ? ' chip--gap' : ''}`} title={text.cases.deadlineUsual}>
							<AlarmClock className="i i--s" aria-hidden="true" />
							{deadline.words}
						</span>
					)}
					{deadline && <span className="cap">{text.cases.deadlineUsual}</span>}
				</p>
			</div>
			<div className="case-head__tracks">
				<Track name={text.cases.money} steps={tracks.money}>
					<span className="cap">{text.cases.recovered}</span> <b className="nb">{format.money(found.recoveredMinor, currency)}</b>{' '}
					<span className="cap nb">{text.cases.of(format.money(found.atRiskMinor, currency))}</span>
				</Track>
				<Track name={text.cases.cause} steps={tracks.cause} />
			</div>
		</header>
	);
}

type TrackProps = { readonly name: string; readonly steps: readonly Step[]; readonly children?: ReactNode };

function Track({ name, steps, children }: TrackProps) {
	const { text } = useMessages();
	return (
		<div className="case-track">
			<b className="case-track__name">{name}</b>
			<ol aria-label={name}>
				{steps.map(({ code, standing }) => (
					<li key={code} className={`case-step is-${standing}`} aria-current={standing === 'now' ? 'step' : undefined}>
						<span className="case-step__dot" aria-hidden="true">
							{standing === 'done' && <Check className="i" />}
						</span>
						{text.cases.step[code]}
						<span className="sr"> {text.cases.stepStanding[standing]}</span>
					</li>
				))}
			</ol>
			<span className="case-track__sum">{children}</span>
		</div>
	);
}
