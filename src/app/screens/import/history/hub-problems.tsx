import { useEffect, useState } from 'react';
import type { HubProblem } from '../../../../commands/ports.ts';
import type { Catalog } from '../../../messages/catalog.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { useServices } from '../../../shell/services.ts';

const SHOWN_MAX = 20;

/** What the hub could not read of the files that fall into its folders. Where it cannot be asked, nothing is said here. */
export function HubProblems() {
	const { text, format } = useMessages();
	const { ports, mode } = useServices();
	const [problems, setProblems] = useState<readonly HubProblem[]>([]);
	useEffect(() => {
		if (mode === 'practice') return;
		let gone = false;
		void ports.feed.problems().then((answer) => {
			if (answer.ok && !gone) setProblems(answer.value);
		});
		return () => {
			gone = true;
		};
	}, [ports, mode]);
	const words = text.importFiles.hub;
	if (problems.length === 0) return null;
	const shown = [...new Map(problems.map((problem) => [Object.values(problem).join(' '), problem]))].slice(0, SHOWN_MAX);
	return (
		<section className="import__hub" aria-labelledby="import-hub" data-testid="hub-problems" data-count={problems.length}>
			<h2 className="h2" id="import-hub">
				{words.title}
			</h2>
			<p className="cap2">{words.lead(format.count(problems.length))}</p>
			<ul className="card">
				{shown.map(([key, problem]) => (
					<li key={key} className="row import__pastfacts">
						<b className="id">{problem.line === null ? problem.file : words.line(problem.file, format.count(problem.line))}</b>
						<span className="cap2 is-gap">{wordsFor(problem.code, text)}</span>
						<span className="cap">{problem.source}</span>
					</li>
				))}
			</ul>
			{problems.length > SHOWN_MAX && <p className="cap2">{words.more(format.count(problems.length - SHOWN_MAX))}</p>}
			<p className="cap2">{words.where}</p>
		</section>
	);
}

/** A newer hub may say what this app has no words for. */
function wordsFor(code: string, { importing, importFiles: { hub } }: Catalog): string {
	const known: Readonly<Record<string, string>> = { ...importing.lineProblem, ...hub.codes };
	return known[code] ?? hub.other;
}
