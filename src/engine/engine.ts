import type { Outcome } from '../domain/matching/outcome.ts';
import { reconcile } from '../domain/matching/reconcile.ts';
import type { ReconcileInput } from '../domain/matching/rows.ts';
import type { OnProgress } from '../domain/receipts/read-options.ts';
import type { Settlement } from '../domain/settlement/outcome.ts';
import { type SettleInput, settle } from '../domain/settlement/settle.ts';

export { describeFile } from '../importers/describe-file.ts';
export { readFile } from '../importers/read-file.ts';

/** Compares ledger and receipts; the same code in the tablet's worker, on the command line and in tests. */
export function runReconcile(input: ReconcileInput, onProgress?: OnProgress): Outcome {
	return reconcile(input, onProgress);
}

/** Compares payouts with the bank. */
export function runSettle(input: SettleInput): Settlement {
	return settle(input);
}
