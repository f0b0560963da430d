import { useState } from 'react';
import type { CashCounted } from '../../../../domain/end-of-day/entries.ts';
import type { Currency, Minor } from '../../../../domain/money.ts';
import type { CashCountRow, DayView } from '../../../../storage/queries/day/day-view.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { Glyph } from '../../../ui/glyph.tsx';
import { MoneyText } from '../../../ui/money-text.tsx';

export type Reason = NonNullable<CashCounted['reason']>;
const REASONS = ['change', 'not_logged', 'mistyped', 'unknown'] as const satisfies readonly Reason[];

type Props = {
	readonly view: DayView;
	readonly count: CashCountRow;
	readonly toleranceMinor: Minor;
	readonly busy: boolean;
	readonly onReason: (reason: Reason, note: string | null) => void;
	readonly onRecount: (() => void) | null;
	readonly onForward: () => void;
};

/** After the count: what should have been there, what was, and why it differs. */
export function CountResult({ view, count, toleranceMinor, busy, onReason, onRecount, onForward }: Props) {
	const { text, format } = useMessages();
	const { currency } = view;
	const difference = count.countedMinor - count.expectedMinor;
	const large = Math.abs(difference) > toleranceMinor;
	return (
		<section className="day__result" aria-labelledby="day-result-title">
			<div className="day__count-head">
				<h2 className="h1 grow" id="day-result-title" tabIndex={-1}>
					{text.day.steps.count}
				</h2>
				<span className="cap2">
					{count.actor === ''
						? text.day.countedThen(format.clock(count.at, view.offset))
						: text.day.countedAt(count.actor, format.clock(count.at, view.offset))}
				</span>
			</div>
			<div className={`pair pair--auto${difference === 0 ? ' is-joined' : ' is-off'} day__drawer`}>
				<div className="half half--ours">
					<span className="side">{text.day.expected}</span>
					<MoneyText minor={count.expectedMinor} currency={currency} size="big" />
				</div>
				<div className="half half--theirs">
					<span className="side">{text.day.counted}</span>
					<MoneyText minor={count.countedMinor} currency={currency} size="big" />
				</div>
			</div>
			<p className="day__verdict" role="status">
				<Glyph name="cash" className={difference === 0 ? '' : 'is-gap'} />
				<Verdict difference={difference} currency={currency} />
				{difference !== 0 && !large && <span className="chip chip--plain">{text.day.withinTolerance}</span>}
			</p>
			{large && <p className="cap2">{text.day.countAgain}</p>}
			{difference !== 0 && <ReasonForm key={count.entry} count={count} busy={busy} onReason={onReason} />}
			<HowExpected view={view} count={count} />
			<div className="day__result-foot">
				{onRecount && (
					<button type="button" className="btn btn--big" disabled={busy} onClick={onRecount}>
						{text.day.recount}
					</button>
				)}
				<button type="button" className="btn btn--go btn--big" onClick={onForward}>
					{text.day.forward}
				</button>
			</div>
		</section>
	);
}

function Verdict({ difference, currency }: { readonly difference: Minor; readonly currency: Currency }) {
	const { text } = useMessages();
	if (difference === 0) return <b className="h2 is-match">{text.day.cashEven}</b>;
	return (
		<>
			<b className="h2">{difference < 0 ? text.day.isShort : text.day.isOver}</b>
			<MoneyText minor={difference} currency={currency} size="card" signed gap />
		</>
	);
}

type ReasonProps = { readonly count: CashCountRow; readonly busy: boolean; readonly onReason: Props['onReason'] };

function ReasonForm({ count, busy, onReason }: ReasonProps) {
	const { text } = useMessages();
	const [reason, setReason] = useState<Reason | null>(count.reason);
	const [note, setNote] = useState(count.note ?? '');
	const saved = count.reason !== null && reason === count.reason && note.trim() === (count.note ?? '');
	return (
		<form
			className="day__reason"
			onSubmit={(event) => {
				event.preventDefault();
				if (reason) onReason(reason, note.trim() === '' ? null : note.trim());
			}}
		>
			<fieldset>
				<legend className="h3">{text.day.whyDifference}</legend>
				<div className="day__chips">
					{REASONS.map((code) => (
						<button key={code} type="button" className="btn" aria-pressed={reason === code} onClick={() => setReason(code)}>
							{text.day.reasons[code]}
						</button>
					))}
				</div>
			</fieldset>
			<label className="field grow">
				<span className="lab">{text.common.note}</span>
				<input className="input" value={note} maxLength={200} placeholder={text.day.noteHint} onChange={(event) => setNote(event.currentTarget.value)} />
			</label>
			<button type="submit" className="btn" disabled={busy || reason === null || saved}>
				{saved ? text.day.reasonSaved : text.day.saveReason}
			</button>
		</form>
	);
}

function HowExpected({ view, count }: { readonly view: DayView; readonly count: CashCountRow }) {
	const { text, format } = useMessages();
	const { cash, currency } = view;
	return (
		<details className="day__how">
			<summary className="btn btn--quiet">{text.day.howExpected}</summary>
			<dl className="facts">
				<dt>{text.day.float}</dt>
				<dd>{format.money(count.floatMinor, currency)}</dd>
				<dt>{text.day.cashSales(format.count(cash.salesCount))}</dt>
				<dd>{format.money(cash.salesMinor, currency)}</dd>
				<dt>{text.day.cashRefunds}</dt>
				<dd>{format.money(-cash.refundsMinor, currency)}</dd>
			</dl>
		</details>
	);
}
