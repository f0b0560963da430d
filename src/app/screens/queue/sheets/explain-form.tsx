import { useState } from 'react';
import { explainDiscrepancy } from '../../../../commands/discrepancies/explain-discrepancy.ts';
import { EXPLANATION_CODES, type ExplanationCode } from '../../../../domain/discrepancies/entries.ts';
import { ok } from '../../../../domain/result.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { useServices } from '../../../shell/services.ts';
import { ChoiceChips } from '../../../ui/choice/choice-chips.tsx';
import type { FormProps } from '../form-props.ts';

/** 说明原因: a reason, and a word more where one likes; "other" needs the word. */
export function ExplainForm({ detail, money, busy, submit }: FormProps) {
	const { text } = useMessages();
	const { ports } = useServices();
	const [reason, setReason] = useState<ExplanationCode | null>(null);
	const [note, setNote] = useState('');
	const words = text.queue.explain;
	const ready = reason !== null && (reason !== 'other' || note.trim() !== '');
	const send = () => {
		if (reason === null) return;
		submit(text.queue.did.explain(money), async () => {
			const explained = await explainDiscrepancy(ports, { discrepancy: detail.discrepancy.id, reason, note });
			return explained.ok ? ok({ decisions: [explained.value.decision] }) : explained;
		});
	};
	return (
		<form
			className="queue-form"
			onSubmit={(event) => {
				event.preventDefault();
				send();
			}}
		>
			<ChoiceChips
				label={words.ask}
				choices={EXPLANATION_CODES.map((code) => ({ value: code, label: words.reasons[code] }))}
				value={reason}
				onChange={setReason}
			/>
			<div className="field">
				<label htmlFor="queue-explain-note">{words.note}</label>
				<textarea className="input" id="queue-explain-note" rows={2} value={note} onChange={(event) => setNote(event.target.value)} />
			</div>
			<button type="submit" className="btn btn--go btn--big" disabled={!ready || busy}>
				{words.done}
			</button>
		</form>
	);
}
