import type { ImportId } from '../../domain/ids.ts';
import type { LineProblem } from '../../domain/receipts/reading.ts';
import type { BusinessDay, Instant, Interval, OffsetMinutes } from '../../domain/time.ts';
import type { ImportRow } from '../database.ts';
import type { Database } from './source.ts';

/** A file that was taken in, here or by the hub: one line for all bills that it held. */
export type ImportedFile = {
	readonly hash: string;
	readonly imports: readonly ImportId[];
	readonly name: string;
	readonly formats: readonly string[];
	readonly at: Instant;
	readonly offset: OffsetMinutes;
	readonly actor: string;
	readonly count: number;
	readonly coverage: Interval | null;
	readonly days: readonly BusinessDay[];
	readonly withdrawn: boolean;
	/** The hub's source that passed it on; null for a file that somebody took in, whose bytes are kept here. */
	readonly from: string | null;
	/** What was not understood. */
	readonly problemLines: readonly LineProblem[];
};

/** What came by itself: how many batches, and the last. */
export type FeedImports = { readonly batches: number; readonly receipts: number; readonly lastAt: Instant; readonly offset: OffsetMinutes };

export type ImportList = { readonly files: readonly ImportedFile[]; readonly feed: FeedImports | null };

const FILES_MAX = 60;

/** Files newest first, withdrawn ones among them. */
export async function importList(db: Database): Promise<ImportList> {
	const rows = await db.imports.orderBy('seq').reverse().toArray();
	const files = filesOf(rows.filter((row) => row.origin === 'file' || row.via));
	const feed = rows.filter((row) => row.origin === 'feed' && !row.via && row.withdrawnBy === null);
	const last = feed[0];
	return {
		files: files.slice(0, FILES_MAX).flatMap((group) => fileOf(group) ?? []),
		feed: last ? { batches: feed.length, receipts: feed.reduce((sum, row) => sum + row.count, 0), lastAt: last.at, offset: last.offset } : null,
	};
}

/** The bills of one archive were taken in together, one entry after the other. */
function filesOf(rows: readonly ImportRow[]): ImportRow[][] {
	const files: ImportRow[][] = [];
	for (const row of rows) {
		const group = files.at(-1);
		const above = group?.at(-1);
		if (group && above && above.hash === row.hash && above.seq === row.seq + 1) group.push(row);
		else files.push([row]);
	}
	return files;
}

function fileOf(rows: readonly ImportRow[]): ImportedFile | null {
	const [first] = rows;
	if (!first) return null;
	const intervals = rows.flatMap((row) => row.coverage ?? []);
	return {
		hash: first.hash,
		imports: rows.map((row) => row.id),
		name: first.name,
		formats: [...new Set(rows.map((row) => row.format))],
		at: first.at,
		offset: first.offset,
		actor: first.actor,
		count: rows.reduce((sum, row) => sum + row.count, 0),
		coverage: intervals.length === 0 ? null : { from: Math.min(...intervals.map(({ from }) => from)), to: Math.max(...intervals.map(({ to }) => to)) },
		days: [...new Set(rows.flatMap((row) => row.days))].sort(),
		problemLines: rows.flatMap((row) => row.problemLines),
		from: first.via?.source ?? null,
		withdrawn: rows.every((row) => row.withdrawnBy !== null),
	};
}
