import { usualParty } from '../../../../domain/cases/deadlines.ts';
import { type RemedyCode, remediesFor } from '../../../../domain/discrepancies/remedies.ts';
import type { QueueDetail } from '../../../../storage/queries/queue/queue-lists.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { ContactLine } from '../../../ui/contact/contact-line.tsx';

/** Steps for which somebody of the other side is needed. */
const ASKS_THEM: readonly RemedyCode[] = ['escalate', 'resend_refund', 'check_account', 'answer_dispute', 'check_fee'];

/** The usual way to deal with it, step by step, with who does each; closed until somebody asks, since the keys beside it suffice for most. */
export function QueueRemedies({ detail: { discrepancy, source } }: { readonly detail: Pick<QueueDetail, 'discrepancy' | 'source'> }) {
	const { text } = useMessages();
	const remedies = remediesFor(discrepancy);
	return (
		<details className="queue-whys">
			<summary className="btn btn--quiet">{text.remedies.title}</summary>
			<ol>
				{remedies.map(({ code, by }, index) => (
					<li className="queue-why" key={code}>
						<span className="queue-why__rank" aria-hidden="true">
							{index + 1}
						</span>
						<span className="grow">{text.remedies.step[code]}</span>
						<span className="chip chip--plain">{text.remedies.by[by]}</span>
					</li>
				))}
			</ol>
			{remedies.some(({ code }) => ASKS_THEM.includes(code)) && <ContactLine source={source} party={usualParty(discrepancy.kind)} day={discrepancy.day} />}
		</details>
	);
}
