import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { asEntryId, type SaleId } from '../../../domain/ids.ts';
import type { BusinessDay } from '../../../domain/time.ts';
import { dayOfSale, ledgerDay, ledgerFound, neighbouringDays } from '../../../storage/queries/ledger/ledger-list.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { currentDay, dayToReview, useServices } from '../../shell/services.ts';
import { useWide } from '../../state/use-wide.ts';
import { dayAsked } from '../../ui/day-asked.ts';
import './ledger.css';
import { LedgerDetail } from './ledger-detail.tsx';
import { LedgerEmpty } from './ledger-empty.tsx';
import { type LedgerFilter, linesOf, NO_FILTER, passes } from './ledger-groups.ts';
import { LedgerList } from './ledger-list.tsx';
import { LedgerTools } from './ledger-tools.tsx';
import { isFound, saleSearch, searchTerms } from './search-terms.ts';

/** Every sale can be found again here, with what happened to it. The day and the chosen sale stand in the address. */
export function LedgerScreen() {
	const services = useServices();
	const { db, shop } = services;
	const wide = useWide();
	const [, navigate] = useLocation();
	const search = useSearch();
	const params = useMemo(() => new URLSearchParams(search), [search]);
	const today = currentDay(services);
	const chosen = params.get('sale');
	const asked = dayAsked(search, today);
	const daySold = useLiveQuery(() => (chosen !== null && asked === null ? dayOfSale(db, chosen) : null), [db, chosen, asked]);
	const day = asked ?? daySold ?? dayToReview(services);
	const [typed, setTyped] = useState('');
	const [allDays, setAllDays] = useState(false);
	const [filter, setFilter] = useState<LedgerFilter>(NO_FILTER);
	const terms = searchTerms(typed, shop.currency);
	const everywhere = allDays && terms !== null;
	const key = JSON.stringify(terms);
	const found = useLiveQuery(async () => {
		if (!everywhere || !terms) return { day, ...(await neighbouringDays(db, day)), rows: await ledgerDay(db, day), more: false };
		return { day: null, before: null, after: null, ...(await ledgerFound(db, saleSearch(terms))) };
	}, [db, day, everywhere, everywhere ? key : '']);
	const rows = useMemo(() => {
		if (!found) return [];
		const wanted = searchTerms(typed, shop.currency);
		return found.rows.filter((row) => passes(row, filter) && (wanted === null || isFound(row.sale, wanted)));
	}, [found, filter, typed, shop.currency]);
	const lines = useMemo(() => linesOf(rows, everywhere ? 'day' : 'hour'), [rows, everywhere]);

	const show = (change: { readonly day?: BusinessDay; readonly sale?: SaleId | null }, replace = false) => {
		const next = new URLSearchParams(params);
		if (change.day !== undefined) {
			next.set('day', change.day);
			next.delete('sale');
		}
		if (change.sale === null) next.delete('sale');
		else if (change.sale !== undefined) next.set('sale', change.sale);
		navigate(`/ledger${next.size === 0 ? '' : `?${next}`}`, { replace });
	};
	if (chosen !== null && !wide) {
		return (
			<div className="ledger">
				<LedgerDetail id={asEntryId(chosen)} onBack={() => show({ sale: null })} onShow={(sale) => show({ sale })} />
			</div>
		);
	}
	return (
		<div className="ledger">
			<LedgerTools
				day={day}
				today={today}
				typed={typed}
				onType={setTyped}
				allDays={everywhere}
				onAllDays={setAllDays}
				filter={filter}
				onFilter={setFilter}
				onDay={(next) => show({ day: next })}
				found={terms === null ? null : { count: rows.length, more: found?.more ?? false }}
			/>
			{lines.length > 0 ? (
				<LedgerList lines={lines} chosen={chosen} onChoose={(sale) => show({ sale }, wide && chosen !== null)} />
			) : (
				<LedgerEmpty
					found={found}
					searching={terms !== null}
					narrowed={filter !== NO_FILTER}
					allDays={everywhere}
					onAllDays={() => setAllDays(true)}
					onDay={(next) => show({ day: next })}
				/>
			)}
			{wide && (chosen === null ? <ChooseOne /> : <LedgerDetail key={chosen} id={asEntryId(chosen)} onBack={null} onShow={(sale) => show({ sale }, true)} />)}
		</div>
	);
}

function ChooseOne() {
	const { text } = useMessages();
	return (
		<section className="ledger__detail ledger__none" aria-label={text.ledger.history}>
			<p className="lead">{text.ledger.choose}</p>
		</section>
	);
}
