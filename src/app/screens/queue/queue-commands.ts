import { enterDiscrepancy } from '../../../commands/discrepancies/enter-discrepancy.ts';
import { snoozeDiscrepancy } from '../../../commands/discrepancies/snooze-discrepancy.ts';
import { annotateSale } from '../../../commands/ledger/annotate-sale.ts';
import { rejectMatch } from '../../../commands/matching/reject-match.ts';
import type { Ports } from '../../../commands/ports.ts';
import type { Discrepancy } from '../../../domain/discrepancies/discrepancy.ts';
import { type Problem, problem } from '../../../domain/problems.ts';
import { fail, ok, type Result } from '../../../domain/result.ts';
import type { Instant } from '../../../domain/time.ts';
import type { QueueDetail } from '../../../storage/queries/queue/queue-lists.ts';
import type { Made } from './use-decisions.ts';

type Answer = Promise<Result<Made, Problem>>;

/** The decisions that need nothing asked: one tap, one undo. */
export async function enter(ports: Ports, { id }: Discrepancy): Answer {
	const entered = await enterDiscrepancy(ports, { discrepancy: id });
	return entered.ok ? ok({ decisions: [entered.value.decision] }) : entered;
}

export async function putOff(ports: Ports, { id }: Discrepancy, until: Instant): Answer {
	const snoozed = await snoozeDiscrepancy(ports, { discrepancy: id, until });
	return snoozed.ok ? ok({ decisions: [snoozed.value.decision] }) : snoozed;
}

/** Where a sale was charged twice, the charge that it is matched with stays its own; only the others are split off. */
export async function reject(ports: Ports, { discrepancy, match }: QueueDetail): Answer {
	const { kind, sales, receipts } = discrepancy;
	const extra = kind === 'duplicate_charge' && match ? receipts.filter((id) => !match.receipts.includes(id)) : receipts;
	const rejected = await rejectMatch(ports, { sales, receipts: extra });
	return rejected.ok ? ok({ decisions: rejected.value.decisions }) : rejected;
}

/** Makes our sale say how it was really paid; the inverse says again what stood there. */
export async function changeTender(ports: Ports, { sales, receipts }: QueueDetail): Answer {
	const [sale] = sales.filter((one) => one.reversedBy === null);
	const tender = receipts[0]?.tender;
	if (!sale || !tender) return fail(problem('sale_not_found'));
	const changed = await annotateSale(ports, { sale: sale.id, tender });
	return changed.ok ? ok({ decisions: [], inverse: () => annotateSale(ports, { sale: sale.id, tender: sale.tender }) }) : changed;
}
