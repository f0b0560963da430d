import { useLiveQuery } from 'dexie-react-hooks';
import { AlarmClock, ChevronRight } from 'lucide-react';
import { Link } from 'wouter';
import type { Case } from '../../../domain/cases/case.ts';
import { isEnded } from '../../../domain/cases/transitions.ts';
import { zoneOffset } from '../../../domain/time.ts';
import { caseLists } from '../../../storage/queries/cases.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { useServices } from '../../shell/services.ts';
import { KindGlyph } from '../../ui/kind-glyph.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import { caseDeadline } from './case-deadline.ts';
import './cases.css';

/** 案件: what was handed to the provider or the bank, the nearest deadline first. */
export function CasesScreen() {
	const { text } = useMessages();
	const { db } = useServices();
	const lists = useLiveQuery(() => caseLists(db), [db]);
	if (!lists) return <p className="cases-loading cap">{text.common.loading}</p>;
	return (
		<div className="cases">
			{lists.running.length + lists.ended.length === 0 && <NoCases />}
			{lists.running.length > 0 && <CaseSection title={text.cases.running} rows={lists.running} />}
			{lists.ended.length > 0 && <CaseSection title={text.cases.ended} rows={lists.ended} />}
		</div>
	);
}

function NoCases() {
	const { text } = useMessages();
	return (
		<div className="cases-none">
			<p className="h2">{text.cases.empty}</p>
			<p>{text.cases.emptyHint}</p>
			<Link className="btn btn--go btn--big" href="/queue">
				{text.cases.toQueue}
			</Link>
		</div>
	);
}

function CaseSection({ title, rows }: { readonly title: string; readonly rows: readonly Case[] }) {
	return (
		<section className="cases-section">
			<h2 className="h3">{title}</h2>
			<ul className="card">
				{rows.map((row) => (
					<li key={row.id}>
						<CaseRow row={row} />
					</li>
				))}
			</ul>
		</section>
	);
}

function CaseRow({ row }: { readonly row: Case }) {
	const messages = useMessages();
	const { text, format } = messages;
	const { ports, shop } = useServices();
	const deadline = isEnded(row.state) ? null : caseDeadline(messages, row, ports.clock.now().at);
	const opened = format.moment(row.openedAt, zoneOffset(shop.zone, row.openedAt));
	return (
		<Link className="row cases-row" href={`/cases/${row.id}`} data-testid="case-row" data-state={row.state} data-minor={row.atRiskMinor}>
			<KindGlyph kind={row.discrepancy.kind} className={isEnded(row.state) ? '' : 'is-gap'} />
			<span className="grow cases-row__text">
				<span className="cases-row__head">
					<MoneyText minor={row.atRiskMinor} currency={shop.currency} />
					<b>{text.common.kind[row.discrepancy.kind]}</b>
					<span className="chip chip--them">{text.cases.state[row.state]}</span>
				</span>
				<span className="cap2">
					{[text.cases.party[row.party], row.ticketNo === null ? null : text.cases.ticket(row.ticketNo), text.cases.opened(opened)].filter(Boolean).join(' · ')}
				</span>
			</span>
			{deadline && (
				<span className={`chip${deadline.pressing ? ' chip--gap' : ''}`}>
					<AlarmClock className="i i--s" aria-hidden="true" />
					{deadline.words}
				</span>
			)}
			<ChevronRight className="i" aria-hidden="true" />
		</Link>
	);
}
