import type { Currency } from '../../../domain/money.ts';
import type { LineProblemCode } from '../../../domain/receipts/reading.ts';
import { type BankLine, type StatementReading, statementTotals } from '../../../domain/receipts/statement.ts';
import type { Interval, OffsetMinutes } from '../../../domain/time.ts';
import type { ParseContext } from '../../importer.ts';
import { digest, distinctIds } from './identity.ts';
import { type ProblemLog, safeText } from './line-problems.ts';

/** A line before it has its id. Names and texts may be as the bank wrote them; they are masked here. */
export type BankLineDraft = Omit<BankLine, 'id'>;

/** What a format's reader found. */
export type StatementParts = {
	readonly format: string;
	readonly currency: Currency;
	readonly offset: OffsetMinutes;
	readonly coverage: Interval | null;
	readonly lines: readonly BankLineDraft[];
	/** Whether balances or totals written in the file fit its lines; null where it states none. */
	readonly footerAgrees: boolean | null;
};

const TEXT_MAX = 2_000;
const NAME_MAX = 200;

/**
 * The reading of one statement: its lines with ids that follow from what they say, totals, and the file's problems. A balance that does
 * not fit becomes `balance_disagrees`, unless the reader has said so before.
 */
export function assembleStatement(parts: StatementParts, context: ParseContext, log: ProblemLog): StatementReading {
	const { format, currency, offset, coverage, footerAgrees } = parts;
	const masked = parts.lines.map((line) => ({
		...line,
		counterparty: line.counterparty === null ? null : safeText(line.counterparty, NAME_MAX),
		text: safeText(line.text, TEXT_MAX),
	}));
	const { ids } = distinctIds(
		masked.map((line) => `${format}:${baseOf(line)}`),
		(place) => contentOf(masked[place]),
	);
	const lines = masked.map((line, place): BankLine => ({ id: ids[place] ?? '', ...line }));
	if (footerAgrees === false && !log.all().some(({ code }) => SAYS_IT.has(code)))
		log.add({ line: null, code: 'balance_disagrees', message: 'Opening balance and lines do not come to the closing balance.' });
	if (lines.length === 0) log.add({ line: null, code: 'no_rows', message: 'The statement has no lines.' });
	context.onProgress(1);
	return {
		...{ format, encoding: context.encoding, leg: 'bank', currency, offset, coverage, lines },
		totals: statementTotals(lines, currency),
		footer: footerAgrees === null ? { present: false, agrees: null } : { present: true, agrees: footerAgrees },
		problems: log.all(),
	};
}

/** With one of these the reader has said more exactly what does not fit. */
const SAYS_IT = new Set<LineProblemCode>(['balance_disagrees', 'footer_disagrees']);

function baseOf(line: BankLineDraft): string {
	return `${line.reference ?? digest(contentOf(line))}:${line.bookedOn}:${line.amountMinor}`;
}

function contentOf(line: BankLineDraft | undefined): string {
	return line ? [line.bookedOn, line.valueOn, line.amountMinor, line.currency, line.counterparty, line.reference, line.text].join('|') : '';
}
