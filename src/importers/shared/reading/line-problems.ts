import { maskCardNumbers } from '../../../domain/card-numbers.ts';
import type { LineProblem, LineProblemCode } from '../../../domain/receipts/reading.ts';

/** What a reader says about the row that it is reading. */
export type Note = (code: LineProblemCode, message: string) => void;

export type ProblemLog = {
	readonly add: (problem: {
		readonly line: number | null;
		readonly code: LineProblemCode;
		readonly message: string;
		readonly text?: string | (() => string);
	}) => void;
	/** In the order of lines; what concerns the whole file comes last. */
	readonly all: () => readonly LineProblem[];
};

/** Collects what was not understood; words from the file come out masked and short. */
export function problemLog(): ProblemLog {
	const problems: LineProblem[] = [];
	let unlisted = 0;
	return {
		add: ({ line, code, message, text }) => {
			if (problems.length >= LISTED_MAX && line !== null) unlisted += 1;
			else problems.push({ line, code, message: safeText(message, MESSAGE_MAX), text: safeText(problems.length < QUOTED_MAX ? wordsOf(text) : '', TEXT_MAX) });
		},
		all: () =>
			inLineOrder(
				unlisted === 0
					? problems
					: [...problems, { line: null, code: 'row_unreadable', message: `${unlisted} more problems are not listed one by one.`, text: '' }],
			),
	};
}

function wordsOf(text: string | (() => string) | undefined): string {
	return typeof text === 'function' ? text() : (text ?? '');
}

/** By line; what concerns the whole file comes last. */
export function inLineOrder(problems: readonly LineProblem[]): LineProblem[] {
	return [...problems].sort((a, b) => (a.line ?? Number.MAX_SAFE_INTEGER) - (b.line ?? Number.MAX_SAFE_INTEGER));
}

/** So many problems of one file are listed one by one, and the first of them with the words of their line. */
const LISTED_MAX = 20_000;
const QUOTED_MAX = 2_000;
/** The most characters of a problem's text; the contract allows 2,000. */
const TEXT_MAX = 600;
const MESSAGE_MAX = 300;
const QUOTED_CELL_MAX = 60;
/** Looked at before masking, so that a number cut off at the end cannot slip through and a hostile line stays cheap. */
const LOOKED_AT_MAX = 4_000;

/**
 * Words from a file that may be shown: card numbers cut to four digits, e-mail addresses, mobile numbers and identity
 * numbers gone, control characters replaced, not longer than `max`.
 */
export function safeText(text: string, max: number): string {
	if (text === '') return '';
	const looked = text.slice(0, LOOKED_AT_MAX);
	const masked = maskCardNumbers(looked.includes('@') ? looked.replace(EMAIL, '***@***') : looked)
		.replace(IDENTITY_NO, hidden)
		.replace(MOBILE_NO, hidden);
	const shown = masked.replace(CONTROL, '\ufffd');
	return shown.length > max ? `${shown.slice(0, max - 1)}…` : shown;
}

/** A cell's words in a message; masked before they are cut, because the first digits of a card number are no longer one. */
export function quoted(cell: string): string {
	return safeText(cell, QUOTED_CELL_MAX);
}

/**
 * A line of which nobody knows which cell is which: words of any length may be a name and ten digits a phone number, so only what looks like
 * other numbers, codes and times is repeated.
 */
export function wordlessLine(line: string): string {
	return line.slice(0, LOOKED_AT_MAX).replace(/[^,\t;|]+/g, (cell) => (HOLDS_WORDS.test(cell) || PHONE_NO.test(cell) ? '*' : cell));
}

/** Several words, words in other letters, or one word written as a name is. */
const HOLDS_WORDS = /[^\p{ASCII}\ufffd]|[A-Za-z] +[A-Za-z]|^[\s"]*[A-Z][a-z]+[\s"]*$/u;
/** National numbers of ten or eleven digits, however they are grouped, and all with a country code. */
const PHONE_NO = /^[\s"]*(?:\+[\d\s().-]{7,20}|\(?\d(?:[\s().-]{0,2}\d){9,10})[\s"]*$/;
const EMAIL = /[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,32})+/g;
/** Citizen's identity number: region, date of birth, order, check character. */
const IDENTITY_NO = /(?<![0-9A-Za-z])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dXx](?![0-9A-Za-z])/g;
const MOBILE_NO = /(?<![0-9A-Za-z.])(?:\+?86[ -]?)?1[3-9]\d{9}(?![0-9A-Za-z])/g;
const CONTROL = /[^\P{Cc}\t\r\n]/gu;

function hidden(number: string): string {
	return '*'.repeat(number.length);
}
