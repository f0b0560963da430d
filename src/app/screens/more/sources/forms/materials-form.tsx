import { useState } from 'react';
import { MATERIAL_CODES, type MaterialCode } from '../../../../../domain/receipts/source-profiles/fields.ts';
import { useMessages } from '../../../../messages/messages-context.ts';
import type { FormOf } from './form-of.ts';

export function MaterialsForm({ label, value, onChange }: FormOf<readonly MaterialCode[]>) {
	const { material } = useMessages().text.sources;
	const [chosen, setChosen] = useState<readonly MaterialCode[]>(value ?? []);
	const turn = (code: MaterialCode, on: boolean) => {
		const next = MATERIAL_CODES.filter((each) => (each === code ? on : chosen.includes(each)));
		setChosen(next);
		onChange(next);
	};
	return (
		<fieldset className="source-checks">
			<legend className="sr">{label}</legend>
			{MATERIAL_CODES.map((code) => (
				<label key={code} className="source-check">
					<input type="checkbox" checked={chosen.includes(code)} onChange={(event) => turn(code, event.target.checked)} />
					<span>{material[code]}</span>
				</label>
			))}
		</fieldset>
	);
}
