import { TriangleAlert } from 'lucide-react';
import { PROBLEMS, type Problem } from '../../domain/problems.ts';
import { useMessages } from '../messages/messages-context.ts';

type Props = { readonly problem: Problem; readonly onRetry?: (() => void) | undefined; readonly onClose?: (() => void) | undefined };

/** What happened, whether data is safe, what to do; announced at once. */
export function ProblemNote({ problem, onRetry, onClose }: Props) {
	const { text } = useMessages();
	const info = PROBLEMS[problem.code];
	const words = text.problems[problem.code];
	return (
		<div className="say say--problem" role="alert" data-problem={problem.code}>
			<TriangleAlert className="i" aria-hidden="true" />
			<div className="grow">
				<b>{words.what}</b> <span>{text.safety[info.dataSafe]}</span> <span>{words.todo}</span>
			</div>
			{onRetry && info.retry && (
				<button type="button" className="btn" onClick={onRetry}>
					{text.common.retry}
				</button>
			)}
			{onClose && (
				<button type="button" className="btn btn--quiet" onClick={onClose}>
					{text.common.close}
				</button>
			)}
		</div>
	);
}
