import { type ReactNode, useId } from 'react';
import { clockOf } from '../field-words.ts';

type TextProps = {
	readonly label: string;
	readonly value: string;
	readonly onChange: (typed: string) => void;
	readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'tel';
	readonly maxLength?: number;
};

/** A labelled field for one line of text or a number. */
export function TextInput({ label, value, onChange, inputMode = 'text', maxLength = 120 }: TextProps) {
	const id = useId();
	return (
		<div className="field">
			<label htmlFor={id}>{label}</label>
			<input
				id={id}
				className="input"
				value={value}
				inputMode={inputMode}
				maxLength={maxLength}
				autoComplete="off"
				enterKeyHint="done"
				onChange={(event) => onChange(event.target.value)}
			/>
		</div>
	);
}

/** A time of day by the device's own picker; empty where it is not known. */
export function ClockInput({
	label,
	minutes,
	onChange,
}: {
	readonly label: string;
	readonly minutes: number | null;
	readonly onChange: (minutes: number | null) => void;
}) {
	const id = useId();
	return (
		<div className="field">
			<label htmlFor={id}>{label}</label>
			<input
				id={id}
				className="input"
				type="time"
				value={minutes === null ? '' : clockOf(minutes)}
				onChange={(event) => onChange(minutesOf(event.target.value))}
			/>
		</div>
	);
}

type SelectProps = { readonly label: string; readonly value: string; readonly onChange: (value: string) => void; readonly children: ReactNode };

export function SelectInput({ label, value, onChange, children }: SelectProps) {
	const id = useId();
	return (
		<div className="field">
			<label htmlFor={id}>{label}</label>
			<select id={id} className="input" value={value} onChange={(event) => onChange(event.target.value)}>
				{children}
			</select>
		</div>
	);
}

/** A whole number as typed, full-width digits included; null for anything else. */
export function wholeNumber(typed: string): number | null {
	const plain = typed.normalize('NFKC').trim();
	return /^\d{1,4}$/.test(plain) ? Number(plain) : null;
}

/** "23:00" → 1,380. */
function minutesOf(clock: string): number | null {
	const parts = /^(\d{2}):(\d{2})/.exec(clock);
	return parts ? Number(parts[1]) * 60 + Number(parts[2]) : null;
}
