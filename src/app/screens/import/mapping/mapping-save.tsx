import { useId, useRef, useState } from 'react';
import { previewImport } from '../../../../commands/receipts/preview-import.ts';
import { saveMapping } from '../../../../commands/receipts/save-mapping.ts';
import { MAPPING_NAME_MAX } from '../../../../domain/receipts/mapping/check-mapping.ts';
import type { FileBytes } from '../../../../domain/receipts/read-options.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { useServices } from '../../../shell/services.ts';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { useCommand } from '../../../ui/use-command.ts';
import { settleUnknown } from '../session/read-files.ts';
import { type MappingDraft, named } from './mapping-draft.ts';

type Props = { readonly draft: MappingDraft; readonly file: FileBytes; readonly fileKey: number };

/** Remembers the mapping under a name and goes on into the preview; or leaves the file. */
export function MappingSave({ draft, file, fileKey }: Props) {
	const { text } = useMessages();
	const services = useServices();
	const { run, busy, problem } = useCommand();
	const [asked, setAsked] = useState(false);
	const input = useRef<HTMLInputElement>(null);
	const id = useId();
	const words = text.mapping;
	const { mapping, change, doubts, answered, readable } = draft;
	const lacking = !readable
		? words.columnNeeded
		: doubts.some(({ about }) => !answered.has(about))
			? words.answerNeeded
			: mapping.name.trim() === ''
				? words.nameNeeded
				: null;
	const go = async () => {
		setAsked(true);
		if (lacking === words.nameNeeded) input.current?.focus();
		if (lacking !== null) return;
		const saved = await run(() => saveMapping(services.ports, { mapping }));
		if (!saved) return;
		const preview = await run(() => previewImport(services.ports, { file, mapping: saved.mapping }));
		if (preview) await settleUnknown(services, fileKey, preview);
	};
	return (
		<div className="mapping__save">
			<div className="field">
				<label htmlFor={id}>{words.name}</label>
				<input
					id={id}
					ref={input}
					className="input"
					value={mapping.name}
					maxLength={MAPPING_NAME_MAX}
					placeholder={words.namePlaceholder}
					autoComplete="off"
					enterKeyHint="done"
					data-testid="mapping-name"
					aria-describedby={`${id}-hint`}
					onChange={(event) => change(named(mapping, event.target.value))}
				/>
				<p className="cap" id={`${id}-hint`}>
					{words.nameHint}
				</p>
			</div>
			{problem && <ProblemNote problem={problem} />}
			<p className="cap2 is-gap b mapping__lacking" role="alert">
				{asked && lacking}
			</p>
			<button type="button" className="btn btn--go" data-testid="mapping-go" disabled={busy} onClick={() => void go()}>
				{words.go}
				<small>{words.goHint}</small>
			</button>
			<button type="button" className="btn" disabled={busy} onClick={() => void settleUnknown(services, fileKey, null)}>
				{words.skip}
			</button>
		</div>
	);
}
