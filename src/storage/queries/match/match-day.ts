import type { EntryBodies } from '../../../domain/entries.ts';
import type { Sale } from '../../../domain/ledger/sale.ts';
import { leavesReceipt } from '../../../domain/ledger/tender.ts';
import type { Minor } from '../../../domain/money.ts';
import type { Leg } from '../../../domain/receipts/receipt.ts';
import type { BusinessDay, Instant } from '../../../domain/time.ts';
import type { Database, DayOutcome } from '../../database.ts';
import { discrepanciesOfDay } from '../../discrepancies/rows.ts';
import { type Equation, equationOf } from './equation.ts';
import { daysAround, receiptsById } from './member-receipts.ts';
import { type Confirmation, type MatchRow, matchRows, memberKey } from './rows.ts';

/** One business day of the match board. */
export type MatchDay = {
	readonly day: BusinessDay;
	/** Null where the day was never compared. */
	readonly judgedAt: Instant | null;
	readonly rows: readonly MatchRow[];
	readonly equation: Equation;
	/** Cash sales take no part. */
	readonly cash: { readonly count: number; readonly minor: Minor };
	/** Whose records ours are compared with: the terminal's, where there are any. */
	readonly leg: Leg;
	/** Until when some bill of the day reaches; null before the first. */
	readonly coveredTo: Instant | null;
	/** The days before and after that have been compared. */
	readonly before: BusinessDay | null;
	readonly after: BusinessDay | null;
};

export async function matchDay(db: Database, day: BusinessDay): Promise<MatchDay> {
	const outcome = (await db.dayOutcomes.get(day)) ?? null;
	const found = await discrepanciesOfDay(db, day);
	// What a payout lacks is no line of sales and receipts.
	const discrepancies = found.filter(({ payout }) => payout === undefined);
	const sales = await salesAround(db, day, [...(outcome ? saleIds(outcome) : []), ...discrepancies.flatMap((one) => one.sales)]);
	const rows = matchRows({
		sales,
		receipts: await receiptsById(db, daysAround(day)),
		matches: outcome?.matches ?? [],
		discrepancies,
		awaiting: outcome?.awaiting ?? [],
		netted: outcome?.netted ?? [],
		excluded: outcome?.excluded ?? [],
		problems: outcome?.problems ?? [],
		confirmations: await confirmations(db),
	});
	const cash = [...sales.values()].filter((sale) => sale.day === day && !leavesReceipt(sale.tender) && sale.reversedBy === null && sale.kind === 'sale');
	return {
		day,
		judgedAt: outcome?.judgedAt ?? null,
		rows,
		equation: equationOf(rows),
		cash: { count: cash.length, minor: cash.reduce((sum, sale) => sum + sale.amountMinor, 0) },
		leg: legOf(rows),
		coveredTo: await coveredTo(db, day),
		...(await neighbours(db, day)),
	};
}

function legOf(rows: readonly MatchRow[]): Leg {
	const legs = rows.flatMap((row) => row.receipts.map((receipt) => receipt.leg));
	return legs.includes('terminal') ? 'terminal' : (legs[0] ?? 'terminal');
}

function saleIds({ matches, awaiting, netted, excluded, problems }: DayOutcome): string[] {
	return [...[...matches, ...netted].flatMap((one) => one.sales), ...[...awaiting, ...excluded, ...problems].flatMap((one) => one.sale ?? [])];
}

/** Sales of the day, and those of other days that its lines name. */
async function salesAround(db: Database, day: BusinessDay, named: readonly string[]): Promise<ReadonlyMap<string, Sale>> {
	const own = await db.sales.where('[day+number]').between([day, -Infinity], [day, []]).toArray();
	const sales = new Map<string, Sale>(own.map((sale) => [sale.id, sale]));
	const others = await db.sales.bulkGet([...new Set(named)].filter((id) => !sales.has(id)));
	for (const sale of others) if (sale) sales.set(sale.id, sale);
	return sales;
}

async function confirmations(db: Database): Promise<ReadonlyMap<string, Confirmation>> {
	const rows = await db.decisions.where('kind').equals('match-confirmed').toArray();
	const inForce = rows.filter((row) => row.undoneBy === null).sort((a, b) => a.seq - b.seq);
	return new Map(
		inForce.map(({ id, actor, at, offset, body }) => {
			const { sales, receipts } = body as EntryBodies['match-confirmed'];
			return [memberKey(sales, receipts), { decision: id, actor, at, offset }];
		}),
	);
}

async function coveredTo(db: Database, day: BusinessDay): Promise<Instant | null> {
	const imports = await db.imports.where('days').equals(day).toArray();
	const ends = imports.filter((row) => row.withdrawnBy === null).flatMap((row) => row.coverageParts.map((part) => part.interval.to));
	return ends.length === 0 ? null : Math.max(...ends);
}

async function neighbours(db: Database, day: BusinessDay): Promise<Pick<MatchDay, 'before' | 'after'>> {
	const before = await db.dayOutcomes.where('day').below(day).last();
	const after = await db.dayOutcomes.where('day').above(day).first();
	return { before: before?.day ?? null, after: after?.day ?? null };
}

/** The day that the board opens on: the latest that was compared with a bill, so that it never opens empty while there is work. */
export async function latestMatchDay(db: Database): Promise<BusinessDay | null> {
	const found = await db.dayOutcomes
		.orderBy('day')
		.reverse()
		.filter((row) => row.matches.length > 0)
		.first();
	return found?.day ?? null;
}
