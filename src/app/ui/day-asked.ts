import type { BusinessDay } from '../../domain/time.ts';

/** A day in the address that exists and has begun; null for anything else. */
export function dayAsked(search: string, today: BusinessDay): BusinessDay | null {
	const day = new URLSearchParams(search).get('day');
	if (day === null || !/^\d{4}-\d{2}-\d{2}$/.test(day) || day > today) return null;
	const at = Date.parse(`${day}T00:00:00Z`);
	return Number.isFinite(at) && new Date(at).toISOString().startsWith(day) ? day : null;
}
