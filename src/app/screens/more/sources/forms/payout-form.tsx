import { useState } from 'react';
import { formatMajor } from '../../../../../domain/money.ts';
import type { PayoutRule } from '../../../../../domain/receipts/source-profiles/fields.ts';
import { useMessages } from '../../../../messages/messages-context.ts';
import { ChoiceChips } from '../../../../ui/choice/choice-chips.tsx';
import { typedMoney } from '../../../../ui/typed/typed-money.ts';
import type { FormOf } from './form-of.ts';
import { ClockInput, TextInput, wholeNumber } from './inputs.tsx';

type Typed = Omit<PayoutRule, 'days' | 'minimumMinor'> & { readonly days: string; readonly minimum: string };

/** When the money comes, and from which sum on. */
export function PayoutForm({ value, currency, onChange }: FormOf<PayoutRule>) {
	const { form } = useMessages().text.sources;
	const [typed, setTyped] = useState<Typed>({
		days: value === null ? '' : String(value.days),
		basis: value?.basis ?? 'working',
		atMinutes: value?.atMinutes ?? null,
		weekendsMerged: value?.weekendsMerged ?? false,
		minimum: value?.minimumMinor == null ? '' : formatMajor(value.minimumMinor, currency),
	});
	const tell = (part: Partial<Typed>) => {
		const next = { ...typed, ...part };
		setTyped(next);
		const { days, minimum, ...rest } = next;
		const whole = wholeNumber(days);
		const minimumMinor = typedMoney(minimum, currency);
		onChange(whole === null || minimumMinor === 'unclear' ? null : { ...rest, days: whole, minimumMinor });
	};
	return (
		<div className="source-inputs">
			<TextInput label={form.daysLater} value={typed.days} inputMode="numeric" maxLength={2} onChange={(days) => tell({ days })} />
			<ClockInput label={form.payoutClock} minutes={typed.atMinutes} onChange={(atMinutes) => tell({ atMinutes })} />
			<TextInput label={form.minimum} value={typed.minimum} inputMode="decimal" maxLength={12} onChange={(minimum) => tell({ minimum })} />
			<ChoiceChips
				label={form.basis}
				choices={[
					{ value: 'working', label: form.working },
					{ value: 'calendar', label: form.calendar },
				]}
				value={typed.basis}
				onChange={(basis) => tell({ basis })}
			/>
			<label className="source-check">
				<input type="checkbox" checked={typed.weekendsMerged} onChange={(event) => tell({ weekendsMerged: event.target.checked })} />
				<span>{form.merged}</span>
			</label>
		</div>
	);
}
