import type { Shop } from '../../../../domain/ledger/shop.ts';
import type { Minor } from '../../../../domain/money.ts';
import type { Instant } from '../../../../domain/time.ts';
import type { DayView, TenderLine } from '../../../../storage/queries/day/day-view.ts';
import type { Catalog } from '../../../messages/catalog.ts';

/** What a printed day shows. `lines` are those of the Z where the day is closed. */
export type Report = {
	readonly view: DayView;
	readonly lines: readonly TenderLine[];
	readonly title: string;
	readonly shop: Shop;
	/** Marked on the paper, so that practice is never filed as a real day. */
	readonly practice: boolean;
	readonly printedAt: Instant;
};

export type ReportSums = {
	readonly salesCount: number;
	readonly ledgerMinor: Minor;
	readonly shortMinor: Minor;
	readonly overMinor: Minor;
	/** Counted less expected; null where nothing was counted. */
	readonly cashDifference: Minor | null;
	/** Cash was not counted: its sum would give the expected amount away. */
	readonly cashHidden: boolean;
};

/** Sums over the tenders; cash differences stand apart from those of the terminals. */
export function reportSums(view: Pick<DayView, 'cash' | 'close'>, lines: readonly TenderLine[]): ReportSums {
	const cash = lines.find(({ tender }) => tender === 'cash');
	const cashHidden = view.close === null && view.cash.count === null && cash !== undefined;
	const shown = lines.filter((line) => !cashHidden || line.tender !== 'cash');
	const electronic = lines.filter(({ tender }) => tender !== 'cash');
	const sum = (of: readonly TenderLine[], figure: 'salesCount' | 'ledgerMinor' | 'shortMinor' | 'overMinor') =>
		of.reduce((total, line) => total + line[figure], 0);
	return {
		salesCount: sum(shown, 'salesCount'),
		ledgerMinor: sum(shown, 'ledgerMinor'),
		shortMinor: sum(electronic, 'shortMinor'),
		overMinor: sum(electronic, 'overMinor'),
		cashDifference: cash === undefined || cash.receiptsMinor === null ? null : cash.overMinor - cash.shortMinor,
		cashHidden,
	};
}

/** "短 5.00", "长 5.00", "平", or a dash where nothing was counted. */
export function differenceWords(difference: Minor | null, text: Catalog, money: (minor: Minor) => string): string {
	if (difference === null) return '—';
	if (difference === 0) return text.day.even;
	return `${difference < 0 ? text.day.shortWord : text.day.overWord} ${money(Math.abs(difference))}`;
}

/** Short and over of a line, each for itself; even where there is neither. */
export function lineWords(line: TenderLine, text: Catalog, money: (minor: Minor) => string): readonly string[] {
	if (line.receiptsMinor === null) return ['—'];
	const words = [
		...(line.shortMinor > 0 ? [differenceWords(-line.shortMinor, text, money)] : []),
		...(line.overMinor > 0 ? [differenceWords(line.overMinor, text, money)] : []),
		...(line.awaitingCount > 0 ? [text.day.awaitingCount(String(line.awaitingCount))] : []),
	];
	return words.length === 0 ? [text.day.even] : words;
}
