import { useState } from 'react';
import { logContact } from '../../../commands/cases/log-contact.ts';
import type { ContactLogged } from '../../../domain/cases/entries.ts';
import type { CaseId } from '../../../domain/ids.ts';
import { HOUR_MS, zonedStamp } from '../../../domain/time.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { useServices } from '../../shell/services.ts';
import { ChoiceChips } from '../../ui/choice/choice-chips.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useCommand } from '../../ui/use-command.ts';

const CHANNELS: readonly ContactLogged['channel'][] = ['phone', 'branch', 'app', 'mail'];
/** Offices have opened by then. */
const MORNING_MS = 10 * HOUR_MS;

export function ContactForm({ id, onDone }: { readonly id: CaseId; readonly onDone: () => void }) {
	const { text } = useMessages();
	const { ports, shop } = useServices();
	const { run, busy, problem } = useCommand();
	const [channel, setChannel] = useState<ContactLogged['channel']>('phone');
	const [withWhom, setWithWhom] = useState('');
	const [note, setNote] = useState('');
	const [day, setDay] = useState('');
	const words = text.cases.contact;
	const send = async () => {
		const nextCheck = day === '' ? null : zonedStamp(Date.parse(`${day}T00:00:00Z`) + MORNING_MS, shop.zone).at;
		if ((await run(() => logContact(ports, { case: id, channel, withWhom: withWhom === '' ? null : withWhom, note, nextCheck }))) !== null) onDone();
	};
	return (
		<form
			className="case-form"
			onSubmit={(event) => {
				event.preventDefault();
				void send();
			}}
		>
			{problem && <ProblemNote problem={problem} />}
			<ChoiceChips label={words.channel} choices={CHANNELS.map((one) => ({ value: one, label: words.channels[one] }))} value={channel} onChange={setChannel} />
			<div className="field">
				<label htmlFor="case-contact-who">{words.who}</label>
				<input className="input" id="case-contact-who" value={withWhom} onChange={(event) => setWithWhom(event.target.value)} />
			</div>
			<div className="field">
				<label htmlFor="case-contact-note">{words.note}</label>
				<textarea className="input" id="case-contact-note" rows={3} value={note} onChange={(event) => setNote(event.target.value)} />
			</div>
			<div className="field">
				<label htmlFor="case-contact-next">{words.nextCheck}</label>
				<input className="input" id="case-contact-next" type="date" value={day} onChange={(event) => setDay(event.target.value)} />
			</div>
			<button type="submit" className="btn btn--go btn--big" disabled={busy || note.trim() === ''}>
				{words.done}
			</button>
		</form>
	);
}
