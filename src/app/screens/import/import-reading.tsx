import { Check, TriangleAlert, X } from 'lucide-react';
import { useMessages } from '../../messages/messages-context.ts';
import { ImportSteps } from './import-steps.tsx';
import { type ImportFile, useImportSession } from './session/import-session.ts';
import { leaveOut, startOver } from './session/read-files.ts';

const PERCENT = 100;

/** Reading goes on in the worker; all of it can be stopped, each file can be left out, and it can be left alone. */
export function ImportReading() {
	const { text, format } = useMessages();
	const files = useImportSession((session) => session.files);
	const words = text.importing.reading;
	const at = Math.max(0, files.findIndex(isOpen));
	const file = files[at];
	return (
		<div className="import__page import__page--two">
			<ImportSteps now="format" />
			<section className="import__reading" aria-labelledby="import-reading">
				<h2 className="h1" id="import-reading">
					{words.title}
				</h2>
				<p className="lead id" role="status">
					{file?.name}
				</p>
				<progress className="import__progress" max={1} value={file?.done ?? 0} aria-label={file?.name ?? words.title} />
				<p className="cap2">
					{words.percent(String(Math.round((file?.done ?? 0) * PERCENT)))}
					{files.length > 1 && ` · ${words.of(format.count(at + 1), format.count(files.length))}`}
				</p>
				{files.length > 1 && <ReadingList files={files} now={file?.key ?? null} />}
				<p className="cap2">{words.meanwhile}</p>
				<button type="button" className="btn btn--big" data-testid="import-stop" onClick={startOver}>
					{words.stop}
				</button>
			</section>
		</div>
	);
}

function isOpen({ preview, problem }: ImportFile): boolean {
	return preview === null && problem === null;
}

function ReadingList({ files, now }: { readonly files: readonly ImportFile[]; readonly now: number | null }) {
	const { text } = useMessages();
	const words = text.importFiles.reading;
	return (
		<ul className="card import__list" aria-label={words.list}>
			{files.map((file) => (
				<li key={file.key} className="row import__one">
					<span className="grow id">{file.name}</span>
					{file.preview && (
						<span className="mark cap2">
							<Check className="i i--s" aria-hidden="true" />
							{words.read}
						</span>
					)}
					{file.problem && (
						<span className="mark cap2 is-gap">
							<TriangleAlert className="i i--s" aria-hidden="true" />
							{text.problems[file.problem.code].what}
						</span>
					)}
					{isOpen(file) && (
						<>
							{file.key === now ? (
								<progress className="import__progress" max={1} value={file.done} aria-label={file.name} />
							) : (
								<span className="cap2">{words.waiting}</span>
							)}
							<button type="button" className="btn btn--quiet" aria-label={words.leaveOutOf(file.name)} onClick={() => leaveOut(file.key)}>
								<X className="i i--s" aria-hidden="true" />
							</button>
						</>
					)}
				</li>
			))}
		</ul>
	);
}
