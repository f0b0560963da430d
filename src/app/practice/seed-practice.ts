import type { Ports } from '../../commands/ports.ts';
import type { Draft } from '../../domain/entries.ts';
import { type Problem, problem } from '../../domain/problems.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { HOUR_MS } from '../../domain/time.ts';
import { PRACTICE_DAY } from './demo-day.ts';
import { demoSaleDrafts } from './demo-sales.ts';
import { PRACTICE_SALES_PATH, PRACTICE_SHOP } from './practice-day.ts';

/**
 * Fills the practice database with the demo day: the shop and its 140 entries, through the ledger like any other, in one
 * transaction. Where the day stands already, nothing happens; so it may be called at every start.
 */
export async function seedPractice(
	ports: Pick<Ports, 'ledger' | 'ids'>,
	loadFile: (path: string) => Promise<string>,
): Promise<Result<{ readonly seeded: number }, Problem>> {
	const standing = await ports.ledger.salesOfDay(PRACTICE_DAY);
	if (standing.length > 0) return ok({ seeded: 0 });
	const csv = await loadFile(PRACTICE_SALES_PATH).catch(() => null);
	if (csv === null) return fail(problem('practice_unavailable', PRACTICE_SALES_PATH));
	const sales = demoSaleDrafts(csv, PRACTICE_SHOP, ports.ids.entry);
	const [first] = sales;
	if (!first) return fail(problem('practice_unavailable', 'no rows'));
	const shop: Draft = {
		id: ports.ids.entry(),
		at: first.at - HOUR_MS,
		offset: first.offset,
		kind: 'shop-configured',
		v: 1,
		body: { shop: PRACTICE_SHOP },
		actor: 'system',
	};
	const committed = await ports.ledger.commit([shop, ...sales]);
	return committed.ok ? ok({ seeded: sales.length }) : committed;
}
