import { useEffect, useId, useRef, useState } from 'react';
import { countsAsAtRisk } from '../../../domain/discrepancies/sides.ts';
import type { DayView } from '../../../storage/queries/day/day-view.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { zNumber } from './z-number.ts';

export type Signatures = { readonly handedOverBy: string; readonly checkedBy: string | null };

type Props = {
	readonly view: DayView;
	readonly staff: readonly string[];
	readonly actor: string;
	/** The day has not ended: sales that still come become adjustments. */
	readonly running: boolean;
	readonly busy: boolean;
	/** Why it cannot be sealed yet; null where it can. */
	readonly blocked: string | null;
	readonly onSeal: (signatures: Signatures) => Promise<void>;
};

/** Who hands over, who checks, and the seal; the last question is asked in the page, so that nothing covers the figures. */
export function SignBar({ view, staff, actor, running, busy, blocked, onSeal }: Props) {
	const { text } = useMessages();
	const [handing, setHanding] = useState(actor);
	const [checking, setChecking] = useState('');
	const [asking, setAsking] = useState(false);
	const names = useId();
	const seal = async () => {
		await onSeal({ handedOverBy: handing.trim(), checkedBy: checking.trim() === '' ? null : checking.trim() });
		setAsking(false);
	};
	const reason = blocked ?? (handing.trim() === '' ? text.day.nameFirst : null);
	return (
		<div className="day__sign-area">
			{asking ? (
				<Question view={view} running={running} busy={busy} onSeal={seal} onCancel={() => setAsking(false)} />
			) : (
				<div className="day__sign">
					<NameField label={text.day.handOver} value={handing} list={names} onChange={setHanding} />
					<NameField label={text.day.check} value={checking} list={names} optional onChange={setChecking} />
					<datalist id={names}>
						{staff.map((name) => (
							<option key={name} value={name} />
						))}
					</datalist>
					<button type="button" className="btn btn--go day__seal-key" disabled={busy || reason !== null} onClick={() => setAsking(true)}>
						<b>{text.day.seal}</b>
						<small>{reason ?? text.day.sealHint(zNumber(view.nextZ))}</small>
					</button>
				</div>
			)}
		</div>
	);
}

type NameProps = {
	readonly label: string;
	readonly value: string;
	readonly list: string;
	readonly optional?: boolean;
	readonly onChange: (name: string) => void;
};

function NameField({ label, value, list, optional = false, onChange }: NameProps) {
	const { text } = useMessages();
	return (
		<label className={`day__sg${value.trim() === '' ? ' day__sg--todo' : ''}`}>
			<span className="cap">
				{label}
				{optional && ` · ${text.day.checkOptional}`}
			</span>
			<input
				value={value}
				list={list}
				maxLength={40}
				autoComplete="off"
				placeholder={text.day.namePlaceholder}
				onChange={(event) => onChange(event.currentTarget.value)}
			/>
		</label>
	);
}

type QuestionProps = { readonly view: DayView; readonly running: boolean; readonly busy: boolean; readonly onSeal: () => void; readonly onCancel: () => void };

function Question({ view, running, busy, onSeal, onCancel }: QuestionProps) {
	const { text, format } = useMessages();
	const heading = useRef<HTMLHeadingElement>(null);
	useEffect(() => heading.current?.focus(), []);
	const open = view.gaps.filter((gap) => countsAsAtRisk(gap.kind)).reduce((sum, gap) => sum + gap.amountMinor, 0);
	return (
		<section className="day__ask card" aria-labelledby="day-ask-title">
			<h3 className="h2" id="day-ask-title" ref={heading} tabIndex={-1}>
				{text.day.confirmTitle(format.day(view.day))} {zNumber(view.nextZ)}
			</h3>
			<p>{text.day.confirmText}</p>
			{running && <p className="cap2">{text.day.dayRunning}</p>}
			{view.gaps.length > 0 && <p className="cap2">{text.day.confirmOpen(format.count(view.gaps.length), format.money(open, view.currency))}</p>}
			{view.awaiting.count > 0 && <p className="cap2">{text.day.confirmAwaiting(format.count(view.awaiting.count))}</p>}
			<div className="day__ask-keys">
				<button type="button" className="btn btn--big" disabled={busy} onClick={onCancel}>
					{text.common.cancel}
				</button>
				<button type="button" className="btn btn--go btn--big" disabled={busy} onClick={onSeal}>
					{text.day.confirmSeal}
				</button>
			</div>
		</section>
	);
}
