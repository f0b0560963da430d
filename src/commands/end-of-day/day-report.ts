import { coveredTenders } from '../../domain/end-of-day/covered-tenders.ts';
import type { CashCounted } from '../../domain/end-of-day/entries.ts';
import { openWork } from '../../domain/end-of-day/open-work.ts';
import { type DayFigures, dayFigures } from '../../domain/end-of-day/totals.ts';
import type { Sale } from '../../domain/ledger/sale.ts';
import { SHOP_DEFAULT } from '../../domain/ledger/shop.ts';
import { MATCH_RULES_DEFAULT } from '../../domain/matching/rows.ts';
import type { Minor } from '../../domain/money.ts';
import { addDays, type BusinessDay, businessDayInterval, daysBetween, zoneOffset } from '../../domain/time.ts';
import type { Ports } from '../ports.ts';

/** A day as it stands now. */
export type DayReport = {
	readonly day: BusinessDay;
	readonly figures: DayFigures;
	readonly open: number;
	readonly openMinor: Minor;
	readonly awaiting: number;
	readonly cash: CashCounted | null;
	readonly sales: readonly Sale[];
};

/** Reads what a day's figures are made from, and makes them; nothing is written. */
export async function dayReport(ports: Ports, day: BusinessDay): Promise<DayReport> {
	const { lateDays } = MATCH_RULES_DEFAULT;
	const near = daysBetween(addDays(day, -lateDays), addDays(day, lateDays));
	const [shop, sales, receipts, matches, discrepancies, awaiting, cash, known] = await Promise.all([
		ports.ledger.shop(),
		ports.ledger.salesOfDay(day),
		ports.receipts.receiptsOfDays(near),
		Promise.all(near.map((other) => ports.derived.matchesOfDay(other))),
		ports.derived.discrepanciesOfDay(day),
		ports.derived.awaitingOfDay(day),
		ports.work.cashCount(day),
		ports.derived.facts([day]),
	]);
	const { zone, cutoverMinutes } = shop ?? SHOP_DEFAULT;
	const time = businessDayInterval(day, zoneOffset(zone, Date.parse(`${day}T12:00:00Z`)), cutoverMinutes);
	const covered = coveredTenders(known.facts.coverage, time);
	const figures = dayFigures({ sales, receipts, matches: matches.flat(), discrepancies, awaiting, covered, cash });
	return { day, figures, ...openWork(discrepancies), awaiting: awaiting.length, cash, sales };
}
