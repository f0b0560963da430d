import type { Discrepancy } from '../../../domain/discrepancies/discrepancy.ts';
import type { QueueDetail } from '../../../storage/queries/queue/queue-lists.ts';
import type { Messages } from '../../messages/messages-context.ts';

/** The whole matter in one sentence, without blame. */
export function headline({ text, format }: Messages, { discrepancy, sales, receipts }: QueueDetail): string {
	const words = text.queue.headline;
	const money = format.money(discrepancy.amountMinor, discrepancy.currency);
	switch (discrepancy.kind) {
		case 'missing_in_ledger':
			if (discrepancy.hypotheses[0]?.code === 'reported_twice') return words.reported_twice;
			return receipts[0]?.kind === 'refund' ? words.refund_not_logged : words.missing_in_ledger;
		case 'batch_unsettled':
			return words.batch_unsettled(receipts[0]?.batchNo ?? '', money);
		case 'tender_mismatch': {
			const ours = sales[0]?.tender ?? 'other';
			return words.tender_mismatch(text.common.tender[ours], text.common.tender[receipts[0]?.tender ?? 'other']);
		}
		case 'status_mismatch':
			return sales.some((sale) => sale.reversedBy === null) ? words.status_undone_there : words.status_undone_here;
		default: {
			const sentence = words[discrepancy.kind];
			return typeof sentence === 'string' ? sentence : sentence(money);
		}
	}
}

/** Where there are more members than are missing, or a whole run of them, the sentence below the headline says so. */
export function memberNote({ text, format }: Messages, { count, sales, receipts, cluster, kind }: Discrepancy, clusterSize: number): string | null {
	const members = kind === 'missing_in_ledger' ? receipts.length : kind === 'duplicate_charge' ? 0 : sales.length;
	if (members > count) return text.queue.twins(format.count(members), format.count(count));
	if (cluster !== null && clusterSize > 1) return text.queue.cluster(format.count(clusterSize));
	return count > 1 ? text.queue.many(format.count(count)) : null;
}

/** What the first action will do, or what to mind before any. */
export function sayLine({ text, format }: Messages, { discrepancy, receipts }: QueueDetail): string {
	const { say } = text.queue;
	const money = format.money(discrepancy.amountMinor, discrepancy.currency);
	switch (discrepancy.kind) {
		case 'missing_in_ledger': {
			const [receipt] = receipts;
			return receipt ? say.enterSale(format.moment(receipt.at, receipt.offset)) : say.other;
		}
		case 'missing_at_terminal':
		case 'missing_at_provider':
			return say.missing;
		case 'amount_short':
			return say.amount(money);
		case 'amount_over':
		case 'duplicate_charge':
			return say.owed;
		case 'tender_mismatch':
			return say.tender;
		case 'status_mismatch':
			return say.status;
		case 'refund_missing':
			return say.refund;
		case 'offline_declined':
			return say.declined;
		case 'batch_unsettled':
			return say.batch;
		default:
			return say.other;
	}
}
