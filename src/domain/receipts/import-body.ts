import type { ReceiptsImported } from './entries.ts';
import type { FeedStatement } from './feed-statement.ts';
import type { BillReading } from './reading.ts';
import type { StatementReading } from './statement.ts';

/** Whether a bill says anything that can be taken in: a payment, or a period without one. */
export function takesPart(bill: BillReading): boolean {
	return bill.receipts.length > 0 || bill.coverage !== null;
}

/** The body of the entry by which a bill of a file is taken in. */
export function importBody(bill: BillReading, { name, hash }: { readonly name: string; readonly hash: string }): ReceiptsImported {
	return {
		origin: 'file',
		name,
		hash,
		format: bill.format,
		leg: bill.leg,
		coverage: bill.coverage,
		tenders: bill.tenders,
		count: bill.receipts.length,
		problems: bill.problems.length,
		footerAgrees: bill.footer.agrees,
		cursor: null,
	};
}

/** Whether a bank statement says anything that can be taken in: a line, or a period without one. */
export function statementTakesPart(statement: StatementReading): boolean {
	return statement.lines.length > 0 || statement.coverage !== null;
}

/** The body of the entry by which a bank statement of a file is taken in. */
export function statementBody(statement: StatementReading, { name, hash }: { readonly name: string; readonly hash: string }): ReceiptsImported {
	return {
		origin: 'file',
		name,
		hash,
		format: statement.format,
		leg: 'bank',
		coverage: statement.coverage,
		tenders: null,
		count: statement.lines.length,
		problems: statement.problems.length,
		footerAgrees: statement.footer.agrees,
		cursor: null,
	};
}

/** The body of the entry by which a bank statement is taken in that a hub passed on; `cursor` is the place behind its page. */
export function feedStatementBody(
	statement: FeedStatement,
	{ feed, hash, cursor }: { readonly feed: string; readonly hash: string; readonly cursor: string },
): ReceiptsImported {
	const { source, file, part, parts, format, coverage, lines, problems, footer } = statement;
	return {
		...{ origin: 'feed', name: parts === 1 ? file : `${file} (${part}/${parts})`, hash, format, leg: 'bank', coverage, tenders: null },
		...{ count: lines.length, problems: problems.length, footerAgrees: footer.agrees, cursor, via: { feed, source } },
	};
}
