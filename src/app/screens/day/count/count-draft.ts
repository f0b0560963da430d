import { useCallback, useState } from 'react';
import type { BusinessDay } from '../../../../domain/time.ts';
import type { CountDraft } from './count.ts';

/**
 * A count that is under way survives a restart of the app: a tablet may drop the page while somebody counts.
 * It is a convenience of the device; the count itself is an entry of the ledger.
 */
export function useCountDraft(mode: 'shop' | 'practice', day: BusinessDay, start: CountDraft) {
	const key = `counterfoil.count.${mode}.${day}`;
	const [draft, setDraft] = useState<CountDraft>(() => stored(key) ?? start);
	const change = useCallback(
		(next: CountDraft) => {
			setDraft(next);
			keep(key, next);
		},
		[key],
	);
	const forget = useCallback(() => keep(key, null), [key]);
	return { draft, change, forget };
}

function keep(key: string, draft: CountDraft | null): void {
	try {
		if (draft === null) sessionStorage.removeItem(key);
		else sessionStorage.setItem(key, JSON.stringify(draft));
	} catch {
		// A device that keeps nothing only forgets a count that was not finished.
	}
}

function stored(key: string): CountDraft | null {
	try {
		const value: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
		return isDraft(value) ? value : null;
	} catch {
		return null;
	}
}

function isDraft(value: unknown): value is CountDraft {
	if (typeof value !== 'object' || value === null) return false;
	const { pieces, rest, float } = value as Record<string, unknown>;
	if (typeof pieces !== 'object' || pieces === null || typeof rest !== 'string' || typeof float !== 'string') return false;
	return Object.entries(pieces).every(([minor, count]) => /^\d+$/.test(minor) && Number.isSafeInteger(count) && count >= 0);
}
