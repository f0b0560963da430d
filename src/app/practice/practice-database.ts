import { usePreferences } from '../state/preferences.ts';

const PREFIX = 'counterfoil-practice';
const CHOSEN = 'counterfoil.practice';

/** Whether this window practises: the address asked for it, and it stays so until practice is ended. */
export function practiceChosen(): boolean {
	if (new URLSearchParams(location.search).get('practice') === '1') sessionStorage.setItem(CHOSEN, '1');
	return sessionStorage.getItem(CHOSEN) === '1';
}

export function endPractice(): void {
	sessionStorage.removeItem(CHOSEN);
}

/** The database of the practice that is running: each new beginning gets one of its own. */
export function practiceDatabase(): string {
	const { practiceRun } = usePreferences.getState();
	return practiceRun === 0 ? PREFIX : `${PREFIX}-${practiceRun}`;
}

/** Begins practice anew. The old practice database goes; nothing here can name the shop's own. */
export function beginPracticeAnew(): void {
	const old = practiceDatabase();
	const { practiceRun, set } = usePreferences.getState();
	set({ practiceRun: practiceRun + 1 });
	if (old.startsWith(PREFIX)) indexedDB.deleteDatabase(old);
}
