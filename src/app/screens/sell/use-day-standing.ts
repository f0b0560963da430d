import { useLiveQuery } from 'dexie-react-hooks';
import type { Sale } from '../../../domain/ledger/sale.ts';
import { openOutage } from '../../../storage/queries/open-outage.ts';
import { latestSales, type RecentSale, standingOf, tillDay } from '../../../storage/queries/till.ts';
import { currentDay, useServices } from '../../shell/services.ts';
import { RECENT_SHOWN } from './recent-shown.ts';

const NO_SALES: readonly Sale[] = [];
const NO_DAY = { count: 0, sumMinor: 0, nextNumber: 1 } as const;

/**
 * What the till shows of the books: the last stubs, the day's sum, an outage that is open. What has come of a stub is
 * asked apart from the stub itself, so that a new sale stands in the strip without waiting for it.
 */
export function useDayStanding() {
	const services = useServices();
	const { db } = services;
	const day = currentDay(services);
	const sales = useLiveQuery(() => latestSales(db, RECENT_SHOWN), [db]) ?? NO_SALES;
	const known = useLiveQuery(() => standingOf(db, sales), [db, sales]);
	const today = useLiveQuery(() => tillDay(db, day), [db, day]) ?? NO_DAY;
	const outage = useLiveQuery(() => openOutage(db), [db]) ?? null;
	const byId = new Map(known?.map((row) => [row.sale.id, row]));
	const recent = sales.map((sale): RecentSale => ({ standing: 'saved', voucher: null, gap: null, ...byId.get(sale.id), sale }));
	return { recent, today, outage };
}
