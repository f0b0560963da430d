import { useMessages } from '../../../messages/messages-context.ts';
import { useServices } from '../../../shell/services.ts';
import { useImportSession } from '../session/import-session.ts';
import { startOver } from '../session/read-files.ts';
import { stopTaking, takeIn } from '../session/take-in.ts';
import type { PreviewedPart } from './preview-page.tsx';

const PERCENT = 100;

/** Take in, other files, or leave it. Where nothing could be read there is nothing to take in. */
export function PreviewActions({ parts, onChoose }: { readonly parts: readonly PreviewedPart[]; readonly onChoose: () => void }) {
	const { text, format } = useMessages();
	const services = useServices();
	const phase = useImportSession((session) => session.phase);
	const words = text.importing.preview;
	const allKnown = parts.length > 0 && parts.every(({ file }) => file.preview?.knownAs != null);
	if (phase === 'taking') return <Taking />;
	const what = takenOf(parts);
	const label = allKnown ? words.knownAgain : parts.length > 1 ? words.takeMany[what](format.count(parts.length)) : words.take[what];
	return (
		<>
			{parts.length > 0 && (
				<button type="button" className="btn btn--go" data-testid="import-commit" onClick={() => void takeIn(services)}>
					{label}
					{!allKnown && <small>{words.takeHint}</small>}
				</button>
			)}
			<div className="import__other">
				<button type="button" className="btn" onClick={onChoose}>
					{words.addMore}
				</button>
				<button type="button" className="btn" onClick={startOver}>
					{words.discard}
				</button>
			</div>
		</>
	);
}

/** What is taken in by its name: a bank's statement is no bill. */
function takenOf(parts: readonly PreviewedPart[]): 'bill' | 'statement' | 'file' {
	const statements = parts.filter(({ isStatement }) => isStatement).length;
	if (statements === 0) return 'bill';
	return statements === parts.length ? 'statement' : 'file';
}

/** Large bills take a moment; until the entry is written all of it can be taken back. */
function Taking() {
	const { text } = useMessages();
	const taken = useImportSession((session) => session.taken);
	const words = text.importFiles.taking;
	return (
		<div className="import__taking">
			<p className="b" role="status">
				{words.title}
			</p>
			<progress className="import__progress" max={1} value={taken} aria-label={words.title} />
			<p className="cap2">{words.percent(String(Math.round(taken * PERCENT)))}</p>
			<button type="button" className="btn" data-testid="import-stop" onClick={stopTaking}>
				{words.stop}
			</button>
		</div>
	);
}
