import type { StatementReading } from '../../domain/receipts/statement.ts';
import type { ParseContext } from '../importer.ts';
import { type ProblemLog, problemLog, wordlessLine } from '../shared/reading/line-problems.ts';
import { assembleStatement } from '../shared/reading/statement.ts';
import { progressOver } from '../shared/table/lines.ts';
import { currencyOfZone } from '../shared/values/currencies.ts';
import { type EntryBlock, findStatements, type StatementBlock } from './blocks.ts';
import { type Account, currencyOf, isBooked, type ReadEntry, readEntry } from './entry.ts';
import { coverageOf } from './period.ts';
import { totalsAgree } from './totals.ts';
import { type Element, elementsAt, parseXml, textAt } from './xml.ts';

/** Reads a camt.053, .052 or .054 message of any version: the booked entries of all its statements. */
export function parseCamt053(text: string, context: ParseContext): StatementReading {
	const log = problemLog();
	const blocks = findStatements(text);
	const entryBlocks = blocks.reduce((count, { entries }) => count + entries.length, 0);
	const progress = progressOver(entryBlocks, context.onProgress);
	let done = 0;
	const statements = blocks.map((block) => {
		const head = parseXml(block.head) ?? {};
		const account = accountOf(head, block, { zone: context.zone, log });
		const read = block.entries.map((entry) => {
			progress(++done);
			return readBlock(entry, account, log);
		});
		const entries = read.filter((one) => one !== null && one !== 'unbooked');
		if (!block.closed) log.add({ line: block.line, code: 'file_truncated', message: 'This statement has no end; the file may be cut off.' });
		return { head, account, entries, agrees: totalsAgree(head, { entries, complete: block.closed && !read.includes(null) }) };
	});
	const checks = statements.map(({ agrees }) => agrees).filter((agrees) => agrees !== null);
	const periods = statements.map(({ head, entries }) => ({ head, days: entries.map(({ draft }) => draft.bookedOn) }));
	return assembleStatement(
		{
			format: 'camt053',
			currency: statements[0]?.account.currency ?? currencyOfZone(context.zone),
			...coverageOf(periods, context.zone, log),
			lines: statements.flatMap(({ entries }) => entries.map(({ draft }) => draft)),
			footerAgrees: checks.length === 0 ? null : checks.every((agrees) => agrees),
		},
		context,
		log,
	);
}

/** The account's currency: its own, that of a balance, or that of an entry. */
function accountOf(head: Element, block: StatementBlock, { zone, log }: { zone: string; log: ProblemLog }): Account {
	const owner = textAt(head, 'Acct', 'Ownr', 'Nm') ?? textAt(head, 'Acct', 'Ownr', 'Pty', 'Nm');
	const stated =
		textAt(head, 'Acct', 'Ccy') ??
		elementsAt(head, 'Bal')
			.map(currencyOf)
			.find((code) => code !== null);
	const shown = /\sCcy\s*=\s*["']([A-Z]{3})["']/.exec(block.entries[0]?.text ?? '')?.[1];
	const currency = stated ?? shown;
	if (currency !== undefined && /^[A-Z]{3}$/.test(currency)) return { currency, owner };
	const assumed = currencyOfZone(zone);
	if (block.entries.length > 0) log.add({ line: block.line, code: 'currency_assumed', message: `The statement names no currency; taken as ${assumed}.` });
	return { currency: assumed, owner };
}

/** Null for an entry that cannot be read, which is noted. */
function readBlock({ text, line, closed }: EntryBlock, account: Account, log: ProblemLog): ReadEntry | 'unbooked' | null {
	const words = () => wordlessLine(text.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' '));
	const element = closed ? parseXml(text) : null;
	const entry = element ? (elementsAt(element, 'Ntry')[0] ?? null) : null;
	if (!entry) {
		const message = closed ? 'This entry cannot be read as XML.' : 'This entry has no end; it takes no part.';
		log.add({ line, code: 'row_unreadable', message, text: words });
		return null;
	}
	if (!isBooked(entry)) {
		log.add({ line, code: 'kind_unknown', message: 'This entry is announced but not booked; it takes no part.', text: words });
		return 'unbooked';
	}
	return readEntry(entry, account, { line, note: (code, message) => log.add({ line, code, message, text: words }) });
}
