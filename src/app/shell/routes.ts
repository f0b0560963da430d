import type { ComponentType } from 'react';
import { loadRest } from '../messages/catalog.ts';
import { lazyScreen } from './lazy-screen.ts';

const SCREENS = {
	'/queue': () => import('../screens/queue/queue-screen.tsx').then((m) => m.QueueScreen),
	'/match': () => import('../screens/match/match-screen.tsx').then((m) => m.MatchScreen),
	'/import': () => import('../screens/import/import-screen.tsx').then((m) => m.ImportScreen),
	'/cases': () => import('../screens/cases/cases-screen.tsx').then((m) => m.CasesScreen),
	'/cases/:id': () => import('../screens/cases/case-screen.tsx').then((m) => m.CaseScreen),
	'/day': () => import('../screens/day/day-screen.tsx').then((m) => m.DayScreen),
	'/review': () => import('../screens/review/review-screen.tsx').then((m) => m.ReviewScreen),
	'/ledger': () => import('../screens/ledger/ledger-screen.tsx').then((m) => m.LedgerScreen),
	'/more': () => import('../screens/more/more-screen.tsx').then((m) => m.MoreScreen),
} as const satisfies Record<string, () => Promise<ComponentType>>;

export type RoutePath = keyof typeof SCREENS | '/sell';

/** Every screen but the keypad is a chunk of its own, fetched while nothing happens; the keypad needs nothing. */
export const LAZY_ROUTES = Object.entries(SCREENS).map(([path, load]) => ({ path, Screen: lazyScreen(load) }));

/** Fetches all screens after the first paint, so that an update can never orphan one. */
export function prefetchScreens(): void {
	const idle =
		'requestIdleCallback' in window ? (work: () => void) => requestIdleCallback(work, { timeout: 4_000 }) : (work: () => void) => setTimeout(work, 1_500);
	idle(() => {
		for (const load of [loadRest, ...Object.values(SCREENS)]) load().catch(() => undefined);
	});
}

/** Which entry of the navigation a path belongs to. */
export function sectionOf(path: string): 'sell' | 'queue' | 'match' | 'day' | 'more' {
	const first = path.split('/')[1] ?? '';
	if (first === 'queue' || first === 'cases') return 'queue';
	if (first === 'match' || first === 'import') return 'match';
	if (first === 'day' || first === 'review') return 'day';
	return first === 'more' || first === 'ledger' ? 'more' : 'sell';
}

/** The name of the screen, as in the top bar. */
export function titleKey(path: string): 'sell' | 'queue' | 'match' | 'import' | 'day' | 'review' | 'ledger' | 'cases' | 'more' {
	const first = path.split('/')[1];
	switch (first) {
		case 'queue':
		case 'match':
		case 'import':
		case 'day':
		case 'review':
		case 'ledger':
		case 'cases':
		case 'more':
			return first;
		default:
			return 'sell';
	}
}
