import { confirmMatch } from '../../../../commands/matching/confirm-match.ts';
import { ok } from '../../../../domain/result.ts';
import type { Candidate, FindAnchor } from '../../../../storage/queries/match/candidates.ts';
import type { QueueDetail } from '../../../../storage/queries/queue/queue-lists.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { useServices } from '../../../shell/services.ts';
import { FindPanel } from '../../../ui/find/find-panel.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import type { Submit } from '../form-props.ts';
import type { useDecisions } from '../use-decisions.ts';

type Props = {
	readonly open: boolean;
	readonly onClose: () => void;
	readonly detail: QueueDetail;
	readonly money: string;
	readonly decisions: ReturnType<typeof useDecisions>;
	readonly submit: Submit;
};

/** 是同一笔: the other half is picked from what is nearby. */
export function FindSheet({ open, onClose, detail, money, decisions, submit }: Props) {
	const { text } = useMessages();
	const { ports } = useServices();
	const { anchors, joined } = lookedFor(detail);
	return (
		<Sheet className="find-sheet" open={open} onClose={onClose} title={text.match.findPanel.title} closeLabel={text.common.cancel}>
			<FindPanel
				anchors={anchors}
				joined={joined}
				busy={decisions.busy}
				problem={decisions.problem}
				onFound={(found) =>
					submit(text.queue.did.same(money), async () => {
						const confirmed = await confirmMatch(ports, { groups: [found] });
						return confirmed.ok ? ok({ decisions: confirmed.value.decisions }) : confirmed;
					})
				}
			/>
		</Sheet>
	);
}

/**
 * Too little charged: another receipt for the same sale. Too much: another sale for the same receipt. Charged twice: a sale for
 * one of the charges. Otherwise the half that is missing.
 */
export function lookedFor({ discrepancy, sales, receipts }: QueueDetail): {
	readonly anchors: readonly FindAnchor[];
	readonly joined: readonly Candidate['record'][];
} {
	const ours: FindAnchor[] = sales.map((sale) => ({ side: 'ours', sale }));
	const theirs: FindAnchor[] = receipts.map((receipt) => ({ side: 'theirs', receipt, day: discrepancy.day }));
	if (discrepancy.kind === 'amount_short') return { anchors: ours, joined: receipts.map((receipt) => ({ side: 'theirs', receipt })) };
	if (discrepancy.kind === 'amount_over') return { anchors: theirs, joined: sales.map((sale) => ({ side: 'ours', sale })) };
	if (discrepancy.kind === 'duplicate_charge' || ours.length === 0) return { anchors: theirs, joined: [] };
	return { anchors: ours, joined: [] };
}
