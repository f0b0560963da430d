import type { QueueDetail } from '../../../storage/queries/queue/queue-lists.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import type { QueueAction } from './actions-of.ts';
import type { Submit } from './form-props.ts';
import { AskForm } from './sheets/ask-form.tsx';
import { CollectForm } from './sheets/collect-form.tsx';
import { EscalateForm } from './sheets/escalate-form.tsx';
import { ExplainForm } from './sheets/explain-form.tsx';
import { FindSheet } from './sheets/find-sheet.tsx';
import { UndoSaleForm } from './sheets/undo-sale-form.tsx';
import { WriteOffForm } from './sheets/write-off-form.tsx';
import type { useDecisions } from './use-decisions.ts';

type Props = {
	readonly action: QueueAction | null;
	readonly detail: QueueDetail;
	readonly decisions: ReturnType<typeof useDecisions>;
	readonly onClose: () => void;
	readonly onDone: () => void;
};

const FORMS = { collect: CollectForm, explain: ExplainForm, writeOff: WriteOffForm, escalate: EscalateForm, ask: AskForm, undoSale: UndoSaleForm } as const;

/** The sheet of an action that asks for something before it decides. */
export function QueueActionSheet({ action, detail, decisions, onClose, onDone }: Props) {
	const { text, format } = useMessages();
	const money = format.money(detail.discrepancy.amountMinor, detail.discrepancy.currency);
	const submit: Submit = async (words, command) => {
		if (action !== null && (await decisions.decide({ action, discrepancy: detail.discrepancy, words }, command))) onDone();
	};
	const form = action !== null && action in FORMS ? (action as keyof typeof FORMS) : null;
	const Form = form === null ? null : FORMS[form];
	return (
		<>
			<FindSheet open={action === 'same'} onClose={onClose} detail={detail} money={money} decisions={decisions} submit={submit} />
			<Sheet open={Form !== null} onClose={onClose} title={form === null ? '' : text.queue[form].title} closeLabel={text.common.cancel}>
				{decisions.problem && <ProblemNote problem={decisions.problem} />}
				{Form && <Form detail={detail} money={money} busy={decisions.busy} submit={submit} />}
			</Sheet>
		</>
	);
}
