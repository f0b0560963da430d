import { useSyncExternalStore } from 'react';

/** Wide enough for a list beside its page: the same line that the styles draw. */
const WIDE = '(min-width: 1000px) and (orientation: landscape)';

export function useWide(): boolean {
	return useSyncExternalStore(subscribe, () => matchMedia(WIDE).matches);
}

function subscribe(changed: () => void): () => void {
	const query = matchMedia(WIDE);
	query.addEventListener('change', changed);
	return () => query.removeEventListener('change', changed);
}
