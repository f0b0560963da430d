import type { StatementReading } from '../../domain/receipts/statement.ts';
import type { Interval } from '../../domain/time.ts';
import type { ParseContext } from '../importer.ts';
import { type ProblemLog, problemLog, wordlessLine } from '../shared/reading/line-problems.ts';
import { assembleStatement, type BankLineDraft } from '../shared/reading/statement.ts';
import { type BankZone, calendarDays, type StatementDays } from '../shared/reading/statement-days.ts';
import { progressOver } from '../shared/table/lines.ts';
import { currencyOfZone } from '../shared/values/currencies.ts';
import { decimalMarkOf } from '../shared/values/decimals.ts';
import { readEntry } from './entry.ts';
import { type OfxFile, readOfx } from './statements.ts';
import { readOfxDay, readOfxMoment, readOfxOffset } from './times.ts';

/** Reads an OFX or QFX file of bank accounts and credit cards, version 1 (SGML) or 2 (XML). */
export function parseOfx(text: string, context: ParseContext): StatementReading {
	const log = problemLog();
	const file = readOfx(text);
	const progress = progressOver(file.blocks.length, context.onProgress);
	const assumed = currencyOfZone(context.zone);
	const mark = decimalMarkOf(file.blocks.map(({ values }) => values.get('TRNAMT') ?? '')) ?? '.';
	const lines = file.blocks.flatMap((block, i): BankLineDraft[] => {
		progress(i + 1);
		const words = () => wordlessLine([...block.values].map(([name, value]) => `${name}: ${value}`).join('; '));
		const line = readEntry(block, { assumed, mark, note: (code, message) => log.add({ line: block.line, code, message, text: words }) });
		return line ? [line] : [];
	});
	const stated = file.blocks.find(({ currency }) => currency !== null)?.currency ?? null;
	if (stated === null && lines.length > 0) log.add({ line: null, code: 'currency_assumed', message: `The file names no currency; taken as ${assumed}.` });
	if (!file.whole) log.add({ line: null, code: 'file_truncated', message: 'The end of the file (</OFX>) is missing; it may be cut off.' });
	return assembleStatement(
		// LEDGERBAL is a balance at the end without one at the beginning, so it checks nothing.
		{ format: 'ofx', currency: stated ?? lines[0]?.currency ?? assumed, ...coverageOf(file, lines, { zone: context.zone, log }), lines, footerAgrees: null },
		context,
		log,
	);
}

/** What the lists declare, widened to the days of the entries; `DTEND` is not inside, though banks post on that day too. */
function coverageOf(file: OfxFile, lines: readonly BankLineDraft[], { zone, log }: { zone: string; log: ProblemLog }): StatementDays {
	const offset = file.zoned === null ? null : readOfxOffset(file.zoned);
	const where: BankZone = offset === null ? { zone } : { offset };
	const days = lines.map(({ bookedOn }) => bookedOn);
	const ofEntries = calendarDays(days.length > 0 ? days : file.starts.map(readOfxDay).filter((day) => day !== null), where, log);
	const bounds = [...file.starts, ...file.ends].map((text) => readOfxMoment(text, where)).filter((at) => at !== null);
	const intervals: Interval[] = ofEntries.coverage && days.length > 0 ? [ofEntries.coverage] : [];
	if (file.starts.length > 0 && file.ends.length > 0 && bounds.length > 0) intervals.push({ from: Math.min(...bounds), to: Math.max(...bounds) });
	if (intervals.length === 0) return ofEntries;
	const coverage = { from: Math.min(...intervals.map(({ from }) => from)), to: Math.max(...intervals.map(({ to }) => to)) };
	return { coverage: coverage.to > coverage.from ? coverage : ofEntries.coverage, offset: ofEntries.offset };
}
