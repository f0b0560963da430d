import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useRef } from 'react';
import { Link } from 'wouter';
import type { MatchRow, MatchTab } from '../../../storage/queries/match/rows.ts';
import { useMessages } from '../../messages/messages-context.ts';
import type { Finding } from './match-find.tsx';
import { MatchRowLine } from './match-row.tsx';
import type { MatchDecisions } from './use-match-decisions.ts';

/** Below this, all lines stand in the page: find-in-page and print see them all. */
const PLAIN_MAX = 200;
const ROW_ESTIMATE_PX = 118;

type Props = {
	readonly tab: MatchTab;
	/** What the tab is about, and what follows it under a heading of its own. */
	readonly listed: { readonly first: readonly MatchRow[]; readonly after: readonly MatchRow[] };
	readonly compared: boolean;
	readonly filtered: boolean;
	readonly decisions: MatchDecisions;
	readonly onFind: (finding: Finding) => void;
};
type Item = { readonly key: string; readonly row: MatchRow | null };

export function MatchList({ tab, listed, compared, filtered, decisions, onFind }: Props) {
	const { text, format } = useMessages();
	const { first, after } = listed;
	const heading: Item[] = after.length > 0 ? [{ key: 'matched', row: null }] : [];
	const items: Item[] = [...ordered(first), ...heading, ...after.map(itemOf)];
	const line = ({ row }: Item) =>
		row ? (
			<MatchRowLine row={row} decisions={decisions} onFind={onFind} />
		) : (
			<h2 className="match-list__head h3">{`${text.match.tabs.matched} ${format.count(after.length)}`}</h2>
		);
	const empty = first.length === 0 && <Empty tab={tab} compared={compared} filtered={filtered} />;
	return (
		<div className="match-panel" id="match-rows" role="tabpanel" aria-labelledby={`match-tab-${tab}`}>
			{items.length > PLAIN_MAX ? (
				<LongList items={items} line={line} empty={empty} />
			) : (
				<div className="match-list">
					{empty}
					<ol className="match-list__rows">
						{items.map((item) => (
							<li key={item.key}>{line(item)}</li>
						))}
					</ol>
				</div>
			)}
		</div>
	);
}

/** What is not due yet asks nothing of anybody and comes after what does. */
function ordered(rows: readonly MatchRow[]): Item[] {
	return [...rows.filter((row) => row.kind !== 'wait'), ...rows.filter((row) => row.kind === 'wait')].map(itemOf);
}

function itemOf(row: MatchRow): Item {
	return { key: `${row.kind} ${row.key}`, row };
}

type LongProps = { readonly items: readonly Item[]; readonly line: (item: Item) => ReactNode; readonly empty: ReactNode };

function LongList({ items, line, empty }: LongProps) {
	const scroller = useRef<HTMLDivElement>(null);
	const virtual = useVirtualizer({
		count: items.length,
		getScrollElement: () => scroller.current,
		estimateSize: () => ROW_ESTIMATE_PX,
		getItemKey: (index) => items[index]?.key ?? index,
		overscan: 10,
		useFlushSync: false,
	});
	return (
		<div className="match-list" ref={scroller}>
			{empty}
			<ol className="match-list__rows match-list__rows--long" style={{ height: virtual.getTotalSize() }}>
				{virtual.getVirtualItems().map(({ key, index, start }) => {
					const item = items[index];
					return (
						item && (
							<li
								key={key}
								ref={virtual.measureElement}
								data-index={index}
								aria-setsize={items.length}
								aria-posinset={index + 1}
								style={{ transform: `translateY(${start}px)` }}
							>
								{line(item)}
							</li>
						)
					);
				})}
			</ol>
		</div>
	);
}

function Empty({ tab, compared, filtered }: Pick<Props, 'tab' | 'compared' | 'filtered'>) {
	const { text } = useMessages();
	const words = text.match;
	if (filtered) return <p className="lead">{words.empty.filtered}</p>;
	if (compared) return <p className="lead">{words.empty[tab]}</p>;
	return (
		<div className="match-never">
			<p className="lead">{words.empty.never}</p>
			<p className="cap2">{words.emptyHint}</p>
			<Link className="btn btn--go btn--big" href="/import">
				{words.import}
			</Link>
		</div>
	);
}
