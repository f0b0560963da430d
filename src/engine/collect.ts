import type { ReadFileAnswer } from '../commands/ports.ts';
import type { Outcome } from '../domain/matching/outcome.ts';
import type { Problem } from '../domain/problems.ts';
import type { OnProgress } from '../domain/receipts/read-options.ts';
import type { Receipt } from '../domain/receipts/receipt.ts';
import { type PackedPage, unpackPage } from '../domain/receipts/receipt-pages.ts';
import type { BankLine } from '../domain/receipts/statement.ts';
import { ok, type Result } from '../domain/result.ts';
import type { EngineAnswer, OutcomePart } from './protocol.ts';

/** Takes the worker's messages; what it returns settles the work. */
export type Take<T> = (answer: EngineAnswer) => Result<T, Problem> | null;

/** Puts what comes in parts back into its bills and statements. */
export function collectReading(onProgress: OnProgress | undefined): Take<Omit<ReadFileAnswer, 'hash'>> {
	const receipts: Receipt[][] = [];
	const pages: PackedPage[][] = [];
	const lines: BankLine[][] = [];
	return (answer) => {
		if (answer.kind === 'progress') onProgress?.(answer.done);
		if (answer.kind === 'receipts') listAt(receipts, answer.bill).push(...answer.receipts);
		if (answer.kind === 'page') {
			listAt(pages, answer.bill).push(answer.page);
			listAt(receipts, answer.bill).push(...unpackPage(answer.page.text));
		}
		if (answer.kind === 'lines') listAt(lines, answer.statement).push(...answer.lines);
		if (answer.kind !== 'read-done') return null;
		return ok({
			bills: answer.bills.map((head, index) => ({ ...head, receipts: receipts[index] ?? [] })),
			statements: answer.statements.map((head, index) => ({ ...head, lines: lines[index] ?? [] })),
			packed: answer.bills.map((_, index) => pages[index] ?? null),
		});
	};
}

function listAt<Item>(lists: Item[][], index: number): Item[] {
	const list = lists[index] ?? [];
	lists[index] = list;
	return list;
}

/** Puts the long lists of an outcome, which came ahead in parts, back into it. */
export function collectOutcome(onProgress: OnProgress | undefined): Take<Outcome> {
	const parts: OutcomePart[] = [];
	return (answer) => {
		if (answer.kind === 'progress') onProgress?.(answer.done);
		if (answer.kind === 'reconcile-part') parts.push(answer.part);
		if (answer.kind !== 'reconcile-done') return null;
		return ok({
			...answer.outcome,
			matches: parts.flatMap((part) => part.matches ?? []),
			discrepancies: parts.flatMap((part) => part.discrepancies ?? []),
			awaiting: parts.flatMap((part) => part.awaiting ?? []),
			excluded: parts.flatMap((part) => part.excluded ?? []),
		});
	};
}
