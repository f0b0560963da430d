import { useLiveQuery } from 'dexie-react-hooks';
import { Link, useParams } from 'wouter';
import { asEntryId } from '../../../domain/ids.ts';
import { type CaseView, caseView } from '../../../storage/queries/cases.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { useServices } from '../../shell/services.ts';
import { ContactLine } from '../../ui/contact/contact-line.tsx';
import { CaseComposer } from './case-composer.tsx';
import { CaseFacts } from './case-facts.tsx';
import { CaseHead } from './case-head.tsx';
import { CaseMoves } from './case-moves.tsx';
import { CaseTimeline } from './case-timeline.tsx';
import './cases.css';

/** One case: where the money and the cause stand, everything that happened, both records, and the next legal steps. */
export function CaseScreen() {
	const { text } = useMessages();
	const { db } = useServices();
	const id = asEntryId(useParams<{ id: string }>().id ?? '');
	const view = useLiveQuery(async () => ({ found: await caseView(db, id) }), [db, id]);
	if (!view) return <p className="cases-loading cap">{text.common.loading}</p>;
	if (!view.found) {
		return (
			<div className="cases-none">
				<p className="h2">{text.cases.notFound}</p>
				<Link className="btn btn--go btn--big" href="/cases">
					{text.cases.backToList}
				</Link>
			</div>
		);
	}
	return <CaseBoard view={view.found} />;
}

function CaseBoard({ view }: { readonly view: CaseView }) {
	const { text } = useMessages();
	const cleared = view.discrepancy === null || view.discrepancy.state === 'cleared';
	return (
		<div className="case">
			<CaseHead view={view} />
			<section className="case-log">
				<h2 className="h3 case-log__title">{text.cases.timeline}</h2>
				<CaseTimeline view={view} />
				<CaseComposer id={view.case.id} />
			</section>
			<aside className="case-side">
				<CaseMoves found={view.case} />
				{cleared && <p className="say">{text.cases.gone}</p>}
				<ContactLine source={view.source} party={view.case.party} day={view.case.discrepancy.day} />
				<CaseFacts view={view} />
				<p className="cap2">{text.cases.missing}</p>
			</aside>
		</div>
	);
}
