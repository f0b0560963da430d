import type { ReceiptWire, StatementWire } from '../../src/feeds/protocol.ts';
import { STATEMENT_LINES_MAX } from '../../src/feeds/protocol.ts';
import { createFeedLog, type FeedLog } from './feed-log.ts';
import { createStanding, isSamePayment, type PartKey, type Standing } from './standing.ts';

/** One of the two things that sources say, receipts and statements: what stands of it, and what tablets were told. */
export type Track<T> = {
	readonly standing: Standing<T>;
	readonly log: FeedLog<T>;
	readonly saysTheSame: (a: T, b: T) => boolean;
};

/** What one part gives, by id, and what is new about it. */
export type TrackChange<T> = { readonly key: PartKey; readonly held: Map<string, T>; readonly removed: readonly string[]; readonly added: readonly T[] };

export function receiptTrack(journalId: string): Track<ReceiptWire> {
	// The line of the file that carries a receipt is none of a tablet's business.
	const text = (receipt: ReceiptWire) => JSON.stringify({ ...receipt, source: '', line: null, net: receipt.net ?? null });
	return { standing: createStanding(isSamePayment), log: createFeedLog(journalId), saysTheSame: (a, b) => text(a) === text(b) };
}

/** A hub's statement is named after its content, so that under one id there is nothing to tell apart. */
export function statementTrack(journalId: string): Track<StatementWire> {
	const log = createFeedLog<StatementWire>(journalId, { sizeOf: ({ lines }) => lines.length, max: STATEMENT_LINES_MAX });
	return { standing: createStanding(() => true), log, saysTheSame: (a, b) => lineless(a) === lineless(b) };
}

function lineless({ lines, ...statement }: StatementWire): string {
	return JSON.stringify({ ...statement, source: '', file: '', problems: [], lines: lines.map((line) => ({ ...line, line: null })) });
}

/** Takes in what a part says. What is taken back is told first, so that a change of many is one run of each. */
export function applyTo<T extends { readonly id: string }>({ standing, log, saysTheSame }: Track<T>, { key, held, removed, added }: TrackChange<T>): void {
	const touched = [...new Set([...removed, ...added.map(({ id }) => id)])];
	const before = new Map(touched.map((id) => [id, standing.item(id)]));
	for (const id of removed) if (held.delete(id)) standing.say(key, id, null);
	for (const item of added) {
		held.set(item.id, item);
		standing.say(key, item.id, item);
	}
	const news = touched.map((id) => ({ id, was: before.get(id) ?? null, is: standing.item(id) })).filter(({ was, is }) => !(was && is && saysTheSame(was, is)));
	for (const { id, was } of news) if (was) log.tell(id, null);
	for (const { id, is } of news) if (is) log.tell(id, is);
}
