import { formatMajor, type Minor } from '../../../domain/money.ts';
import { formatIso } from '../../../domain/time.ts';
import type { ReviewView } from '../../../storage/queries/review-view.ts';
import type { Catalog } from '../../messages/catalog.ts';
import { toCsv } from '../../ui/csv.ts';
import { terminalName } from '../../ui/terminal-name.ts';

type Cells = readonly (string | number | null)[];

/** The review as a table: tenders, gaps, hours, terminals, cashiers, and the days; amounts in major units. */
export function reviewCsv(review: ReviewView, text: Catalog): string {
	const words = text.day.csv;
	const { day } = review;
	const money = (minor: Minor | null) => (minor === null ? null : formatMajor(minor, day.currency));
	const head: Cells = [
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
	const figures = [
		...day.tenders.map((line) => ({ section: words.tender, name: text.common.tender[line.tender], line })),
		...day.terminals.map((line) => ({ section: words.terminal, name: terminalName(line.name, text), line })),
	];
	return toCsv([
		head,
		...figures.map(
			({ section, name, line }): Cells => [
				section,
				name,
				line.salesCount,
				money(line.ledgerMinor),
				line.receiptsCount,
				money(line.receiptsMinor),
				money(line.shortMinor),
				money(line.overMinor),
				line.awaitingCount,
				null,
			],
		),
		...day.gaps.map(
			(gap): Cells => [
				words.gap,
				text.common.kind[gap.kind],
				null,
				money(gap.oursMinor),
				null,
				money(gap.theirsMinor),
				null,
				null,
				null,
				formatIso({ at: gap.at, offset: day.offset }),
			],
		),
		...review.hours.map(
			(bar): Cells => [
				text.review.hoursTitle,
				text.review.hourSpan(String(bar.hour)),
				bar.salesCount,
				money(bar.salesMinor),
				null,
				null,
				null,
				null,
				null,
				bar.gaps || null,
			],
		),
		...review.cashiers.map((row): Cells => [text.review.cashiersTitle, row.name, row.salesCount, money(row.salesMinor), null, null, null, null, null, null]),
		...review.trend.map((one): Cells => [text.review.trendTitle, one.day, null, null, null, null, money(one.shortMinor), money(one.overMinor), null, one.gaps]),
	]);
}

/** The same for programs: minor units and ISO times. */
export function reviewJson(review: ReviewView): string {
	const { day, segments, lossMinor, owedMinor, hours, cashiers, trend, causes } = review;
	const at = (moment: number) => formatIso({ at: moment, offset: day.offset });
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
