import { useLiveQuery } from 'dexie-react-hooks';
import { useCallback } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { BusinessDay } from '../../../domain/time.ts';
import { dayView } from '../../../storage/queries/day/day.ts';
import { dayList, dayToOpen } from '../../../storage/queries/day/day-list.ts';
import type { DayListItem, DayView } from '../../../storage/queries/day/day-view.ts';
import { currentDay, useServices } from '../../shell/services.ts';
import { dayAsked } from '../../ui/day-asked.ts';

export type ChosenDay = {
	readonly today: BusinessDay;
	/** Null until the first read is done. */
	readonly view: DayView | null;
	readonly days: readonly DayListItem[];
	readonly choose: (day: BusinessDay) => void;
};

const DAYS_SHOWN = 14;

/** The day named in the address (`?day=2026-11-20`), else the running one once it has sales, else the last that had any. */
export function useDay(): ChosenDay {
	const services = useServices();
	const { db, shop, ports } = services;
	const today = currentDay(services);
	const asked = dayAsked(useSearch(), today);
	const [path, navigate] = useLocation();
	const known = useLiveQuery(async () => {
		const day = asked ?? (await dayToOpen(db, today));
		return dayView(db, day, { shop, now: ports.clock.now().at });
	}, [db, asked, today, shop, ports]);
	const days = useLiveQuery(() => dayList(db, today, DAYS_SHOWN), [db, today]) ?? [];
	const choose = useCallback((day: BusinessDay) => navigate(`${path}?day=${day}`, { replace: true }), [navigate, path]);
	// While another day is read the one shown before must not stand under its name.
	const view = known && (asked === null || known.day === asked) ? known : null;
	return { today, view, days, choose };
}
