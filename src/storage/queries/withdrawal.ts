import type { ImportId } from '../../domain/ids.ts';
import { identityOf } from '../../domain/receipts/standing-receipts.ts';
import { addDays, type BusinessDay } from '../../domain/time.ts';
import { visitDays } from '../discrepancies/rows.ts';
import { readPagesOf } from '../read-receipts.ts';
import type { Database } from './source.ts';

/** What withdrawing imports would change. */
export type WithdrawalEffect = {
	/** Receipts that would no longer count. */
	readonly goes: number;
	/** Bank lines that would no longer count. */
	readonly lines: number;
	/** Receipts that another standing import carries too. */
	readonly stays: number;
	/** Matches that would come apart, at most. */
	readonly apart: number;
	/** Open discrepancies that only name receipts that go. */
	readonly clears: number;
	/** Days that were closed with them. */
	readonly closedDays: readonly BusinessDay[];
};

/** A receipt may be matched with a sale so many days away. */
const LATE_DAYS = 4;

/** Receipts, matches and discrepancies that hang on the imports given; those withdrawn already are passed over. */
export function withdrawalEffect(db: Database, imports: readonly ImportId[]): Promise<WithdrawalEffect> {
	return db.transaction('r', [db.imports, db.receiptPages, db.dayOutcomes, db.discrepancies, db.discrepancyPages, db.dayCloses], async () =>
		effectOf(db, imports),
	);
}

async function effectOf(db: Database, imports: readonly ImportId[]): Promise<WithdrawalEffect> {
	const rows = (await db.imports.bulkGet([...imports])).filter((row) => row?.withdrawnBy === null);
	const days = [...new Set(rows.flatMap((row) => row?.days ?? []))].sort();
	const own = new Map<string, string>();
	for (const row of rows) {
		if (!row) continue;
		for (const page of await readPagesOf(db, row.id)) for (const receipt of page.receipts) own.set(identityOf(receipt), receipt.id);
	}
	const elsewhere = await carriedElsewhere(db, { imports, days, own });
	const going = new Set([...own].flatMap(([identity, id]) => (elsewhere.has(identity) ? [] : [id])));
	const names = (receipts: readonly string[]) => receipts.length > 0 && receipts.some((id) => going.has(id));
	const outcomes = await db.dayOutcomes.where('day').anyOf(around(days)).toArray();
	let clears = 0;
	await visitDays(db, around(days), ({ state, sales, receipts }) => {
		if (state === 'open' && sales.length === 0 && names(receipts)) clears += 1;
	});
	return {
		goes: going.size,
		lines: rows.reduce((sum, row) => sum + (row?.leg === 'bank' ? row.count : 0), 0),
		stays: elsewhere.size,
		apart: outcomes.reduce((sum, { matches }) => sum + matches.filter(({ band, receipts }) => band !== 'review' && names(receipts)).length, 0),
		clears,
		closedDays: (await db.dayCloses.where('day').anyOf(days).primaryKeys()) as BusinessDay[],
	};
}

type Own = { readonly imports: readonly ImportId[]; readonly days: readonly BusinessDay[]; readonly own: ReadonlyMap<string, string> };

async function carriedElsewhere(db: Database, { imports, days, own }: Own): Promise<ReadonlySet<string>> {
	const others = await db.imports.where('days').anyOf(days).distinct().toArray();
	const found = new Set<string>();
	for (const row of others) {
		if (row.withdrawnBy !== null || imports.includes(row.id)) continue;
		for (const page of await readPagesOf(db, row.id)) {
			for (const receipt of page.receipts) {
				const identity = identityOf(receipt);
				if (own.has(identity)) found.add(identity);
			}
		}
	}
	return found;
}

function around(days: readonly BusinessDay[]): BusinessDay[] {
	return [...new Set(days.flatMap((day) => Array.from({ length: 2 * LATE_DAYS + 1 }, (_, at) => addDays(day, at - LATE_DAYS))))];
}
