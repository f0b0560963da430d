import { useState } from 'react';
import { assignDiscrepancy } from '../../../../commands/discrepancies/assign-discrepancy.ts';
import { ok } from '../../../../domain/result.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { useServices } from '../../../shell/services.ts';
import { ChoiceChips } from '../../../ui/choice/choice-chips.tsx';
import type { FormProps } from '../form-props.ts';

/** 问店长: it stays in the queue, marked as waiting for somebody's answer. */
export function AskForm({ detail, money, busy, submit }: FormProps) {
	const { text } = useMessages();
	const { ports, shop } = useServices();
	const words = text.queue.ask;
	const people = [...new Set([words.lead, ...shop.cashiers])];
	const [to, setTo] = useState<string>(detail.discrepancy.assignee ?? words.lead);
	const [note, setNote] = useState('');
	return (
		<form
			className="queue-form"
			onSubmit={(event) => {
				event.preventDefault();
				submit(text.queue.did.ask(money, to), async () => {
					const assigned = await assignDiscrepancy(ports, { discrepancy: detail.discrepancy.id, to, note });
					return assigned.ok ? ok({ decisions: [assigned.value.decision] }) : assigned;
				});
			}}
		>
			<ChoiceChips label={words.who} choices={people.map((name) => ({ value: name, label: name }))} value={to} onChange={setTo} />
			<div className="field">
				<label htmlFor="queue-ask-note">{words.note}</label>
				<textarea className="input" id="queue-ask-note" rows={2} placeholder={words.noteHint} value={note} onChange={(event) => setNote(event.target.value)} />
			</div>
			<p className="cap2">{words.hint}</p>
			<button type="submit" className="btn btn--go btn--big" disabled={busy}>
				{words.done}
			</button>
		</form>
	);
}
