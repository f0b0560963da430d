import type { EntryId } from '../../domain/ids.ts';
import { SHOP_DEFAULT } from '../../domain/ledger/shop.ts';
import { shopDay } from '../../domain/ledger/shop-day.ts';
import type { Minor } from '../../domain/money.ts';
import { type Problem, problem } from '../../domain/problems.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { daysBetween, type Instant } from '../../domain/time.ts';
import { draft, type Ports } from '../ports.ts';

/** What was logged between the two moments, for the card that is shown when the terminal is back. Refunds are counted, not added. */
export type EndedOutage = {
	readonly outage: EntryId;
	readonly startedAt: Instant;
	readonly endedAt: Instant;
	readonly count: number;
	readonly sumMinor: Minor;
};

/** Ends the open outage and says what was logged during it. Problems: `not_allowed_now` where none is open, and those of the storage. */
export async function endOutage(ports: Ports): Promise<Result<EndedOutage, Problem>> {
	const [open, shop] = await Promise.all([ports.ledger.openOutage(), ports.ledger.shop()]);
	if (!open) return fail(problem('not_allowed_now', 'no outage is open'));
	const entry = draft(ports, 'outage-ended', { outage: open.id });
	const committed = await ports.ledger.commit([entry]);
	if (!committed.ok) return committed;
	const first = shopDay(shop ?? SHOP_DEFAULT, Math.min(open.startedAt, entry.at));
	const last = shopDay(shop ?? SHOP_DEFAULT, Math.max(open.startedAt, entry.at));
	const days = await Promise.all(daysBetween(first, last).map((day) => ports.ledger.salesOfDay(day)));
	const logged = days.flat().filter((sale) => sale.outageId === open.id && sale.reversedBy === null);
	const sumMinor = logged.reduce((sum, sale) => sum + (sale.kind === 'sale' ? sale.amountMinor : 0), 0);
	return ok({ outage: open.id, startedAt: open.startedAt, endedAt: entry.at, count: logged.length, sumMinor });
}
