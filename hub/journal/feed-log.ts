import { ok, type Result } from '../../src/domain/result.ts';
import type { ReceiptWire } from '../../src/feeds/protocol.ts';
import { cursorAt, positionOf } from './cursor.ts';

type FeedEvent = { readonly id: string; readonly receipt: ReceiptWire | null };

/** A run of events for one answer: each id at most once, so that nobody has to care for their order. */
export type FeedSlice = { readonly receipts: readonly ReceiptWire[]; readonly withdrawn: readonly string[]; readonly next: string; readonly more: boolean };

/** What tablets are told, in order: receipts that stand from then on, and ids that no longer do. */
export type FeedLog = {
	readonly tell: (id: string, receipt: ReceiptWire | null) => void;
	/**
	 * The events after a cursor, at most `limit`. It ends before an id comes up a second time: so a slice once given
	 * can only grow at its end, and a changed receipt is taken back in one answer and given anew in the next.
	 */
	readonly slice: (after: string, limit: number) => Result<FeedSlice, 'cursor_bad' | 'cursor_unknown'>;
};

export function createFeedLog(journalId: string): FeedLog {
	const events: FeedEvent[] = [];

	function slice(after: string, limit: number): ReturnType<FeedLog['slice']> {
		const start = positionOf(after, journalId, events.length);
		if (!start.ok) return start;
		const ids = new Set<string>();
		const receipts: ReceiptWire[] = [];
		const withdrawn: string[] = [];
		for (const { id, receipt } of events.slice(start.value, start.value + limit)) {
			if (ids.has(id)) break;
			ids.add(id);
			if (receipt) receipts.push(receipt);
			else withdrawn.push(id);
		}
		const end = start.value + ids.size;
		return ok({ receipts, withdrawn, next: cursorAt(journalId, end), more: end < events.length });
	}

	return { tell: (id, receipt) => events.push({ id, receipt }), slice };
}
