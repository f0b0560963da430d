import type { Engine } from '../../src/commands/ports.ts';
import type { FoundDiscrepancy, Match } from '../../src/domain/matching/outcome.ts';
import type { ReconcileInput } from '../../src/domain/matching/rows.ts';
import { ok } from '../../src/domain/result.ts';
import { match, outcome } from './builders.ts';

/** An engine that anybody can check by eye: what people said holds, else equal amounts of one day belong together in the order of their ids. */
export const toyEngine: Pick<Engine, 'reconcile'> = { reconcile: async (input) => ok(judge(input)) };

function judge({ sales, receipts, decisions }: ReconcileInput) {
	const undone = new Set(sales.filter((row) => row.kind === 'reversal').map((row) => row.ref));
	const live = sales.filter((row) => row.kind === 'sale' && !undone.has(row.id) && row.tender !== 'cash' && row.state !== 'failed').sort(byId);
	const free = new Map([...receipts].sort(byId).map((receipt) => [receipt.id as string, receipt]));
	const matches: Match[] = [];
	const discrepancies: FoundDiscrepancy[] = [];
	const matched = new Set<string>();
	for (const { sales: ours, receipts: theirs } of decisions.confirmed) {
		if (![...ours].every((id) => live.some((sale) => sale.id === id) && !matched.has(id)) || ![...theirs].every((id) => free.has(id))) continue;
		matches.push(match(ours, theirs, { confirmed: true }));
		for (const id of ours) matched.add(id);
		for (const id of theirs) free.delete(id);
	}
	for (const sale of live.filter((row) => !matched.has(row.id))) {
		const fits = [...free.values()].find(
			(receipt) => receipt.amountMinor === sale.amountMinor && !decisions.rejected.some((pair) => pair.sale === sale.id && pair.receipt === receipt.id),
		);
		if (fits) {
			matches.push(match([sale.id], [fits.id]));
			free.delete(fits.id);
		} else discrepancies.push({ ...GAP, kind: 'missing_at_terminal', sales: [sale.id], amountMinor: sale.amountMinor });
	}
	for (const receipt of free.values()) discrepancies.push({ ...GAP, kind: 'missing_in_ledger', receipts: [receipt.id], amountMinor: receipt.amountMinor });
	return outcome({ matches, discrepancies });
}

const GAP: Omit<FoundDiscrepancy, 'kind' | 'amountMinor'> = { sales: [], receipts: [], count: 1, currency: 'CNY', hypotheses: [], cluster: null };

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
	return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
