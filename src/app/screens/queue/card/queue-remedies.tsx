import type { Discrepancy } from '../../../../domain/discrepancies/discrepancy.ts';
import { remediesFor } from '../../../../domain/discrepancies/remedies.ts';
import { useMessages } from '../../../messages/messages-context.ts';

/** The usual way to deal with it, step by step, with who does each; closed until somebody asks, since the keys beside it suffice for most. */
export function QueueRemedies({ discrepancy }: { readonly discrepancy: Pick<Discrepancy, 'kind' | 'hypotheses'> }) {
	const { text } = useMessages();
	return (
		<details className="queue-whys">
			<summary className="btn btn--quiet">{text.remedies.title}</summary>
			<ol>
				{remediesFor(discrepancy).map(({ code, by }, index) => (
					<li className="queue-why" key={code}>
						<span className="queue-why__rank" aria-hidden="true">
							{index + 1}
						</span>
						<span className="grow">{text.remedies.step[code]}</span>
						<span className="chip chip--plain">{text.remedies.by[by]}</span>
					</li>
				))}
			</ol>
		</details>
	);
}
