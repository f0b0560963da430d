import type { DayClosed } from '../../domain/end-of-day/entries.ts';
import { expectedCash } from '../../domain/end-of-day/expected-cash.ts';
import type { EntryId } from '../../domain/ids.ts';
import { SHOP_DEFAULT } from '../../domain/ledger/shop.ts';
import { shopDay } from '../../domain/ledger/shop-day.ts';
import { typedText } from '../../domain/ledger/typed-text.ts';
import { type Problem, problem } from '../../domain/problems.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { BusinessDay } from '../../domain/time.ts';
import { draft, type Ports } from '../ports.ts';
import { type DayReport, dayReport } from './day-report.ts';

export type CloseDayInput = {
	readonly day: BusinessDay;
	readonly handedOverBy: string;
	/** The second person; null where there was none. */
	readonly checkedBy: string | null;
};

export type ClosedDay = { readonly entry: EntryId; readonly close: DayClosed };

/**
 * 封账 (Z): freezes the figures of a day under the next number, sealed with the head of the chain. Gaps may be open, they are counted;
 * cash must have been counted after the last cash sale. Whatever is found later is an adjustment and leaves the Z as it is.
 * Problems: `text_missing` (who hands over), `day_closed`, `day_not_over` (a day to come), `count_missing`, and those of the storage.
 */
export async function closeDay(ports: Ports, input: CloseDayInput): Promise<Result<ClosedDay, Problem>> {
	const handedOverBy = typedText(input.handedOverBy);
	if (handedOverBy === null) return fail(problem('text_missing'));
	const shop = (await ports.ledger.shop()) ?? SHOP_DEFAULT;
	if (input.day > shopDay(shop, ports.clock.now().at)) return fail(problem('day_not_over'));
	if (await ports.work.dayClose(input.day)) return fail(problem('day_closed'));
	const [report, last, head] = await Promise.all([dayReport(ports, input.day), ports.work.lastZ(), ports.ledger.head()]);
	if (!isCounted(report)) return fail(problem('count_missing'));
	const { totals, refunds, ledgerMinor } = report.figures;
	const close: DayClosed = {
		day: input.day,
		z: last.z + 1,
		totals,
		open: report.open,
		openMinor: report.openMinor,
		awaiting: report.awaiting,
		grandTotalMinor: last.grandTotalMinor + ledgerMinor - refunds.ledgerMinor,
		sealed: { seq: head.seq, hash: head.hash },
		handedOverBy,
		checkedBy: typedText(input.checkedBy),
		refunds,
	};
	const entry = draft(ports, 'day-closed', close);
	const committed = await ports.ledger.commit([entry]);
	return committed.ok ? ok({ entry: entry.id, close }) : committed;
}

/** A day without cash needs no count; a count that cash sales came after is none of the drawer as it is. */
function isCounted({ sales, cash }: DayReport): boolean {
	if (!cash) return expectedCash(sales, 0).salesCount === 0;
	return expectedCash(sales, cash.floatMinor).expectedMinor === cash.expectedMinor;
}
