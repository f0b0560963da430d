import type { Receipt } from '../../domain/receipts/receipt.ts';
import type { SourceEdit } from '../../domain/receipts/source-profiles/edits.ts';
import { partsOf } from '../../domain/settlement/batches/parts.ts';
import { shopSettlementRules } from '../../domain/settlement/shop-rules.ts';
import type { BusinessDay, Instant } from '../../domain/time.ts';
import type { Database, DayPartsRow } from '../database.ts';
import { sourceEdits } from '../shop-sources.ts';
import type { FactsRead } from './derived-facts.ts';

/** Rises whenever the same receipts may add something else to payouts; every day that was judged is then judged again. */
const PARTS_VERSION = 2;

/** A database from before, or one with parts made by older rules: all its days are due. Within a transaction over dayOutcomes, dirtyDays and meta. */
export async function markOldParts(db: Database): Promise<void> {
	const row = await db.meta.get('parts');
	if (row && 'version' in row && row.version >= PARTS_VERSION) return;
	const known = new Set(await db.dirtyDays.toCollection().primaryKeys());
	const days = await db.dayOutcomes.toCollection().primaryKeys();
	await db.dirtyDays.bulkPut(days.filter((day) => !known.has(day)).map((day) => ({ day, tip: 'parts' })));
	await db.meta.put({ key: 'parts', version: PARTS_VERSION });
}

type Judged = { readonly days: readonly BusinessDay[]; readonly stored: FactsRead['stored']; readonly judgedAt: Instant };

/** Keeps what the receipts of each day add to payouts; where that has changed, payouts are judged again. Within a transaction over dayParts and meta. */
export async function saveDayParts(db: Database, { days, stored, judgedAt }: Judged): Promise<void> {
	const byDay = new Map<BusinessDay, Receipt[]>(days.map((day) => [day, []]));
	for (const { receipt, day } of stored) byDay.get(day)?.push(receipt);
	const edits = await sourceEdits(db);
	const rows = [...byDay].map(([day, receipts]) => partsRow(day, receipts, edits));
	const before = await db.dayParts.bulkGet(rows.map(({ day }) => day));
	const changed = rows.filter((row, place) => JSON.stringify(row) !== JSON.stringify(before[place] ?? { day: row.day, ...NOTHING }));
	if (changed.length === 0) return;
	await db.dayParts.bulkPut(changed);
	await db.meta.put({ key: 'unsettled:parts', tip: `${judgedAt} ${changed.map(({ day }) => day).join(' ')}` });
}

const NOTHING = { parts: [], payouts: [], fees: [] };

/** Single rows are not named: a gap is known by its payout, and a year of ids would take as much room as the receipts. */
function partsRow(day: BusinessDay, receipts: readonly Receipt[], edits: readonly SourceEdit[]): DayPartsRow {
	const { parts, payouts, fees } = partsOf(receipts, { rules: shopSettlementRules(edits, day), businessDay: () => day });
	return { day, parts: parts.map((part) => ({ ...part, receipts: [] })), payouts, fees };
}
