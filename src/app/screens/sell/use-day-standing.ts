import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import type { Sale } from '../../../domain/ledger/sale.ts';
import { openOutage } from '../../../storage/queries/open-outage.ts';
import { latestSales, type RecentSale, tillDay } from '../../../storage/queries/till.ts';
import { currentDay, useServices } from '../../shell/services.ts';
import { RECENT_SHOWN } from './recent-shown.ts';

const NO_SALES: readonly Sale[] = [];
type Look = typeof import('../../../storage/queries/recent-standing.ts').standingOf;

const NO_DAY = { count: 0, sumMinor: 0, nextNumber: 1 } as const;

/**
 * What the till shows of the books: the last stubs, the day's sum, an outage that is open. What has come of a stub is
 * asked apart from the stub itself, so that a new sale stands in the strip without waiting for it, nor for the code that asks.
 */
export function useDayStanding() {
	const [look, setLook] = useState<Look | null>(null);
	useEffect(() => void import('../../../storage/queries/recent-standing.ts').then(({ standingOf }) => setLook(() => standingOf)), []);
	const services = useServices();
	const { db } = services;
	const day = currentDay(services);
	const sales = useLiveQuery(() => latestSales(db, RECENT_SHOWN), [db]) ?? NO_SALES;
	const known = useLiveQuery(async () => look?.(db, sales), [db, sales, look]);
	const today = useLiveQuery(() => tillDay(db, day), [db, day]) ?? NO_DAY;
	const outage = useLiveQuery(() => openOutage(db), [db]) ?? null;
	const byId = new Map(known?.map((row) => [row.sale.id, row]));
	const recent = sales.map((sale): RecentSale => ({ standing: 'saved', voucher: null, gap: null, ...byId.get(sale.id), sale }));
	return { recent, today, outage };
}
