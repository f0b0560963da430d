import { toCsv } from '../../../domain/csv.ts';
import { formatMajor, type Minor } from '../../../domain/money.ts';
import { formatIso, type Instant } from '../../../domain/time.ts';
import type { Figure } from '../../../storage/queries/day/day-view.ts';
import type { ReviewView } from '../../../storage/queries/day/review-view.ts';
import type { Catalog } from '../../messages/catalog.ts';
import { terminalName } from '../../ui/terminal-name.ts';

type Cell = string | number | null;
/** One row of the table; what a row does not say stays empty. */
type Line = {
	readonly section: string;
	readonly name: Cell;
	readonly salesCount?: number;
	readonly ledgerMinor?: Minor | null;
	readonly receiptsCount?: number;
	readonly receiptsMinor?: Minor | null;
	readonly shortMinor?: Minor;
	readonly overMinor?: Minor;
	readonly awaitingCount?: number;
	readonly note?: Cell;
};

/** The review as a table: tenders, terminals, gaps, hours, cashiers, and the days before; amounts in major units. */
export function reviewCsv(review: ReviewView, text: Catalog): string {
	const words = text.day.csv;
	const money = (minor: Minor | null | undefined) => (minor === null || minor === undefined ? null : formatMajor(minor, review.day.currency));
	const head = [
		words.section,
		words.name,
		words.ledgerCount,
		words.ledger,
		words.receiptsCount,
		words.receipts,
		words.short,
		words.over,
		words.awaiting,
		words.note,
	];
	const cells = (line: Line): Cell[] => [
		line.section,
		line.name,
		line.salesCount ?? null,
		money(line.ledgerMinor),
		line.receiptsCount ?? null,
		money(line.receiptsMinor),
		money(line.shortMinor),
		money(line.overMinor),
		line.awaitingCount ?? null,
		line.note ?? null,
	];
	return toCsv([head, ...linesOf(review, text).map(cells)]);
}

function linesOf({ day, hours, cashiers, trend }: ReviewView, text: Catalog): readonly Line[] {
	const words = text.day.csv;
	const figure = (
		section: string,
		name: string,
		{ salesCount, ledgerMinor, receiptsCount, receiptsMinor, shortMinor, overMinor, awaitingCount }: Figure,
	): Line => ({ section, name, salesCount, ledgerMinor, receiptsCount, receiptsMinor, shortMinor, overMinor, awaitingCount });
	return [
		...day.tenders.map((line) => figure(words.tender, text.common.tender[line.tender], line)),
		...day.terminals.map((line) => figure(words.terminal, terminalName(line.name, text), line)),
		...day.gaps.map((gap) => ({
			section: words.gap,
			name: text.common.kind[gap.kind],
			ledgerMinor: gap.oursMinor,
			receiptsMinor: gap.theirsMinor,
			note: formatIso({ at: gap.at, offset: day.offset }),
		})),
		...hours.map(({ hour, salesCount, salesMinor }) => ({
			section: text.review.hoursTitle,
			name: text.review.hourSpan(String(hour)),
			salesCount,
			ledgerMinor: salesMinor,
		})),
		...cashiers.map(({ name, salesCount, salesMinor }) => ({ section: text.review.cashiersTitle, name, salesCount, ledgerMinor: salesMinor })),
		...trend.map(({ day: name, shortMinor, overMinor, gaps }) => ({ section: text.review.trendTitle, name, shortMinor, overMinor, note: gaps })),
	];
}

/** The same for programs: minor units and ISO times. */
export function reviewJson(review: ReviewView): string {
	const { day, segments, lossMinor, owedMinor, hours, cashiers, trend, causes } = review;
	const at = (moment: Instant) => formatIso({ at: moment, offset: day.offset });
	const answer = {
		version: 1,
		day: day.day,
		currency: day.currency,
		coveredTo: day.covered ? at(day.covered.to) : null,
		salesCount: day.salesCount,
		ledgerMinor: day.ledgerMinor,
		lossMinor,
		owedMinor,
		segments,
		tenders: day.tenders,
		terminals: day.terminals,
		gaps: day.gaps.map((gap) => ({ ...gap, at: at(gap.at) })),
		hours,
		cashiers,
		outages: { count: day.outages.count, minutes: day.outages.minutes },
		trend,
		causes,
	};
	return `${JSON.stringify(answer, null, '\t')}\n`;
}
