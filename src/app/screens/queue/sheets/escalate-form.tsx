import { useState } from 'react';
import { openCase } from '../../../../commands/cases/open-case.ts';
import type { CaseParty } from '../../../../domain/cases/case.ts';
import { usualParty } from '../../../../domain/cases/deadlines.ts';
import { ok } from '../../../../domain/result.ts';
import { zoneOffset } from '../../../../domain/time.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { useServices } from '../../../shell/services.ts';
import { ChoiceChips } from '../../../ui/choice/choice-chips.tsx';
import { ContactLine } from '../../../ui/contact/contact-line.tsx';
import { deadlineChip } from '../deadline-of.ts';
import type { FormProps } from '../form-props.ts';

const PARTIES: readonly CaseParty[] = ['provider', 'bank'];

/** 上报: opens a case. What has to be sent is sent by people; the app keeps how it goes. */
export function EscalateForm({ detail, money, busy, submit }: FormProps) {
	const messages = useMessages();
	const { ports, shop } = useServices();
	const [party, setParty] = useState<CaseParty>(usualParty(detail.discrepancy.kind));
	const [note, setNote] = useState('');
	const { text } = messages;
	const words = text.queue.escalate;
	const now = ports.clock.now().at;
	const deadline = deadlineChip(messages, detail, { now, offset: zoneOffset(shop.zone, now) });
	return (
		<form
			className="queue-form"
			onSubmit={(event) => {
				event.preventDefault();
				submit(text.queue.did.escalate(money), async () => {
					const opened = await openCase(ports, { discrepancy: detail.discrepancy.id, party, note });
					return opened.ok ? ok({ decisions: [opened.value.case], case: opened.value.case }) : opened;
				});
			}}
		>
			<ChoiceChips label={words.ask} choices={PARTIES.map((one) => ({ value: one, label: words.party[one] }))} value={party} onChange={setParty} />
			<ContactLine source={detail.source} party={party} day={detail.discrepancy.day} />
			<p className="cap2">{deadline ? `${words.deadline(deadline.words)} ${deadline.asOf}` : words.noDeadline}</p>
			<div className="field">
				<label htmlFor="queue-escalate-note">{words.note}</label>
				<textarea
					className="input"
					id="queue-escalate-note"
					rows={3}
					placeholder={words.noteHint}
					value={note}
					onChange={(event) => setNote(event.target.value)}
				/>
			</div>
			<p className="cap2">{words.hint}</p>
			<button type="submit" className="btn btn--go btn--big" disabled={busy}>
				{words.done}
			</button>
		</form>
	);
}
