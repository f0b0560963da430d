import { useLiveQuery } from 'dexie-react-hooks';
import { useCallback } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { BusinessDay } from '../../../domain/time.ts';
import { dayToOpen } from '../../../storage/queries/day/day-list.ts';
import { reviewView } from '../../../storage/queries/day/review.ts';
import type { ReviewView } from '../../../storage/queries/day/review-view.ts';
import { currentDay, useServices } from '../../shell/services.ts';
import { dayAsked } from '../../ui/day-asked.ts';

export type ReviewedDay = { readonly today: BusinessDay; readonly review: ReviewView | null; readonly choose: (day: BusinessDay) => void };

/** The day named in the address, else the running one once it has sales, else the last that had any. */
export function useReview(): ReviewedDay {
	const services = useServices();
	const { db, shop, ports } = services;
	const today = currentDay(services);
	const asked = dayAsked(useSearch(), today);
	const [path, navigate] = useLocation();
	const known = useLiveQuery(async () => {
		const day = asked ?? (await dayToOpen(db, today));
		return reviewView(db, day, { shop, now: ports.clock.now().at, today });
	}, [db, asked, today, shop, ports]);
	const choose = useCallback((day: BusinessDay) => navigate(`${path}?day=${day}`, { replace: true }), [navigate, path]);
	const review = known && (asked === null || known.day.day === asked) ? known : null;
	return { today, review, choose };
}
