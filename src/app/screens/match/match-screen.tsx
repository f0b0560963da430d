import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { useSearch } from 'wouter';
import type { BusinessDay } from '../../../domain/time.ts';
import { latestMatchDay, type MatchDay, matchDay } from '../../../storage/queries/match/match-day.ts';
import { certainPairs, type MatchTab, tabOf } from '../../../storage/queries/match/rows.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { dayToReview, useServices } from '../../shell/services.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { MatchEquation } from './match-equation.tsx';
import { filterRows, isFiltering, type MatchFilter, NO_FILTER } from './match-filter.ts';
import { MatchFilters } from './match-filters.tsx';
import { type Finding, MatchFind } from './match-find.tsx';
import { MatchList } from './match-list.tsx';
import { MatchTools } from './match-tools.tsx';
import { MatchUndo } from './match-undo.tsx';
import { useMatchDecisions } from './use-match-decisions.ts';
import './match.css';

/** 对账: one day, ours beside theirs, every pair with its reasons and every gap with its empty place. */
export function MatchScreen() {
	const { text } = useMessages();
	const services = useServices();
	const asked = new URLSearchParams(useSearch()).get('day');
	const [chosen, setChosen] = useState<BusinessDay | null>(asked);
	const latest = useLiveQuery(() => latestMatchDay(services.db), [services.db]);
	const day = chosen ?? latest ?? dayToReview(services);
	const view = useLiveQuery(() => matchDay(services.db, day), [services.db, day]);
	if (!view || latest === undefined) return <p className="match-loading cap">{text.common.loading}</p>;
	return <MatchBoard key={view.day} view={view} onDay={setChosen} />;
}

function MatchBoard({ view, onDay }: { readonly view: MatchDay; readonly onDay: (day: BusinessDay) => void }) {
	const { text, format } = useMessages();
	const { ports, compare } = useServices();
	const [tab, setTab] = useState<MatchTab>('check');
	const [filter, setFilter] = useState<MatchFilter>(NO_FILTER);
	const [filtering, setFiltering] = useState(false);
	const [finding, setFinding] = useState<Finding | null>(null);
	const decisions = useMatchDecisions(ports, compare);
	const rows = filterRows(view.rows, filter);
	const under = (one: MatchTab) => rows.filter((row) => tabOf(row) === one);
	const certain = certainPairs(rows);
	const confirmCertain = () =>
		decisions.confirm(
			certain.map(({ match }) => match),
			text.match.confirmedAll(format.count(certain.length)),
		);
	return (
		<div className="match">
			<MatchEquation view={view} side={filter.side} onSide={(side) => setFilter({ ...filter, side: filter.side === side ? null : side })} />
			<MatchTools
				view={view}
				tab={tab}
				counts={{ check: under('check').length, matched: under('matched').length, out: under('out').length }}
				certain={certain.length}
				filtering={filtering}
				filters={filter.terminals.size + filter.tenders.size + filter.bands.size}
				busy={decisions.busy}
				onTab={setTab}
				onDay={onDay}
				onFilter={() => setFiltering(!filtering)}
				onConfirm={confirmCertain}
			/>
			{filtering && <MatchFilters rows={view.rows} filter={filter} onChange={setFilter} />}
			{decisions.problem && !finding && <ProblemNote problem={decisions.problem} onClose={decisions.clear} />}
			<MatchList
				tab={tab}
				listed={tab === 'check' ? { first: under('check'), after: under('matched') } : { first: under(tab), after: [] }}
				compared={view.judgedAt !== null}
				filtered={isFiltering(filter)}
				decisions={decisions}
				onFind={setFinding}
			/>
			<MatchUndo decisions={decisions} />
			<MatchFind finding={finding} decisions={decisions} onClose={() => setFinding(null)} />
		</div>
	);
}
