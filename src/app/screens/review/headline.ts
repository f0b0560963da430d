import type { Minor } from '../../../domain/money.ts';
import type { ReviewView } from '../../../storage/queries/day/review-view.ts';
import type { Messages } from '../../messages/messages-context.ts';

/** The sentence of the day; the amount in it is shown as an amount. */
export type Headline = { readonly before: string; readonly amount: Minor | null; readonly after: string; readonly more: readonly string[] };

/** Stands for the amount while the sentence is put together; no text holds it. */
const AMOUNT = '\u0000';

/** What is missing, what may be lost, what is owed, what waits for the owner. Without a bill nothing is claimed. */
export function headline(review: Pick<ReviewView, 'day' | 'lossMinor' | 'owedMinor' | 'undecided'>, { text, format }: Messages): Headline {
	const { day, lossMinor, owedMinor, undecided } = review;
	const gaps = format.count(day.gaps.length);
	const more = [
		...(owedMinor > 0 ? [text.review.owed(format.money(owedMinor, day.currency))] : []),
		...(undecided > 0 ? [text.review.undecided(format.count(undecided))] : []),
	];
	if (day.gaps.length > 0 && lossMinor > 0) {
		const [before = '', after = ''] = text.review.gapsLoss(gaps, AMOUNT).split(AMOUNT);
		return { before, amount: lossMinor, after, more };
	}
	return { before: day.gaps.length > 0 ? text.review.gapsOnly(gaps) : quietDay(day, text), amount: null, after: '', more };
}

function quietDay(day: ReviewView['day'], text: Messages['text']): string {
	if (day.salesCount === 0 && day.covered === null) return text.review.noSales;
	return day.covered === null ? text.review.noBills : text.review.allMatched;
}
