import { ok, type Result } from '../../src/domain/result.ts';
import { cursorAt, positionOf } from './cursor.ts';

type FeedEvent<T> = { readonly id: string; readonly item: T | null };

/** A run of events for one answer: each id at most once, so that nobody has to care for their order. */
export type FeedSlice<T> = { readonly items: readonly T[]; readonly withdrawn: readonly string[]; readonly next: string; readonly more: boolean };

/** What tablets are told, in order: what stands from then on, and ids that no longer do. */
export type FeedLog<T> = {
	readonly tell: (id: string, item: T | null) => void;
	/**
	 * The events after a cursor, at most `limit`. It ends before an id comes up a second time: so a slice once given
	 * can only grow at its end, and what changed is taken back in one answer and given anew in the next.
	 */
	readonly slice: (after: string, limit: number) => Result<FeedSlice<T>, 'cursor_bad' | 'cursor_unknown'>;
};

export type SizeLimit<T> = { readonly sizeOf: (item: T) => number; readonly max: number };

/** `size`: an answer also ends before its items together are larger than this; a single one may be. */
export function createFeedLog<T>(journalId: string, size: SizeLimit<T> = { sizeOf: () => 0, max: 0 }): FeedLog<T> {
	const events: FeedEvent<T>[] = [];

	function slice(after: string, limit: number): ReturnType<FeedLog<T>['slice']> {
		const start = positionOf(after, journalId, events.length);
		if (!start.ok) return start;
		const ids = new Set<string>();
		const items: T[] = [];
		const withdrawn: string[] = [];
		let sum = 0;
		for (const { id, item } of events.slice(start.value, start.value + limit)) {
			sum += item === null ? 0 : size.sizeOf(item);
			if (ids.has(id) || (items.length > 0 && sum > size.max)) break;
			ids.add(id);
			if (item === null) withdrawn.push(id);
			else items.push(item);
		}
		const end = start.value + ids.size;
		return ok({ items, withdrawn, next: cursorAt(journalId, end), more: end < events.length });
	}

	return { tell: (id, item) => events.push({ id, item }), slice };
}
