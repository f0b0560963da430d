import { create } from 'zustand';

export const TOUR_STEPS = ['sell', 'bills', 'queue', 'late', 'day'] as const;
export type TourStep = (typeof TOUR_STEPS)[number];

/** How far somebody went by hand, and whether the tour is put away. Forgotten with the page: the books tell the rest. */
type Tour = { readonly open: boolean; readonly passed: readonly TourStep[] };

export const useTour = create<Tour>()(() => ({ open: true, passed: [] }));

export function passTourStep(step: TourStep): void {
	useTour.setState(({ passed }) => ({ passed: [...passed, step] }));
}

export function openTour(open: boolean): void {
	useTour.setState({ open });
}

export function restartTour(): void {
	useTour.setState({ open: true, passed: [] });
}
