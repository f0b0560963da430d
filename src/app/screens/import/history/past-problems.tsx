import type { LineProblem } from '../../../../domain/receipts/reading.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { ProblemDownload } from '../problems/problem-download.tsx';
import { ProblemWords } from '../problems/problem-words.tsx';

const SHOWN_MAX = 50;

/** The lines of a file that were not understood when it was taken in. */
export function PastProblems({ name, problems }: { readonly name: string; readonly problems: readonly LineProblem[] }) {
	const { text, format } = useMessages();
	const words = text.importFiles;
	const shown = [...new Map(problems.map((problem) => [`${problem.line} ${problem.code} ${problem.message}`, problem]))].slice(0, SHOWN_MAX);
	return (
		<>
			<h3 className="cap2 b">{words.history.problems}</h3>
			<ul className="import__pastproblems">
				{shown.map(([key, problem]) => (
					<li key={key}>
						<span className="cap">{problem.line === null ? words.preview.whole : text.importing.preview.line(format.count(problem.line))}</span>{' '}
						<ProblemWords problem={problem} />
					</li>
				))}
			</ul>
			{problems.length > SHOWN_MAX && <p className="cap2">{words.hub.more(format.count(problems.length - SHOWN_MAX))}</p>}
			<ProblemDownload files={[{ name, problems }]} />
		</>
	);
}
