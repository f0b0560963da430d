import { toCsv } from '../../../domain/csv.ts';
import { type Currency, formatMajor, type Minor } from '../../../domain/money.ts';
import { formatIso, type Instant } from '../../../domain/time.ts';
import type { DayView, Figure, TenderLine } from '../../../storage/queries/day/day-view.ts';
import type { Catalog } from '../../messages/catalog.ts';
import { terminalName } from '../../ui/terminal-name.ts';

type Cells = readonly (string | number | null)[];

/** The day as a table for a spreadsheet: one row a tender, terminal, gap and adjustment; amounts in major units. */
export function dayCsv(view: DayView, lines: readonly TenderLine[], text: Catalog): string {
	const words = text.day.csv;
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
	const money = (minor: Minor | null) => (minor === null ? null : formatMajor(minor, view.currency));
	const figure = (one: Figure) => [
		one.salesCount,
		money(one.ledgerMinor),
		one.receiptsCount,
		money(one.receiptsMinor),
		money(one.shortMinor),
		money(one.overMinor),
		one.awaitingCount,
	];
	const blank = (count: number) => Array.from({ length: count }, () => null);
	const { refunds, cash, close } = view;
	return toCsv([
		head,
		[words.day, view.day, ...blank(7), close ? `Z ${close.z} ${formatIso(close)}` : null],
		...lines.map((line): Cells => [words.tender, text.common.tender[line.tender], ...figure(line), null]),
		...view.terminals.map((line): Cells => [words.terminal, terminalName(line.name, text), ...figure(line), null]),
		[words.refunds, null, refunds.count, money(refunds.minor), refunds.receiptsCount, money(refunds.receiptsMinor), ...blank(4)],
		...(cash.count ? [[words.cash, null, null, money(cash.count.expectedMinor), null, money(cash.count.countedMinor), ...blank(3), cash.count.note]] : []),
		...view.gaps.map(
			(gap): Cells => [words.gap, text.common.kind[gap.kind], null, money(gap.oursMinor), null, money(gap.theirsMinor), ...blank(3), isoOf(gap.at, view)],
		),
		...view.adjustments.map(
			(one): Cells => [
				words.adjustment,
				text.common.tender[one.tender],
				one.salesCount,
				money(one.ledgerMinor),
				null,
				money(one.receiptsMinor),
				money(one.shortMinor),
				money(one.overMinor),
				...blank(2),
			],
		),
	]);
}

/** The same for programs: minor units, ISO times, and the seal. */
export function dayJson(view: DayView, lines: readonly TenderLine[]): string {
	const { day, currency, salesCount, ledgerMinor, terminals, refunds, cash, gaps, awaiting, adjustments, close, device } = view;
	return `${JSON.stringify(
		{
			version: 1,
			day,
			currency,
			device,
			salesCount,
			ledgerMinor,
			coveredTo: view.covered ? isoOf(view.covered.to, view) : null,
			tenders: lines.map(exact(view.currency, view)),
			terminals: terminals.map(exact(view.currency, view)),
			refunds: { count: refunds.count, ledgerMinor: refunds.minor, receiptsCount: refunds.receiptsCount, receiptsMinor: refunds.receiptsMinor },
			cash: cash.count && {
				expectedMinor: cash.count.expectedMinor,
				countedMinor: cash.count.countedMinor,
				floatMinor: cash.count.floatMinor,
				pieces: cash.count.pieces,
				reason: cash.count.reason,
				note: cash.count.note,
			},
			gaps: gaps.map((gap) => ({ ...gap, at: isoOf(gap.at, view), snoozedUntil: gap.snoozedUntil === null ? null : isoOf(gap.snoozedUntil, view) })),
			awaiting: { count: awaiting.count, minor: awaiting.minor, until: awaiting.until === null ? null : isoOf(awaiting.until, view) },
			adjustments,
			sealed: close && {
				z: close.z,
				at: formatIso(close),
				seq: close.sealed.seq,
				head: close.sealed.hash,
				handedOverBy: close.handedOverBy,
				checkedBy: close.checkedBy,
			},
		},
		null,
		'\t',
	)}\n`;
}

function exact(currency: Currency, view: DayView) {
	return <T extends Figure>(line: T) => ({ ...line, currency, awaitingUntil: line.awaitingUntil === null ? null : isoOf(line.awaitingUntil, view) });
}

function isoOf(at: Instant, view: Pick<DayView, 'offset'>): string {
	return formatIso({ at, offset: view.offset });
}
