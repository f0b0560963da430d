import { lazy, Suspense } from 'react';

const Tour = lazy(() => import('../screens/practice/practice-tour.tsx').then((m) => ({ default: m.PracticeTour })));

/** The guided minute of practice mode; a shop's own till never loads it. */
export function PracticeTour() {
	return (
		<Suspense fallback={null}>
			<Tour />
		</Suspense>
	);
}
