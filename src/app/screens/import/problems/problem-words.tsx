import type { LineProblem } from '../../../../domain/receipts/reading.ts';
import { useMessages } from '../../../messages/messages-context.ts';

/** What was not understood, what to do about it, and what stands there, word for word. */
export function ProblemWords({ problem }: { readonly problem: LineProblem }) {
	const { text } = useMessages();
	const words = text.importing;
	return (
		<>
			<b>{words.lineProblem[problem.code]}</b> <span className="cap2">{words.preview.kept}</span>
			<span className="cap2 import__advice">{text.importFiles.advice[problem.code]}</span>
			{problem.text !== '' && (
				<span className="import__raw">
					<span className="sr">{words.preview.raw}: </span>
					{problem.text}
				</span>
			)}
		</>
	);
}
