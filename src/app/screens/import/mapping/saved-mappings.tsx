import { useLiveQuery } from 'dexie-react-hooks';
import { Eraser, FileOutput, FolderInput } from 'lucide-react';
import { useRef, useState } from 'react';
import { removeMapping } from '../../../../commands/receipts/remove-mapping.ts';
import { saveMapping } from '../../../../commands/receipts/save-mapping.ts';
import type { MappingFault } from '../../../../domain/receipts/mapping/check-mapping.ts';
import { mappingFileName, mappingFileText, readMappingFile } from '../../../../domain/receipts/mapping/mapping-file.ts';
import type { SavedMapping } from '../../../../domain/receipts/mapping/saved-mappings.ts';
import { mappingList } from '../../../../storage/queries/mapping-list.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { useServices } from '../../../shell/services.ts';
import { download } from '../../../ui/download.ts';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { useCommand } from '../../../ui/use-command.ts';
import './mapping.css';

/** Tables that are read because somebody said what their columns are: each can be given away or forgotten, and others taken in. */
export function SavedMappings() {
	const { text } = useMessages();
	const { db, ports } = useServices();
	const list = useLiveQuery(() => mappingList(db), [db]);
	const { run, busy, problem } = useCommand();
	const [said, setSaid] = useState('');
	const [fault, setFault] = useState<MappingFault | null>(null);
	const input = useRef<HTMLInputElement>(null);
	const words = text.mapping.saved;
	const take = async (file: File | undefined) => {
		if (!file) return;
		setSaid('');
		const read = readMappingFile(await file.text());
		setFault(read.ok ? null : read.error);
		if (!read.ok) return;
		const saved = await run(() => saveMapping(ports, { mapping: read.value }));
		if (saved) setSaid(words.imported(saved.mapping.name));
	};
	const forget = async ({ entry, mapping }: SavedMapping) => {
		setSaid('');
		if (await run(async () => withDone(await removeMapping(ports, { mapping: entry })))) setSaid(words.removed(mapping.name));
	};
	return (
		<details className="card import__more mapping__saved" data-testid="saved-mappings">
			<summary>{words.title}</summary>
			<div className="mapping__savedbody">
				<p className="cap2">{words.lead}</p>
				{problem && <ProblemNote problem={problem} />}
				{fault && <FaultNote fault={fault} />}
				<p className="import__note" role="status">
					{said}
				</p>
				{list?.length === 0 && <p className="cap2 b">{words.none}</p>}
				{list && list.length > 0 && (
					<ul>
						{list.map((saved) => (
							<SavedRow key={saved.entry} saved={saved} busy={busy} onForget={() => void forget(saved)} />
						))}
					</ul>
				)}
				<input
					ref={input}
					type="file"
					accept=".json,application/json"
					className="sr"
					tabIndex={-1}
					aria-label={words.importInput}
					data-testid="mapping-import"
					onChange={(event) => {
						void take(event.target.files?.[0]);
						event.target.value = '';
					}}
				/>
				<button type="button" className="btn" disabled={busy} onClick={() => input.current?.click()}>
					<FolderInput className="i i--s" aria-hidden="true" />
					{words.import}
				</button>
			</div>
		</details>
	);
}

/** A command without a value, as something that tells it from a failed one. */
function withDone<E>(result: { readonly ok: true; readonly value: null } | { readonly ok: false; readonly error: E }) {
	return result.ok ? { ok: true as const, value: true } : result;
}

type RowProps = { readonly saved: SavedMapping; readonly busy: boolean; readonly onForget: () => void };

function SavedRow({ saved: { mapping, at, offset, actor }, busy, onForget }: RowProps) {
	const { text, format } = useMessages();
	const words = text.mapping.saved;
	const columns = format.count(mapping.layout.length);
	const when = format.moment(at, offset);
	return (
		<li className="row mapping__savedrow" data-testid="saved-mapping">
			<span className="grow import__pastfacts">
				<b className="id">{mapping.name}</b>
				<span className="cap2">{actor === '' ? words.facts(columns, when) : words.factsBy(columns, when, actor)}</span>
			</span>
			<button
				type="button"
				className="btn"
				aria-label={words.exportOf(mapping.name)}
				onClick={() => download(mappingFileName(mapping), 'application/json', mappingFileText(mapping))}
			>
				<FileOutput className="i i--s" aria-hidden="true" />
				{words.export}
			</button>
			<button type="button" className="btn" aria-label={words.removeOf(mapping.name)} disabled={busy} onClick={onForget}>
				<Eraser className="i i--s" aria-hidden="true" />
				{words.remove}
			</button>
		</li>
	);
}

function FaultNote({ fault: { code, at } }: { readonly fault: MappingFault }) {
	const { text } = useMessages();
	const { faults, faultAt, faultSafe } = text.mapping;
	return (
		<div className="say say--problem" role="alert">
			<div className="grow">
				<b>{at === '' ? faults[code] : faultAt(faults[code], at)}</b> <span>{faultSafe}</span>
			</div>
		</div>
	);
}
