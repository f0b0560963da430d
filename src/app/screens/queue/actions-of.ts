import type { DiscrepancyKind } from '../../../domain/matching/kinds.ts';
import type { QueueDetail } from '../../../storage/queries/queue/queue-lists.ts';

export type NumberedAction = 'enter' | 'tick' | 'same' | 'different' | 'collect' | 'explain' | 'writeOff' | 'escalate' | 'retender' | 'undoSale';
export type QueueAction = NumberedAction | 'ask' | 'later';

const ACTIONS: Readonly<Record<DiscrepancyKind, readonly NumberedAction[]>> = {
	missing_at_terminal: ['same', 'tick', 'collect', 'escalate', 'explain', 'writeOff'],
	missing_at_provider: ['same', 'tick', 'collect', 'escalate', 'explain', 'writeOff'],
	missing_at_bank: ['escalate', 'explain', 'writeOff'],
	missing_in_ledger: ['enter', 'same', 'escalate', 'explain'],
	amount_short: ['explain', 'same', 'different', 'escalate', 'writeOff'],
	amount_over: ['explain', 'same', 'different', 'escalate'],
	duplicate_charge: ['explain', 'different', 'same', 'escalate'],
	tender_mismatch: ['retender', 'different', 'explain', 'escalate'],
	status_mismatch: ['explain', 'different', 'escalate'],
	refund_missing: ['same', 'escalate', 'explain', 'writeOff'],
	offline_declined: ['collect', 'different', 'escalate', 'explain', 'writeOff'],
	chargeback: ['escalate', 'explain', 'writeOff'],
	batch_unsettled: ['escalate', 'explain'],
	payout_short: ['escalate', 'explain', 'writeOff'],
	payout_over: ['escalate', 'explain'],
	fee_mismatch: ['escalate', 'explain'],
	cash_short: ['explain', 'writeOff'],
	cash_over: ['explain'],
};

/** What can be decided about it, the usual one first: the key 1 is the first of them. What needs records that are not there is left out. */
export function numberedActions({ discrepancy, sales, receipts }: Pick<QueueDetail, 'discrepancy' | 'sales' | 'receipts'>): NumberedAction[] {
	const standing = sales.filter((sale) => sale.reversedBy === null);
	const actions = ACTIONS[discrepancy.kind].filter((action) => {
		if (action === 'retender') return standing.length === 1 && receipts[0]?.tender != null && receipts[0].tender !== standing[0]?.tender;
		if (action === 'different') return sales.length > 0 && receipts.length > 0;
		if (action === 'enter') return receipts.length > 0;
		return true;
	});
	const undoneThere = discrepancy.kind === 'status_mismatch' && standing.length === 1;
	return undoneThere ? ['undoSale', ...actions] : actions;
}

/** The action that a key of the keyboard stands for; null where it stands for none. */
export function actionOfKey(key: string, numbered: readonly NumberedAction[]): QueueAction | null {
	if (/^[1-9]$/.test(key)) return numbered[Number(key) - 1] ?? null;
	if (key === 'h' || key === 'H') return 'later';
	return key === 'a' || key === 'A' ? 'ask' : null;
}
