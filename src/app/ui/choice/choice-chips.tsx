import { useId } from 'react';
import './choice-chips.css';

type Choice<T extends string> = { readonly value: T; readonly label: string };
type Props<T extends string> = {
	readonly label: string;
	readonly choices: readonly Choice<T>[];
	readonly value: T | null;
	readonly onChange: (value: T) => void;
};

/** One of a few, all in sight: native radio buttons under chips of full touch height. */
export function ChoiceChips<T extends string>({ label, choices, value, onChange }: Props<T>) {
	const name = useId();
	return (
		<fieldset className="choice">
			<legend className="choice__label">{label}</legend>
			<div className="choice__row">
				{choices.map((choice) => (
					<label key={choice.value} className="choice__chip">
						<input type="radio" className="sr" name={name} checked={value === choice.value} onChange={() => onChange(choice.value)} />
						<span>{choice.label}</span>
					</label>
				))}
			</div>
		</fieldset>
	);
}
