import { useState } from 'react';
import type { Currency, Minor } from '../../../../domain/money.ts';
import { formatMajor } from '../../../../domain/money.ts';
import type { BusinessDay } from '../../../../domain/time.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { MoneyText } from '../../../ui/money-text.tsx';
import { type CountDraft, countedMinor, denominationsOf, isUntouched, piecesCounted, readAmount } from './count.ts';
import { useCountDraft } from './count-draft.ts';
import { DenominationRow } from './denomination-row.tsx';

export type Counted = { readonly countedMinor: Minor; readonly floatMinor: Minor; readonly pieces: Readonly<Record<string, number>> };

type Props = {
	readonly day: BusinessDay;
	readonly mode: 'shop' | 'practice';
	readonly currency: Currency;
	readonly floatMinor: Minor;
	readonly busy: boolean;
	/** Answers whether it is stored. */
	readonly onCounted: (counted: Counted) => Promise<boolean>;
	readonly onSum: (minor: Minor) => void;
	/** Where no cash came in nothing has to be counted. */
	readonly onSkip: (() => void) | null;
};

/** The drawer, counted blind: what should be in it is shown nowhere until the count is made. */
export function CountPad({ day, mode, currency, floatMinor, busy, onCounted, onSum, onSkip }: Props) {
	const { text } = useMessages();
	const { draft, change, forget } = useCountDraft(mode, day, { pieces: {}, rest: '', float: formatMajor(floatMinor, currency) });
	const [told, setTold] = useState<string | null>(null);
	const sum = countedMinor(draft, currency);
	const update = (next: CountDraft) => {
		setTold(null);
		change(next);
		onSum(countedMinor(next, currency) ?? 0);
	};
	const finish = async (empty: boolean) => {
		const float = readAmount(draft.float, currency);
		if (sum === null || float === null) return setTold(text.day.amountUnreadable);
		if (isUntouched(draft) && !empty) return setTold(text.day.untouched);
		if (await onCounted({ countedMinor: sum, floatMinor: float, pieces: piecesCounted(draft) })) forget();
	};
	return (
		<section className="day__count" aria-labelledby="day-count-title">
			<div className="day__count-head">
				<h2 className="h1 grow" id="day-count-title" tabIndex={-1}>
					{text.day.countTitle}
				</h2>
				<label className="day__float">
					<span className="cap2">{text.day.float}</span>
					<input
						className="input"
						inputMode="decimal"
						autoComplete="off"
						value={draft.float}
						onChange={(event) => update({ ...draft, float: event.currentTarget.value })}
					/>
					<span className="cap2 day__float-note">{text.day.floatIncluded}</span>
				</label>
			</div>
			<ol className="day__dens">
				{denominationsOf(currency).map((kind) => (
					<DenominationRow
						key={kind.minor}
						kind={kind}
						currency={currency}
						pieces={draft.pieces[kind.minor]}
						onChange={(pieces) => update({ ...draft, pieces: { ...draft.pieces, [kind.minor]: pieces } })}
					/>
				))}
				<li className="day__den">
					<label className="day__rest-label b" htmlFor="day-rest">
						{text.day.rest}
					</label>
					<input
						id="day-rest"
						className="input day__rest"
						inputMode="decimal"
						autoComplete="off"
						placeholder={text.day.restHint}
						value={draft.rest}
						onChange={(event) => update({ ...draft, rest: event.currentTarget.value })}
					/>
					<span className="day__den-sum">
						<MoneyText minor={readAmount(draft.rest, currency) ?? 0} currency={currency} />
					</span>
				</li>
			</ol>
			<div className="day__count-foot">
				<b className="h2">{text.day.counted}</b>
				<MoneyText minor={sum ?? 0} currency={currency} size="big" />
				<button type="button" className="btn btn--go" disabled={busy} onClick={() => finish(false)}>
					{text.day.finishCount}
				</button>
			</div>
			{onSkip && (
				<p className="say">
					<span className="grow">{text.day.noCash}</span>
					<button type="button" className="btn" onClick={onSkip}>
						{text.day.forward}
					</button>
				</p>
			)}
			{told && (
				<p className="say" role="alert">
					<span className="grow">{told}</span>
					{told === text.day.untouched && (
						<button type="button" className="btn" disabled={busy} onClick={() => finish(true)}>
							{text.day.emptyDrawer}
						</button>
					)}
				</p>
			)}
		</section>
	);
}
