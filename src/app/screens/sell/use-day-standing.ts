import { useLiveQuery } from 'dexie-react-hooks';
import { openOutage } from '../../../storage/queries/open-outage.ts';
import { daySummary, recentSales } from '../../../storage/queries/recent-sales.ts';
import { currentDay, useServices } from '../../shell/services.ts';
import { RECENT_SHOWN } from './recent-strip.tsx';

const NOTHING = { recent: [], today: { count: 0, sumMinor: 0, nextNumber: 1 }, outage: null } as const;

/** What the till shows of the books: the last stubs, the day's sum, an outage that is open. */
export function useDayStanding() {
	const services = useServices();
	const day = currentDay(services);
	return (
		useLiveQuery(async () => {
			const [recent, today, outage] = await Promise.all([recentSales(services.db, RECENT_SHOWN), daySummary(services.db, day), openOutage(services.db)]);
			return { recent, today, outage };
		}, [services.db, day]) ?? NOTHING
	);
}
