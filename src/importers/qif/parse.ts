import type { StatementReading } from '../../domain/receipts/statement.ts';
import type { ParseContext } from '../importer.ts';
import { type Note, problemLog, wordlessLine } from '../shared/reading/line-problems.ts';
import { assembleStatement, type BankLineDraft } from '../shared/reading/statement.ts';
import { calendarDays } from '../shared/reading/statement-days.ts';
import { progressOver, splitLines } from '../shared/table/lines.ts';
import { currencyOfZone } from '../shared/values/currencies.ts';
import { decimalMarkOf } from '../shared/values/decimals.ts';
import { plainDate, qifDayOrder } from './dates.ts';
import { qifEntries } from './entries.ts';
import { readEntry } from './entry.ts';

/** Reads a QIF file: the entries of its bank, cash and card accounts. It names no currency and no zone. */
export function parseQif(text: string, context: ParseContext): StatementReading {
	const log = problemLog();
	const physical = splitLines(text);
	const entries = qifEntries(physical, log);
	const progress = progressOver(entries.length, context.onProgress);
	const currency = currencyOfZone(context.zone);
	const style = {
		order: qifDayOrder(
			entries.flatMap(({ fields }) => (fields.has('D') ? [plainDate(fields.get('D') ?? '')] : [])),
			log,
		),
		mark: decimalMarkOf(entries.map(({ fields }) => fields.get('T') ?? '')) ?? '.',
		currency,
	};
	const lines = entries.flatMap((entry, i): BankLineDraft[] => {
		progress(i + 1);
		const words = () => wordlessLine([...entry.fields].map(([letter, value]) => letter + value).join('; '));
		const note: Note = (code, message) => log.add({ line: entry.line, code, message, text: words });
		if (!entry.closed) note('file_truncated', 'The end of this entry (^) is missing; the file may be cut off.');
		// The very last line may have lost its end, and an amount its digits.
		if (!entry.closed && entry.lastLine === physical.length && /^[TU]/i.test(physical.at(-1) ?? '')) return [];
		const line = readEntry(entry, style, note);
		return line ? [line] : [];
	});
	if (lines.length > 0) log.add({ line: null, code: 'currency_assumed', message: `The file names no currency; taken as ${currency}.` });
	const days = calendarDays(
		lines.map(({ bookedOn }) => bookedOn),
		{ zone: context.zone },
		log,
	);
	return assembleStatement({ format: 'qif', currency, ...days, lines, footerAgrees: null }, context, log);
}
