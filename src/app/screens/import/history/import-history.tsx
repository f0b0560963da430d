import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { withdrawImport } from '../../../../commands/receipts/withdraw-import.ts';
import { type ImportedFile, importList } from '../../../../storage/queries/import-list.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { useServices } from '../../../shell/services.ts';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { useCommand } from '../../../ui/use-command.ts';
import { PastFile } from './past-file.tsx';

/** Of so many files it stands there without asking what withdrawing them does. */
const EXPLAINED_MAX = 3;

/** Files that were taken in, newest first; each can be withdrawn as a whole, and taken in again. */
export function ImportHistory({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
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
					{list.files.map((file, place) => (
						<PastFile
							key={file.imports[0]}
							file={file}
							busy={busy}
							explained={place < EXPLAINED_MAX}
							onWithdraw={() => void withdraw(file)}
							onFiles={onFiles}
						/>
					))}
				</ul>
			)}
		</section>
	);
}
