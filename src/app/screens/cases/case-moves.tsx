import { useState } from 'react';
import type { Case, CaseState } from '../../../domain/cases/case.ts';
import { movesFrom } from '../../../domain/cases/transitions.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { MoveForm } from './move-form.tsx';

/** How many steps stand as keys of their own; the rest are behind one more. */
const KEYS_MAX = 2;

/** The legal next steps, nearest first. */
export function CaseMoves({ found }: { readonly found: Case }) {
	const { text } = useMessages();
	const [to, setTo] = useState<CaseState | 'choose' | null>(null);
	const moves = movesFrom(found.state);
	const [first] = moves;
	if (first === undefined) return null;
	return (
		<section className="case-moves">
			<h2 className="h3 case-facts__title">{text.cases.act.next}</h2>
			<div className="case-moves__keys">
				{moves.slice(0, KEYS_MAX).map((state, index) => (
					<button key={state} type="button" className={`btn btn--big${index === 0 ? ' btn--go' : ''}`} data-move={state} onClick={() => setTo(state)}>
						{text.cases.state[state]}
					</button>
				))}
				{moves.length > KEYS_MAX && (
					<button type="button" className="btn btn--big" onClick={() => setTo('choose')}>
						{text.cases.act.other}
					</button>
				)}
			</div>
			<Sheet open={to !== null} onClose={() => setTo(null)} title={text.cases.act.moveTitle} closeLabel={text.common.cancel}>
				<MoveForm found={found} moves={moves} preferred={to === null || to === 'choose' ? first : to} onDone={() => setTo(null)} />
			</Sheet>
		</section>
	);
}
