import { Check, Clock, Minus, TriangleAlert } from 'lucide-react';
import type { OffsetMinutes } from '../../../domain/time.ts';
import type { LegView } from '../../../storage/queries/ledger/ledger-legs.ts';
import { useMessages } from '../../messages/messages-context.ts';

const ICONS = { present: Check, not_due: Clock, due_missing: TriangleAlert, conflict: TriangleAlert, not_applicable: Minus } as const;

/** Ours, the terminal's, the provider's, the bank's: there, awaited, missing, or not needed. */
export function DetailLegs({ legs, offset }: { readonly legs: readonly LegView[]; readonly offset: OffsetMinutes }) {
	const { text, format } = useMessages();
	return (
		<ol className="ledger__legs" aria-label={text.ledger.legsTitle}>
			{legs.map(({ leg, state, dueAt }) => {
				const Icon = ICONS[state];
				return (
					<li key={leg} className={`ledger__leg ledger__leg--${state}`}>
						<span className="side">{text.ledger.legs[leg]}</span>
						<b className="mark">
							<Icon className="i" aria-hidden="true" />
							{dueAt === null ? text.ledger.legState[state] : format.moment(dueAt, offset)}
						</b>
					</li>
				);
			})}
		</ol>
	);
}
