import type { Outcome } from '../domain/matching/outcome.ts';
import type { ReconcileInput } from '../domain/matching/rows.ts';
import type { Problem } from '../domain/problems.ts';
import type { TableDescription } from '../domain/receipts/mapping/table-description.ts';
import type { DescribeOptions, FileBytes, ReadOptions } from '../domain/receipts/read-options.ts';
import type { BillReading } from '../domain/receipts/reading.ts';
import type { Receipt } from '../domain/receipts/receipt.ts';
import type { PackedPage } from '../domain/receipts/receipt-pages.ts';
import type { BankLine, StatementReading } from '../domain/receipts/statement.ts';
import type { Settlement } from '../domain/settlement/outcome.ts';
import type { SettleInput } from '../domain/settlement/settle.ts';

/** Main thread → worker. One piece of work at a time; a stop ends the worker itself. */
export type EngineRequest =
	| { readonly id: number; readonly kind: 'read'; readonly file: FileBytes; readonly options: ReadOptions }
	| { readonly id: number; readonly kind: 'describe'; readonly file: FileBytes; readonly options: DescribeOptions }
	/**
	 * Receipts of the comparison that is asked for next, packed (`packText`). Measured for 100,000 of them, the page is busy for 0.13–0.29 s with
	 * this, for 0.41–0.52 s where objects are cloned, and for 0.27–1.08 s with typed arrays and a table of strings, since most columns are strings of which no two are the same.
	 */
	| { readonly id: number; readonly kind: 'reconcile-receipts'; readonly text: string }
	| { readonly id: number; readonly kind: 'reconcile'; readonly input: ReconcileInput }
	| { readonly id: number; readonly kind: 'settle'; readonly input: SettleInput };

/** A bill whose receipts follow in pages, so that no single message stalls the page. */
export type BillHead = Omit<BillReading, 'receipts'>;
export type StatementHead = Omit<StatementReading, 'lines'>;

/** Long lists of an outcome, which travel in parts ahead of the rest. */
export type OutcomePart = Partial<Pick<Outcome, 'matches' | 'discrepancies' | 'awaiting' | 'excluded'>>;

/** Worker → main thread. `receipts` and `page` belong to the bill at index `bill`, `lines` to the statement at its; `done` comes last. */
export type EngineAnswer =
	/** The worker is there and has begun with the work. */
	| { readonly id: number; readonly kind: 'started' }
	| { readonly id: number; readonly kind: 'progress'; readonly done: number }
	| { readonly id: number; readonly kind: 'receipts'; readonly bill: number; readonly receipts: readonly Receipt[] }
	| { readonly id: number; readonly kind: 'page'; readonly bill: number; readonly page: PackedPage }
	| { readonly id: number; readonly kind: 'lines'; readonly statement: number; readonly lines: readonly BankLine[] }
	| {
			readonly id: number;
			readonly kind: 'read-done';
			readonly bills: readonly BillHead[];
			readonly statements: readonly StatementHead[];
	  }
	| { readonly id: number; readonly kind: 'describe-done'; readonly table: TableDescription }
	| { readonly id: number; readonly kind: 'reconcile-part'; readonly part: OutcomePart }
	| { readonly id: number; readonly kind: 'reconcile-done'; readonly outcome: Omit<Outcome, keyof OutcomePart> }
	| { readonly id: number; readonly kind: 'settle-done'; readonly settlement: Settlement }
	| { readonly id: number; readonly kind: 'failed'; readonly problem: Problem };
