/** Bank statements on the wire: whole ones, or parts of long ones. */
import * as v from 'valibot';
import { invariant } from '../domain/invariant.ts';
import { formatMajor } from '../domain/money.ts';
import type { FeedStatement } from '../domain/receipts/feed-statement.ts';
import { LINE_PROBLEM_CODES, type LineProblem, type LineProblemCode } from '../domain/receipts/reading.ts';
import type { BankLine, StatementReading } from '../domain/receipts/statement.ts';
import type { Result } from '../domain/result.ts';
import { formatIso, type Instant } from '../domain/time.ts';
import { calendarDay, count, currency, instant, minorOf, read, shortText, signed, stampOf } from './wire-fields.ts';

export const STATEMENTS_PATH = '/hub/v1/statements';
/** Most lines of one statement, and of all statements of one answer together. A longer statement travels in parts. */
export const STATEMENT_LINES_MAX = 500;
const PROBLEMS_MAX = 100;

const line = v.object({
	id: v.pipe(v.string(), v.minLength(1), v.maxLength(600)),
	bookedOn: calendarDay,
	valueOn: v.nullable(calendarDay),
	amount: signed,
	currency,
	counterparty: v.nullable(v.pipe(v.string(), v.maxLength(256))),
	reference: v.nullable(v.pipe(v.string(), v.maxLength(512))),
	text: v.pipe(v.string(), v.maxLength(2_000)),
	line: v.nullable(count),
});
const lineSchema = v.pipe(
	line,
	v.check((wire) => minorOf(wire.amount, wire.currency) !== undefined, 'an amount has more decimals than its currency'),
);
type LineWire = v.InferOutput<typeof line>;

const statementFields = v.object({
	id: shortText,
	source: shortText,
	file: shortText,
	format: shortText,
	part: count,
	parts: count,
	coverage: v.nullable(v.object({ from: instant, to: instant })),
	/** Whether the balances written in it fit its lines; null where it states none. */
	balanceAgrees: v.nullable(v.boolean()),
	problems: v.pipe(
		v.array(v.object({ line: v.nullable(count), code: v.string(), message: v.pipe(v.string(), v.maxLength(2_000)) })),
		v.maxLength(PROBLEMS_MAX),
	),
	lines: v.pipe(v.array(lineSchema), v.maxLength(STATEMENT_LINES_MAX)),
});
/** A statement as it travels; its lines as in the answer of `read`. */
export type StatementWire = v.InferOutput<typeof statementFields>;

const statementPage = v.object({ statements: v.array(statementFields), next: shortText, more: v.boolean(), withdrawn: v.array(shortText) });
/** One answer of `/statements`. An id stands at most once in it, either in `statements` or in `withdrawn`. */
export type StatementPageWire = v.InferOutput<typeof statementPage>;

export const readStatement = (json: unknown): Result<StatementWire, string> => read(statementFields, json);
export const readStatementPage = (json: unknown): Result<StatementPageWire, string> => read(statementPage, json);

/** A statement that a source gave, without what follows from its content alone. */
type Given = Pick<FeedStatement, 'source' | 'file'> & { readonly sha256: (text: string) => string };

/**
 * A statement for the wire, in parts of at most 500 lines. Ids follow from what the statement says, so that the same statement under
 * another name is the same. Lines that no tablet could read are not among them; they are answered with the reason.
 */
export function statementsToWire(statement: StatementReading, { source, file, sha256 }: Given): { statements: StatementWire[]; unread: LeftOut[] } {
	const { format, offset, footer } = statement;
	const tried = statement.lines.map((one) => ({ wire: lineToWire(one), fault: read(lineSchema, lineToWire(one)) }));
	const lines = tried.flatMap(({ wire, fault }) => (fault.ok ? [wire] : []));
	const show = (at: Instant) => formatIso({ at, offset });
	const coverage = statement.coverage && { from: show(statement.coverage.from), to: show(statement.coverage.to) };
	const said = { format, coverage, balanceAgrees: footer.agrees, lines: lines.map((one) => ({ ...one, line: null })) };
	const content = sha256(JSON.stringify(said));
	const parts = Math.max(1, Math.ceil(lines.length / STATEMENT_LINES_MAX));
	const problems = statement.problems.slice(0, PROBLEMS_MAX).map(({ line: at, code, message }) => ({ line: at, code, message }));
	return {
		statements: Array.from({ length: parts }, (_, place) => ({
			...{ id: `statement:${content}:${place + 1}`, source, file, format, part: place + 1, parts },
			...(place === parts - 1 ? { coverage, balanceAgrees: footer.agrees, problems } : { coverage: null, balanceAgrees: null, problems: [] }),
			lines: lines.slice(place * STATEMENT_LINES_MAX, (place + 1) * STATEMENT_LINES_MAX),
		})),
		unread: tried.flatMap(({ wire, fault }) => (fault.ok ? [] : [{ line: wire.line, reason: fault.error }])),
	};
}

type LeftOut = { readonly line: number | null; readonly reason: string };

function lineToWire({ id, bookedOn, valueOn, amountMinor, currency: code, counterparty, reference, text, line: at }: BankLine): LineWire {
	return { id, bookedOn, valueOn, amount: formatMajor(amountMinor, code), currency: code, counterparty, reference, text, line: at };
}

/** The statement that a checked wire statement stands for. */
export function statementFromWire(wire: StatementWire): FeedStatement {
	const { id, source, file, format, part, parts, coverage, balanceAgrees } = wire;
	return {
		...{ id, source, file, format, part, parts },
		coverage: coverage && { from: stampOf(coverage.from).at, to: stampOf(coverage.to).at },
		lines: wire.lines.map(lineFromWire),
		footer: balanceAgrees === null ? { present: false, agrees: null } : { present: true, agrees: balanceAgrees },
		problems: wire.problems.map(problemFromWire),
	};
}

function lineFromWire({ amount, ...wire }: LineWire): BankLine {
	const amountMinor = minorOf(amount, wire.currency);
	invariant(amountMinor !== undefined, `bank line was not checked: ${wire.id}`);
	return { ...wire, amountMinor };
}

/** A newer hub may say what this app has no words for. */
function problemFromWire({ line: at, code, message }: StatementWire['problems'][number]): LineProblem {
	return { line: at, code: isKnown(code) ? code : 'row_unreadable', message, text: '' };
}

function isKnown(code: string): code is LineProblemCode {
	return LINE_PROBLEM_CODES.some((known) => known === code);
}
