import type { EntryId } from '../../domain/ids.ts';
import type { Minor } from '../../domain/money.ts';
import type { Instant } from '../../domain/time.ts';
import type { Database } from './source.ts';

export type OpenOutage = { readonly id: EntryId; readonly startedAt: Instant; readonly during: { readonly count: number; readonly sumMinor: Minor } };

/** The outage that has not ended, with what was logged since. */
export async function openOutage(db: Database): Promise<OpenOutage | null> {
	const outage = await db.outages.where('open').equals(1).first();
	if (!outage) return null;
	const sales = await db.sales.where('at').aboveOrEqual(outage.startedAt).toArray();
	const during = sales.filter((sale) => sale.outageId === outage.id && sale.reversedBy === null && sale.kind === 'sale');
	return { id: outage.id, startedAt: outage.startedAt, during: { count: during.length, sumMinor: during.reduce((sum, sale) => sum + sale.amountMinor, 0) } };
}
