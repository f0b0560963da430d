import { useMessages } from '../../../messages/messages-context.ts';
import { useServices } from '../../../shell/services.ts';
import { startOver, takeIn, useImportSession } from '../import-session.ts';
import type { PreviewedPart } from './preview-page.tsx';

/** Take in, other files, or leave it. Where nothing could be read there is nothing to take in. */
export function PreviewActions({ parts, onChoose }: { readonly parts: readonly PreviewedPart[]; readonly onChoose: () => void }) {
	const { text, format } = useMessages();
	const services = useServices();
	const phase = useImportSession((session) => session.phase);
	const words = text.importing.preview;
	const allKnown = parts.length > 0 && parts.every(({ file }) => file.preview?.knownAs != null);
	const taking = phase === 'taking';
	const label = taking ? words.taking : allKnown ? words.knownAgain : parts.length > 1 ? words.takeMany(format.count(parts.length)) : words.take;
	return (
		<>
			{parts.length > 0 && (
				<button type="button" className="btn btn--go" data-testid="import-commit" disabled={taking} onClick={() => void takeIn(services)}>
					{label}
					{!allKnown && <small>{words.takeHint}</small>}
				</button>
			)}
			<div className="import__other">
				<button type="button" className="btn" disabled={taking} onClick={onChoose}>
					{words.addMore}
				</button>
				<button type="button" className="btn" disabled={taking} onClick={startOver}>
					{words.discard}
				</button>
			</div>
		</>
	);
}
