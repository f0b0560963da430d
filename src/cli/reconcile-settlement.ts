import type { FoundDiscrepancy, Outcome } from '../domain/matching/outcome.ts';
import { distinctRows } from '../domain/matching/preparing/identity.ts';
import type { MatchRules } from '../domain/matching/rows.ts';
import { SETTLEMENT_RULES_DEFAULT } from '../domain/settlement/default-rules.ts';
import type { FeeRules } from '../domain/settlement/fees/fee-rule.ts';
import { statementCoverage } from '../domain/settlement/judging/coverage.ts';
import type { Settlement } from '../domain/settlement/outcome.ts';
import type { PayoutRule, SettlementRules } from '../domain/settlement/payout-rules.ts';
import { settleReceipts } from '../domain/settlement/settle.ts';
import type { Instant } from '../domain/time.ts';
import type { FilesRead } from './reconcile-files.ts';

/** Rules of a call: those of the comparison, what is charged, and when a payout is due where the file of rules says so. */
export type CallRules = MatchRules & FeeRules & { readonly payout: PayoutRule | null };

/** Compares what is paid out with the bank statements of a call; without statements only the fees are judged, and without rules for them nothing is. */
export function settlementOf({ receipts, coverage, statements }: FilesRead, rules: CallRules, now: Instant): Settlement | null {
	if (statements.length === 0 && rules.fees === null && rules.feesBySource === undefined) return null;
	return settleReceipts({
		receipts: distinctRows(receipts, ({ line: _line, source: _source, ...content }) => content).rows,
		coverage,
		bank: {
			lines: statements.flatMap(({ lines }) => lines),
			covered: statements.flatMap((statement) => statementCoverage(statement.coverage, statement.lines)),
		},
		rules: settlementRules(rules),
		cutoverMinutes: rules.cutoverMinutes,
		now,
	});
}

function settlementRules({ payout, fees, feesBySource = {} }: CallRules): SettlementRules {
	if (payout === null) return { ...SETTLEMENT_RULES_DEFAULT, fees, feesBySource };
	return { ...SETTLEMENT_RULES_DEFAULT, payouts: {}, payout, sent: payout, fees, feesBySource };
}

/**
 * The outcome with the discrepancies of the bank's leg in their places. A payout that is one names its row of the bill, which is then not
 * excluded; of the other rows it names those that stand in the books, so that nothing that was netted or left out is named as well.
 */
export function withSettlement(outcome: Outcome, { discrepancies }: Settlement, files: FilesRead): Outcome {
	const payoutRows = new Set(outcome.excluded.flatMap(({ receipt, reason }) => (reason === 'payout' && receipt !== null ? [receipt] : [])));
	const leftOut = new Set([
		...outcome.excluded.flatMap(({ receipt }) => (receipt === null || payoutRows.has(receipt) ? [] : [receipt])),
		...outcome.netted.flatMap(({ receipts }) => receipts),
		...outcome.problems.flatMap(({ receipt }) => receipt ?? []),
	]);
	const found = discrepancies.map((one) => ({ ...one, receipts: one.receipts.filter((id) => !leftOut.has(id)) }));
	const named = new Set(found.flatMap(({ receipts }) => receipts));
	const times = new Map([...files.sales.map(({ id, at }) => [id, at] as const), ...files.receipts.map(({ id, at }) => [id as string, at] as const)]);
	const firstAt = (one: FoundDiscrepancy) => Math.min(...[...one.sales, ...one.receipts].map((id) => times.get(id) ?? 0));
	const dueAt = new Map<FoundDiscrepancy, Instant>(found.map((one) => [one, one.dueAt]));
	const keyed = [...outcome.discrepancies, ...found].map((one) => {
		const at = one.sales.length + one.receipts.length === 0 ? (dueAt.get(one) ?? 0) : firstAt(one);
		return { one, at, key: `${one.sales.join(' ')} ${one.receipts.join(' ')} ${one.kind} ${one.payout ?? ''}` };
	});
	keyed.sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
	return {
		...outcome,
		discrepancies: keyed.map(({ one }) => one),
		excluded: outcome.excluded.filter(({ receipt }) => receipt === null || !named.has(receipt)),
	};
}
