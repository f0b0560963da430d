import type { BankLine, StatementReading } from '../../src/domain/receipts/statement.ts';
import { statementTotals } from '../../src/domain/receipts/statement.ts';
import { wholeDays } from './settlement-rows.ts';

/** A statement of an account in yuan that covers whole days. */
export function statement(lines: readonly BankLine[], [first, last]: readonly [string, string] = ['2026-11-16', '2026-11-30']): StatementReading {
	return {
		...{ format: 'bank-csv', encoding: 'utf-8', leg: 'bank', currency: 'CNY', offset: 480, lines, problems: [] },
		coverage: wholeDays(first, last),
		totals: statementTotals(lines, 'CNY'),
		footer: { present: false, agrees: null },
	};
}
