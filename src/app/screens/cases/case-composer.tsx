import { Phone } from 'lucide-react';
import { useState } from 'react';
import { noteCase } from '../../../commands/cases/note-case.ts';
import type { CaseId } from '../../../domain/ids.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { useServices } from '../../shell/services.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useCommand } from '../../ui/use-command.ts';
import { ContactForm } from './contact-form.tsx';

/** Adds to the timeline: a note, for oneself or for the file, or a contact with the other side. */
export function CaseComposer({ id }: { readonly id: CaseId }) {
	const { text } = useMessages();
	const { ports } = useServices();
	const { run, busy, problem, clear } = useCommand();
	const [note, setNote] = useState('');
	const [internal, setInternal] = useState(false);
	const [calling, setCalling] = useState(false);
	const words = text.cases.composer;
	const add = async () => {
		if (note.trim() === '') return;
		if ((await run(() => noteCase(ports, { case: id, note, internal }))) !== null) setNote('');
	};
	return (
		<div className="case-composer">
			{problem && <ProblemNote problem={problem} onClose={clear} />}
			<form
				className="case-composer__row"
				onSubmit={(event) => {
					event.preventDefault();
					void add();
				}}
			>
				<input className="input" aria-label={words.label} placeholder={words.placeholder} value={note} onChange={(event) => setNote(event.target.value)} />
				<button type="button" className="btn" aria-pressed={internal} onClick={() => setInternal(!internal)}>
					{words.internal}
				</button>
				<button type="submit" className="btn btn--go" disabled={busy || note.trim() === ''}>
					{words.add}
				</button>
				<button type="button" className="btn" onClick={() => setCalling(true)}>
					<Phone className="i i--s" aria-hidden="true" />
					{words.contact}
				</button>
			</form>
			<Sheet open={calling} onClose={() => setCalling(false)} title={text.cases.contact.title} closeLabel={text.common.cancel}>
				<ContactForm id={id} onDone={() => setCalling(false)} />
			</Sheet>
		</div>
	);
}
