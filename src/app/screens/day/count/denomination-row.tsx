import { Minus, Plus } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { type Currency, formatMajor } from '../../../../domain/money.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { MoneyText } from '../../../ui/money-text.tsx';
import { type Denomination, PIECES_MAX, readPieces } from './count.ts';

type Props = {
	readonly kind: Denomination;
	readonly currency: Currency;
	/** Undefined: not touched yet, so that it is shown empty and not as 0. */
	readonly pieces: number | undefined;
	readonly onChange: (pieces: number) => void;
};

/** A note (rectangle) or a coin (circle), its number of pieces, and what they come to. */
export function DenominationRow({ kind, currency, pieces, onChange }: Props) {
	const { text } = useMessages();
	const value = plainMajor(kind.minor, currency);
	const held = pieces ?? 0;
	return (
		<li className="day__den">
			<span className={`day__note${kind.coin ? ' day__note--coin' : ''}`}>
				<b>{value}</b>
			</span>
			<div className="day__stepper">
				<StepKey label={text.day.less(value)} disabled={held === 0} onStep={() => onChange(held - 1)}>
					<Minus className="i" aria-hidden="true" />
				</StepKey>
				<input
					className="day__pieces"
					inputMode="numeric"
					autoComplete="off"
					enterKeyHint="next"
					aria-label={text.day.pieces(value)}
					value={pieces ?? ''}
					placeholder="0"
					onChange={(event) => onChange(readPieces(event.currentTarget.value))}
					onKeyDown={(event) => onPadKey(event, held, onChange)}
					onFocus={(event) => event.currentTarget.select()}
				/>
				<StepKey label={text.day.more(value)} disabled={held >= PIECES_MAX} onStep={() => onChange(held + 1)}>
					<Plus className="i" aria-hidden="true" />
				</StepKey>
			</div>
			<span className="day__den-sum">
				<MoneyText minor={kind.minor * held} currency={currency} />
			</span>
		</li>
	);
}

type StepKeyProps = { readonly label: string; readonly disabled: boolean; readonly onStep: () => void; readonly children: ReactNode };

function StepKey({ label, disabled, onStep, children }: StepKeyProps) {
	return (
		<button type="button" className="btn" aria-label={label} disabled={disabled} onClick={onStep}>
			{children}
		</button>
	);
}

/** Up and down count, Enter goes on to the next kind: a drawer is counted without leaving the number keys. */
function onPadKey(event: KeyboardEvent<HTMLInputElement>, held: number, onChange: (pieces: number) => void): void {
	if (event.nativeEvent.isComposing) return;
	if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
		event.preventDefault();
		onChange(Math.min(PIECES_MAX, Math.max(0, held + (event.key === 'ArrowUp' ? 1 : -1))));
	} else if (event.key === 'Enter') {
		event.preventDefault();
		const fields = [...(event.currentTarget.closest('ol')?.querySelectorAll('input') ?? [])];
		fields[fields.indexOf(event.currentTarget) + 1]?.focus();
	}
}

/** 10000 → "100", 50 → "0.5". */
function plainMajor(minor: number, currency: Currency): string {
	const text = formatMajor(minor, currency);
	return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
