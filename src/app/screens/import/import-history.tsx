import { useLiveQuery } from 'dexie-react-hooks';
import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { withdrawImport } from '../../../commands/receipts/withdraw-import.ts';
import { type ImportedFile, importList } from '../../../storage/queries/import-list.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { useServices } from '../../shell/services.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useCommand } from '../../ui/use-command.ts';
import { formatName } from './format-name.ts';
import { periodText } from './period.ts';

/** Files that were taken in, newest first; each can be withdrawn as a whole, and taken in again. */
export function ImportHistory() {
	const { text, format } = useMessages();
	const { db, ports, compare } = useServices();
	const list = useLiveQuery(() => importList(db), [db]);
	const { run, busy, problem } = useCommand();
	const [withdrawn, setWithdrawn] = useState<string | null>(null);
	const words = text.importing.list;
	const withdraw = async (file: ImportedFile) => {
		setWithdrawn(null);
		if (!(await run(() => withdrawImport(ports, { imports: file.imports })))) return;
		setWithdrawn(file.name);
		await compare();
	};
	return (
		<section className="import__history" aria-labelledby="import-list">
			<h2 className="h2" id="import-list">
				{words.title}
			</h2>
			{problem && <ProblemNote problem={problem} />}
			<p className="import__note" role="status">
				{withdrawn !== null && words.withdrawnNow(withdrawn)}
			</p>
			{list?.feed && <p className="cap2">{words.feed(format.count(list.feed.receipts), format.moment(list.feed.lastAt, list.feed.offset))}</p>}
			{list && list.files.length === 0 && <p className="cap2">{words.none}</p>}
			{list && list.files.length > 0 && (
				<ul className="card">
					{list.files.map((file) => (
						<li
							key={file.imports[0]}
							className={`row import__past${file.withdrawn ? ' is-withdrawn' : ''}`}
							data-testid="import-past"
							data-withdrawn={file.withdrawn}
						>
							<PastFile file={file} />
							{file.withdrawn ? (
								<span className="chip chip--wait">{words.withdrawn}</span>
							) : (
								<button
									type="button"
									className="btn"
									data-testid="import-withdraw"
									aria-label={words.withdrawOf(file.name)}
									disabled={busy}
									onClick={() => withdraw(file)}
								>
									<Undo2 className="i i--s" aria-hidden="true" />
									{words.withdraw}
								</button>
							)}
						</li>
					))}
				</ul>
			)}
		</section>
	);
}

function PastFile({ file }: { readonly file: ImportedFile }) {
	const { text, format } = useMessages();
	const words = text.importing.list;
	return (
		<span className="grow import__pastfacts">
			<b className="id">{file.name}</b>
			<span className="cap2">{words.facts(file.formats.map((id) => formatName(id, text)).join(' · '), format.count(file.count))}</span>
			{file.coverage && <span className="cap2">{periodText(file.coverage, file.offset, format)}</span>}
			{file.problems > 0 && <span className="cap2 is-gap">{words.problems(format.count(file.problems))}</span>}
			<span className="cap">{words.when(format.moment(file.at, file.offset), file.actor)}</span>
		</span>
	);
}
