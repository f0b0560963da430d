import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { useSearch } from 'wouter';
import { asDiscrepancyId, type DiscrepancyId } from '../../../domain/ids.ts';
import { decided, reEntryList } from '../../../storage/queries/queue/decided.ts';
import { queueLists } from '../../../storage/queries/queue/queue-lists.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { useServices } from '../../shell/services.ts';
import { QueueDecided } from './queue-decided.tsx';
import { QueueReEntry } from './queue-re-entry.tsx';
import { QueueSnoozed } from './queue-snoozed.tsx';
import { QueueTriage } from './queue-triage.tsx';
import { useNow } from './use-now.ts';
import './queue.css';

const TABS = ['open', 'snoozed', 'decided', 'reEntry'] as const;
type Tab = (typeof TABS)[number];

/** 待处理: every discrepancy, one at a time, each ending in a decision. */
export function QueueScreen() {
	const { text, format } = useMessages();
	const services = useServices();
	const now = useNow(services);
	const [tab, setTab] = useState<Tab>('open');
	const asked = useAskedFor();
	const lists = useLiveQuery(() => queueLists(services.db, now, asked), [services.db, now, asked]);
	const past = useLiveQuery(() => decided(services.db), [services.db]);
	const reEntry = useLiveQuery(() => reEntryList(services.db), [services.db]);
	if (!lists || !past || !reEntry) return <p className="queue-loading cap">{text.common.loading}</p>;
	const counts = { ...lists.counts, decided: past.length, reEntry: reEntry.filter((line) => line.done === null).length };
	return (
		<div className="queue">
			<div className="tabs queue-tabs" role="tablist" aria-label={text.queue.tabsLabel}>
				{TABS.map((one) => (
					<button
						key={one}
						type="button"
						role="tab"
						className="tab"
						id={`queue-tab-${one}`}
						aria-selected={tab === one}
						aria-controls="queue-panel"
						onClick={() => setTab(one)}
					>
						{text.queue.tabs[one]}
						{counts[one] > 0 && <span className={one === 'open' ? 'count' : 'queue-tabs__n'}>{format.count(counts[one])}</span>}
					</button>
				))}
			</div>
			<div className="queue-panel" id="queue-panel" role="tabpanel" aria-labelledby={`queue-tab-${tab}`}>
				{tab === 'open' && <QueueTriage open={lists.open} asked={asked} counts={lists.counts} now={now} />}
				{tab === 'snoozed' && <QueueSnoozed rows={lists.snoozed} />}
				{tab === 'decided' && <QueueDecided rows={past} />}
				{tab === 'reEntry' && <QueueReEntry lines={reEntry} />}
			</div>
		</div>
	);
}

/** `/queue?id=…` opens that one. */
function useAskedFor(): DiscrepancyId | null {
	const id = new URLSearchParams(useSearch()).get('id');
	return id === null ? null : asDiscrepancyId(id);
}
