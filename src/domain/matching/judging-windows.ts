import { addDays, type BusinessDay, daysBetween } from '../time.ts';

/** Days that are judged in one go. */
export type JudgingWindow = {
	/** Whose facts changed. */
	readonly dirty: readonly BusinessDay[];
	/** Whose results are replaced: a change reaches as far as a receipt may be late. */
	readonly resultDays: readonly BusinessDay[];
	/** Whose facts are needed for that: as far again. */
	readonly factDays: readonly BusinessDay[];
};

/** More days in one go would take the memory of a small tablet. */
const WINDOW_DAYS_MAX = 14;

/** Splits dirty days (in any order) into windows, oldest first: days far apart do not drag those between them along. */
export function judgingWindows(dirtyDays: readonly BusinessDay[], lateDays: number): readonly JudgingWindow[] {
	const windows: BusinessDay[][] = [];
	for (const day of [...new Set(dirtyDays)].sort()) {
		const last = windows.at(-1);
		const [first, latest] = [last?.[0], last?.at(-1)];
		const near = first !== undefined && latest !== undefined && day <= addDays(latest, 2 * lateDays + 1) && day < addDays(first, WINDOW_DAYS_MAX);
		if (last && near) last.push(day);
		else windows.push([day]);
	}
	return windows.map((dirty) => windowOf(dirty, new Set(windows.filter((other) => other !== dirty).flat()), lateDays));
}

/** A day that is dirty in another window is judged there, with its own neighbours; saved here, its dirt would be forgotten. */
function windowOf(dirty: readonly BusinessDay[], elsewhere: ReadonlySet<BusinessDay>, lateDays: number): JudgingWindow {
	const first = dirty[0] ?? '';
	const last = dirty.at(-1) ?? '';
	return {
		dirty,
		resultDays: daysBetween(addDays(first, -lateDays), addDays(last, lateDays)).filter((day) => !elsewhere.has(day)),
		factDays: daysBetween(addDays(first, -2 * lateDays), addDays(last, 2 * lateDays)),
	};
}
