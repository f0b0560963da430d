import { ClipboardPaste, FileUp, FolderUp } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useMessages } from '../../messages/messages-context.ts';
import { lazyScreen } from '../../shell/lazy-screen.ts';
import { HubProblems } from './history/hub-problems.tsx';
import { ImportHistory } from './history/import-history.tsx';
import { textFile } from './incoming/use-incoming-files.ts';

const SavedMappings = lazyScreen(() => import('./mapping/saved-mappings.tsx').then((module) => module.SavedMappings));

type Props = { readonly onChoose: () => void; readonly onChooseFolder: (() => void) | null; readonly onFiles: (files: readonly File[]) => void };

/** Nothing chosen yet: the ways in, and what came in before. */
export function ImportPick({ onChoose, onChooseFolder, onFiles }: Props) {
	const { text } = useMessages();
	const words = text.importing.pick;
	return (
		<div className="import__page import__page--pick">
			<section className="import__ways" aria-labelledby="import-pick">
				<div className="pair pair--auto">
					<div className="half half--ours import__lead">
						<h2 className="h1" id="import-pick">
							{words.title}
						</h2>
						<p className="lead">{words.lead}</p>
						<p className="cap2">{words.safe}</p>
					</div>
					<div className="slot slot--wait import__zone">
						<button type="button" className="btn btn--go btn--big" onClick={onChoose}>
							<FileUp className="i" aria-hidden="true" />
							{words.choose}
						</button>
						{onChooseFolder && (
							<button type="button" className="btn" onClick={onChooseFolder}>
								<FolderUp className="i i--s" aria-hidden="true" />
								{text.importFiles.folder}
							</button>
						)}
						<p className="cap2">{words.drop}</p>
					</div>
				</div>
				<PasteBox onFiles={onFiles} />
				<details className="card import__more">
					<summary>{words.where}</summary>
					<ul>
						{words.sources.map((source) => (
							<li key={source}>{source}</li>
						))}
					</ul>
				</details>
				<Suspense>
					<SavedMappings />
				</Suspense>
			</section>
			<div className="import__after">
				<HubProblems />
				<ImportHistory onFiles={onFiles} />
			</div>
		</div>
	);
}

/** For those whose keyboard cannot paste into a page, and for text without a file. */
function PasteBox({ onFiles }: Pick<Props, 'onFiles'>) {
	const { text } = useMessages();
	const [typed, setTyped] = useState('');
	const words = text.importing.pick;
	return (
		<details className="card import__more">
			<summary>{words.paste}</summary>
			<div className="import__paste">
				<div className="field">
					<label htmlFor="import-paste">{words.pasteLabel}</label>
					<textarea
						id="import-paste"
						className="input"
						rows={5}
						value={typed}
						placeholder={words.pasteHint}
						spellCheck={false}
						onChange={(event) => setTyped(event.target.value)}
					/>
				</div>
				<button type="button" className="btn" disabled={typed.trim() === ''} onClick={() => onFiles([textFile(typed, words.pastedName)])}>
					<ClipboardPaste className="i i--s" aria-hidden="true" />
					{words.pasteRead}
				</button>
			</div>
		</details>
	);
}
