import { useState } from 'react';
import type { BillDue } from '../../../../../domain/receipts/source-profiles/fields.ts';
import { useMessages } from '../../../../messages/messages-context.ts';
import type { FormOf } from './form-of.ts';
import { ClockInput, TextInput, wholeNumber } from './inputs.tsx';

/** So many days later at that time. */
export function DueForm({ value, onChange }: FormOf<BillDue>) {
	const { form } = useMessages().text.sources;
	const [days, setDays] = useState(String(value?.days ?? 1));
	const [minutes, setMinutes] = useState<number | null>(value?.atMinutes ?? null);
	const tell = (typed: string, atMinutes: number | null) => {
		setDays(typed);
		setMinutes(atMinutes);
		const whole = wholeNumber(typed);
		onChange(whole === null || atMinutes === null ? null : { days: whole, atMinutes });
	};
	return (
		<div className="source-inputs">
			<TextInput label={form.daysLater} value={days} inputMode="numeric" maxLength={2} onChange={(typed) => tell(typed, minutes)} />
			<ClockInput label={form.clock} minutes={minutes} onChange={(next) => tell(days, next)} />
		</div>
	);
}
