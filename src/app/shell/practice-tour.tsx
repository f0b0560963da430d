import { Suspense } from 'react';
import { lazyScreen } from './lazy-screen.ts';

const Tour = lazyScreen(() => import('../screens/practice/practice-tour.tsx').then((m) => m.PracticeTour));

/** The guided minute of practice mode; a shop's own till never loads it. */
export function PracticeTour() {
	return (
		<Suspense fallback={null}>
			<Tour />
		</Suspense>
	);
}
