import type { Currency } from '../../money.ts';
import { mergeIntervals } from '../../receipts/interval-sets.ts';
import type { BankLine } from '../../receipts/statement.ts';
import type { Instant, Interval } from '../../time.ts';
import type { Batch } from '../batches/batch.ts';
import { startOfDay } from '../batches/sums.ts';

/** The time that a statement covers, and for which money; null where nothing in it says the currency. */
export type StatementCoverage = { readonly interval: Interval; readonly currencies: readonly Currency[] | null };

/** A statement speaks for the currencies of its lines; one without lines for whatever account it is of. */
export function statementCoverage(coverage: Interval | null, lines: readonly BankLine[]): StatementCoverage[] {
	const currencies = [...new Set(lines.map(({ currency }) => currency))].sort();
	return coverage === null ? [] : [{ interval: coverage, currencies: currencies.length === 0 ? null : currencies }];
}

/** What the statements cover, of all accounts of a currency together. */
export type BankCoverage = { readonly covered: (currency: Currency) => readonly Interval[]; readonly now: Instant };

export function bankCoverage(statements: readonly StatementCoverage[], now: Instant): BankCoverage {
	const known = new Map<Currency, readonly Interval[]>();
	const covered = (currency: Currency) => {
		const merged =
			known.get(currency) ?? mergeIntervals(statements.filter((one) => one.currencies?.includes(currency) ?? true).map(({ interval }) => interval));
		known.set(currency, merged);
		return merged;
	};
	return { covered, now };
}

/** What to make of a batch that no credit pays: absence is judged only where presence was due, and where a statement would show it. */
export function standingWithoutCredit(batch: Batch, { covered, now }: BankCoverage): 'awaiting' | 'missing' | 'not_covered' {
	if (now < batch.dueAt) return 'awaiting';
	const from = startOfDay(batch.expectedOn, batch.offset);
	return covered(batch.currency).some((one) => one.from <= from && batch.dueAt <= one.to) ? 'missing' : 'not_covered';
}
