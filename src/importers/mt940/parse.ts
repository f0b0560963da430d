import type { Currency } from '../../domain/money.ts';
import type { StatementReading } from '../../domain/receipts/statement.ts';
import type { ParseContext } from '../importer.ts';
import { type ProblemLog, problemLog, wordlessLine } from '../shared/reading/line-problems.ts';
import { assembleStatement } from '../shared/reading/statement.ts';
import { calendarDays } from '../shared/reading/statement-days.ts';
import { progressOver, splitLines } from '../shared/table/lines.ts';
import { currencyOfZone } from '../shared/values/currencies.ts';
import { type Balance, balancesAgree, readBalance } from './balances.ts';
import { type ReadEntry, readEntry } from './entry.ts';
import { type Field, fieldsOf } from './fields.ts';

/** One message: its balances and entries, in the order of the file. `complete` where every entry could be read. */
type Message = { readonly line: number; opening: Balance | null; closing: Balance | null; readonly entries: ReadEntry[]; complete: boolean };

/** Reads an MT940 file: the entries of all its statements, whatever bank, language and envelope they come in. */
export function parseMt940(text: string, context: ParseContext): StatementReading {
	const log = problemLog();
	const fields = fieldsOf(splitLines(text));
	const progress = progressOver(fields.length, context.onProgress);
	const assumed = currencyOfZone(context.zone);
	const messages: Message[] = [];
	let currency: Currency | null = null;
	fields.forEach((field, i) => {
		progress(i + 1);
		let message = messages.at(-1);
		if (field.tag === '20' || !message) {
			message = { line: field.line, opening: null, closing: null, entries: [], complete: true };
			messages.push(message);
		}
		if (/^60[FM]$/.test(field.tag)) {
			message.opening = readBalance(field, log);
			currency = message.opening?.currency ?? currency;
		} else if (/^62[FM]$/.test(field.tag)) {
			message.closing = readBalance(field, log);
		} else if (field.tag === '61') {
			if (currency === null) log.add({ line: field.line, code: 'currency_assumed', message: `No balance names the currency; taken as ${assumed}.` });
			currency ??= assumed;
			addEntry(message, field, { about: aboutOf(fields, i), currency, log });
		}
	});
	return assemble(messages, context, log);
}

/** The `:86:` right behind an entry; another one is about the statement. */
function aboutOf(fields: readonly Field[], at: number): Field | null {
	const next = fields[at + 1];
	return next?.tag === '86' ? next : null;
}

function addEntry(message: Message, field: Field, { about, currency, log }: { about: Field | null; currency: Currency; log: ProblemLog }): void {
	const text = () => wordlessLine(field.lines.join(' '));
	const entry = readEntry(field, about, { currency, note: (code, said) => log.add({ line: field.line, code, message: said, text }) });
	if (entry) message.entries.push(entry);
	else message.complete = false;
}

function assemble(messages: readonly Message[], context: ParseContext, log: ProblemLog): StatementReading {
	const checks = messages.map((message) => balancesAgree(message, log)).filter((agrees) => agrees !== null);
	const lines = messages.flatMap(({ entries }) => entries.map(({ draft }) => draft));
	const closed = messages.flatMap(({ closing }) => (closing?.day ? [closing.day] : []));
	const days = lines.length > 0 ? lines.map(({ bookedOn }) => bookedOn) : closed;
	return assembleStatement(
		{
			format: 'mt940',
			currency: messages.find(({ opening }) => opening)?.opening?.currency ?? lines[0]?.currency ?? currencyOfZone(context.zone),
			...calendarDays(days, { zone: context.zone }, log),
			lines,
			footerAgrees: checks.length === 0 ? null : checks.every((agrees) => agrees),
		},
		context,
		log,
	);
}
