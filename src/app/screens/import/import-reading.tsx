import { useMessages } from '../../messages/messages-context.ts';
import { startOver, useImportSession } from './import-session.ts';
import { ImportSteps } from './import-steps.tsx';

const PERCENT = 100;

/** Reading goes on in the worker; it can be stopped, and it can be left alone. */
export function ImportReading() {
	const { text, format } = useMessages();
	const files = useImportSession((session) => session.files);
	const words = text.importing.reading;
	const at = Math.max(
		0,
		files.findIndex(({ preview, problem }) => preview === null && problem === null),
	);
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
				<p className="cap2">{words.meanwhile}</p>
				<button type="button" className="btn btn--big" onClick={startOver}>
					{words.stop}
				</button>
			</section>
		</div>
	);
}
