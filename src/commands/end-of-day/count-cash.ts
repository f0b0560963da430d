import type { CashCounted } from '../../domain/end-of-day/entries.ts';
import { countedMinor, expectedCash } from '../../domain/end-of-day/expected-cash.ts';
import type { EntryId } from '../../domain/ids.ts';
import { SHOP_DEFAULT } from '../../domain/ledger/shop.ts';
import { typedText } from '../../domain/ledger/typed-text.ts';
import type { Minor } from '../../domain/money.ts';
import { type Problem, problem } from '../../domain/problems.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { BusinessDay } from '../../domain/time.ts';
import { draft, type Ports } from '../ports.ts';

export type CountCashInput = {
	readonly day: BusinessDay;
	/** Denomination in minor units → pieces; empty where only a total was counted. */
	readonly pieces: Readonly<Record<string, number>>;
	/** What was counted without pieces, in place of them. */
	readonly totalMinor?: Minor | null;
	/** What was in the drawer to begin with; it is part of what is counted. */
	readonly floatMinor: Minor;
	/** Known only after the count: count again with the same pieces to add it. */
	readonly reason?: CashCounted['reason'];
	readonly note?: string | null;
};

/** `differenceMinor` = counted − expected: below zero 短款, above 长款. */
export type CountedCash = {
	readonly entry: EntryId;
	readonly countedMinor: Minor;
	readonly expectedMinor: Minor;
	readonly differenceMinor: Minor;
	readonly withinTolerance: boolean;
};

/**
 * 点现金, blind: what was expected is answered only once the count is recorded. The last count of a day stands, the earlier stay in the log.
 * Problems: `count_missing` (nothing counted, or pieces that cannot be), `amount_missing` (float), `day_closed`, and those of the storage.
 */
export async function countCash(ports: Ports, input: CountCashInput): Promise<Result<CountedCash, Problem>> {
	const counted = input.totalMinor ?? (Object.keys(input.pieces).length === 0 ? null : countedMinor(input.pieces));
	if (counted === null || !Number.isSafeInteger(counted) || counted < 0) return fail(problem('count_missing'));
	if (!Number.isSafeInteger(input.floatMinor) || input.floatMinor < 0) return fail(problem('amount_missing', 'float'));
	const [closed, sales, shop] = await Promise.all([ports.work.dayClose(input.day), ports.ledger.salesOfDay(input.day), ports.ledger.shop()]);
	if (closed) return fail(problem('day_closed'));
	const { expectedMinor } = expectedCash(sales, input.floatMinor);
	const { day, pieces, floatMinor, reason = null } = input;
	const entry = draft(ports, 'cash-counted', { day, countedMinor: counted, floatMinor, pieces, expectedMinor, reason, note: typedText(input.note) });
	const committed = await ports.ledger.commit([entry]);
	if (!committed.ok) return committed;
	const differenceMinor = counted - expectedMinor;
	const withinTolerance = Math.abs(differenceMinor) <= (shop ?? SHOP_DEFAULT).cashToleranceMinor;
	return ok({ entry: entry.id, countedMinor: counted, expectedMinor, differenceMinor, withinTolerance });
}
