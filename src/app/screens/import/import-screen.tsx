import { Suspense, useEffect, useRef } from 'react';
import { useMessages } from '../../messages/messages-context.ts';
import { Comparing } from '../../shell/comparing.tsx';
import { lazyScreen } from '../../shell/lazy-screen.ts';
import { useServices } from '../../shell/services.ts';
import { ImportPick } from './import-pick.tsx';
import { ImportReading } from './import-reading.tsx';
import { ImportPreviewPage } from './preview/preview-page.tsx';
import './import.css';
import { billsOfFolder } from './incoming/dropped-files.ts';
import { useIncomingFiles } from './incoming/use-incoming-files.ts';
import { useImportSession } from './session/import-session.ts';
import { readFiles } from './session/read-files.ts';

/** Understood by every browser that can choose folders, but not by React's types. */
const WHOLE_FOLDERS: Readonly<Record<string, string>> = { webkitdirectory: '' };

/** Fetched when a table is met that no format knows. */
const MappingStep = lazyScreen(() => import('./mapping/mapping-step.tsx').then((module) => module.MappingStep));

/** Fetched while somebody looks at the preview. */
const loadDone = () => import('./import-done.tsx').then((module) => module.ImportDone);
const ImportDone = lazyScreen(loadDone);

/** Bills come in by picker, drop, paste, share or double click; they are read, looked at, and only then taken in. */
export function ImportScreen() {
	const { text } = useMessages();
	const services = useServices();
	const phase = useImportSession((session) => session.phase);
	const unknown = useImportSession(({ phase: now, files }) => (now === 'preview' ? files.find((file) => file.unknown !== null)?.key : undefined));
	useEffect(() => {
		// There by the time it is needed.
		if (phase === 'preview') loadDone().catch(() => undefined);
	}, [phase]);
	const input = useRef<HTMLInputElement>(null);
	const read = (files: readonly File[]) => void readFiles(services, files);
	const dragging = useIncomingFiles(read, text.importing.pick.pastedName);
	const choose = () => input.current?.click();
	const folder = useRef<HTMLInputElement>(null);
	const chooseFolder = 'webkitdirectory' in HTMLInputElement.prototype ? () => folder.current?.click() : null;
	return (
		<div className="import">
			<input
				ref={input}
				type="file"
				multiple
				className="sr"
				tabIndex={-1}
				aria-label={text.importing.pick.input}
				data-testid="import-file"
				onChange={(event) => {
					read([...(event.target.files ?? [])]);
					// The same file may be chosen again after it was downloaded anew.
					event.target.value = '';
				}}
			/>
			{chooseFolder && (
				<input
					ref={folder}
					type="file"
					multiple
					{...WHOLE_FOLDERS}
					className="sr"
					tabIndex={-1}
					aria-label={text.importFiles.folderInput}
					data-testid="import-folder"
					onChange={(event) => {
						read(billsOfFolder([...(event.target.files ?? [])]));
						event.target.value = '';
					}}
				/>
			)}
			{phase === 'pick' && <Comparing />}
			{phase === 'pick' && <ImportPick onChoose={choose} onChooseFolder={chooseFolder} onFiles={read} />}
			{phase === 'reading' && <ImportReading />}
			{unknown !== undefined && (
				<Suspense>
					<MappingStep fileKey={unknown} />
				</Suspense>
			)}
			{unknown === undefined && (phase === 'preview' || phase === 'taking') && <ImportPreviewPage onChoose={choose} />}
			{phase === 'done' && (
				<Suspense>
					<ImportDone onChoose={choose} />
				</Suspense>
			)}
			{dragging && (
				<div className="import__drop" aria-hidden="true">
					<p className="slot lead">{text.importing.pick.dropNow}</p>
				</div>
			)}
		</div>
	);
}
