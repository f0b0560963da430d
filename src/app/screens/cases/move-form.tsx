import { useState } from 'react';
import { moveCase } from '../../../commands/cases/move-case.ts';
import type { Case, CaseState } from '../../../domain/cases/case.ts';
import { formatMajor } from '../../../domain/money.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { useServices } from '../../shell/services.ts';
import { ChoiceChips } from '../../ui/choice/choice-chips.tsx';
import { compareAfter } from '../../ui/compare-after.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { typedMoney } from '../../ui/typed/typed-money.ts';
import { useCommand } from '../../ui/use-command.ts';

type Props = { readonly found: Case; readonly moves: readonly CaseState[]; readonly preferred: CaseState; readonly onDone: () => void };

/** Money that came back is asked for where it may have come. */
const MONEY_STATES = new Set<CaseState>(['partially_approved', 'approved', 'funds_confirmed', 'closed', 'watching']);

export function MoveForm({ found, moves, preferred, onDone }: Props) {
	const { text, format } = useMessages();
	const { ports, shop, compare } = useServices();
	const { run, busy, problem } = useCommand();
	const [to, setTo] = useState<CaseState>(preferred);
	const [ticketNo, setTicketNo] = useState(found.ticketNo ?? '');
	const [money, setMoney] = useState(found.recoveredMinor > 0 ? formatMajor(found.recoveredMinor, shop.currency) : '');
	const [note, setNote] = useState('');
	const words = text.cases.act;
	const recovered = typedMoney(money, shop.currency);
	const noteNeeded = to === 'written_off';
	const ready = recovered !== 'unclear' && !(noteNeeded && note.trim() === '') && !(to === 'funds_confirmed' && !recovered);
	const send = async () => {
		if (recovered === 'unclear') return;
		const asked = MONEY_STATES.has(to) && recovered !== found.recoveredMinor ? recovered : null;
		const ticket = ticketNo !== '' && ticketNo !== found.ticketNo ? ticketNo : null;
		if ((await run(() => moveCase(ports, { case: found.id, to, recoveredMinor: asked, ticketNo: ticket, note: note === '' ? null : note }))) === null) return;
		onDone();
		await compareAfter(compare);
	};
	return (
		<form
			className="case-form"
			onSubmit={(event) => {
				event.preventDefault();
				void send();
			}}
		>
			{problem && <ProblemNote problem={problem} />}
			<ChoiceChips label={words.where} choices={moves.map((state) => ({ value: state, label: text.cases.state[state] }))} value={to} onChange={setTo} />
			<div className="field">
				<label htmlFor="case-move-ticket">{words.ticket}</label>
				<input className="input" id="case-move-ticket" autoComplete="off" value={ticketNo} onChange={(event) => setTicketNo(event.target.value)} />
			</div>
			{MONEY_STATES.has(to) && (
				<div className="field">
					<label htmlFor="case-move-money">
						{words.recovered} · {words.recoveredHint(format.money(found.atRiskMinor, shop.currency))}
					</label>
					<input
						className="input"
						id="case-move-money"
						inputMode="decimal"
						autoComplete="off"
						value={money}
						onChange={(event) => setMoney(event.target.value)}
					/>
					{recovered === 'unclear' && (
						<p className="cap2 is-gap" role="alert">
							{words.amountUnclear}
						</p>
					)}
				</div>
			)}
			<div className="field">
				<label htmlFor="case-move-note">{noteNeeded ? words.noteNeeded : words.note}</label>
				<textarea className="input" id="case-move-note" rows={2} value={note} onChange={(event) => setNote(event.target.value)} />
			</div>
			<button type="submit" className="btn btn--go btn--big" disabled={!ready || busy}>
				{words.done}
			</button>
		</form>
	);
}
