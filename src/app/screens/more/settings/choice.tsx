import { useId } from 'react';

type Option<T extends string> = { readonly value: T; readonly name: string; readonly hint?: string; readonly lang?: string };
type Props<T extends string> = { readonly label: string; readonly value: T; readonly options: readonly Option<T>[]; readonly onChange: (value: T) => void };

/** One of a few, as large radio buttons. */
export function Choice<T extends string>({ label, value, options, onChange }: Props<T>) {
	const group = useId();
	return (
		<fieldset className="field">
			<legend className="lab">{label}</legend>
			<div className="more__choices">
				{options.map((option) => (
					<label key={option.value} className="more__choice" lang={option.lang}>
						<input type="radio" name={group} value={option.value} checked={option.value === value} onChange={() => onChange(option.value)} />
						<span>
							<b>{option.name}</b>
							{option.hint && <span className="cap2">{option.hint}</span>}
						</span>
					</label>
				))}
			</div>
		</fieldset>
	);
}
