import { useId } from 'react';

type Props<T extends string> = {
	readonly label: string;
	/** Left out where the words around say it; it is read out all the same. */
	readonly hideLabel?: boolean;
	readonly value: T;
	readonly options: readonly { readonly value: T; readonly name: string }[];
	readonly onChange: (value: T) => void;
};

/** One of two or three, side by side; arrow keys go through them. */
export function Segments<T extends string>({ label, hideLabel = false, value, options, onChange }: Props<T>) {
	const group = useId();
	return (
		<fieldset className="mapping__segments">
			<legend className={hideLabel ? 'sr' : 'lab'}>{label}</legend>
			{options.map((option) => (
				<label key={option.value} className="mapping__segment">
					<input type="radio" className="sr" name={group} value={option.value} checked={option.value === value} onChange={() => onChange(option.value)} />
					<span>{option.name}</span>
				</label>
			))}
		</fieldset>
	);
}
