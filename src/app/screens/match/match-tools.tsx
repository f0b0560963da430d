import { Check, ChevronLeft, ChevronRight, FileUp, ListFilter } from 'lucide-react';
import { Link } from 'wouter';
import type { BusinessDay } from '../../../domain/time.ts';
import type { MatchDay } from '../../../storage/queries/match/match-day.ts';
import type { MatchTab } from '../../../storage/queries/match/rows.ts';
import { useMessages } from '../../messages/messages-context.ts';

const TABS: readonly MatchTab[] = ['check', 'matched', 'out'];

type Props = {
	readonly view: MatchDay;
	readonly tab: MatchTab;
	readonly counts: Readonly<Record<MatchTab, number>>;
	readonly certain: number;
	readonly filtering: boolean;
	readonly filters: number;
	readonly busy: boolean;
	readonly onTab: (tab: MatchTab) => void;
	readonly onDay: (day: BusinessDay) => void;
	readonly onFilter: () => void;
	readonly onConfirm: () => void;
};

/** Which day, which lines, and one key for everything that is certain. */
export function MatchTools({ view, tab, counts, certain, filtering, filters, busy, onTab, onDay, onFilter, onConfirm }: Props) {
	const { text, format } = useMessages();
	const words = text.match;
	return (
		<div className="match-tools">
			<div className="tabs match-tools__tabs" role="tablist" aria-label={words.tabsLabel}>
				{TABS.map((one) => (
					<button
						key={one}
						type="button"
						role="tab"
						id={`match-tab-${one}`}
						className="tab"
						aria-selected={tab === one}
						aria-controls="match-rows"
						onClick={() => onTab(one)}
					>
						{words.tabs[one]}
						<span className={one === 'check' && counts.check > 0 ? 'count' : undefined}>{format.count(counts[one])}</span>
					</button>
				))}
			</div>
			<DaySwitch view={view} onDay={onDay} />
			<Link className="btn match-tools__short" href="/import">
				<FileUp className="i i--s" aria-hidden="true" />
				<span>{words.import}</span>
			</Link>
			<button type="button" className="btn match-tools__short" aria-expanded={filtering} onClick={onFilter}>
				<ListFilter className="i i--s" aria-hidden="true" />
				<span>{filters > 0 ? words.filterOn(format.count(filters)) : words.filter}</span>
			</button>
			{certain > 0 && (
				<button type="button" className="btn btn--go match-tools__batch" disabled={busy} onClick={onConfirm}>
					<Check className="i i--s" aria-hidden="true" />
					{words.confirmAll(format.count(certain))}
				</button>
			)}
		</div>
	);
}

function DaySwitch({ view: { day, before, after }, onDay }: Pick<Props, 'view' | 'onDay'>) {
	const { text, format } = useMessages();
	return (
		<div className="match-days">
			<button
				type="button"
				className="btn btn--quiet"
				aria-label={text.match.dayBefore}
				disabled={before === null}
				onClick={() => before !== null && onDay(before)}
			>
				<ChevronLeft className="i" aria-hidden="true" />
			</button>
			<b className="nb" data-testid="match-day" data-day={day}>
				{format.day(day)}
			</b>
			<button
				type="button"
				className="btn btn--quiet"
				aria-label={text.match.dayAfter}
				disabled={after === null}
				onClick={() => after !== null && onDay(after)}
			>
				<ChevronRight className="i" aria-hidden="true" />
			</button>
		</div>
	);
}
