import { useState } from 'react';
import { isZone } from '../../../../../domain/time.ts';
import { useMessages } from '../../../../messages/messages-context.ts';
import type { FormOf } from './form-of.ts';
import { ClockInput, SelectInput, TextInput, wholeNumber } from './inputs.tsx';

/** A limit in days. */
export function DaysForm({ value, onChange }: FormOf<number>) {
	const { form } = useMessages().text.sources;
	const [days, setDays] = useState(value === null ? '' : String(value));
	const tell = (typed: string) => {
		setDays(typed);
		onChange(wholeNumber(typed));
	};
	return (
		<div className="source-inputs">
			<TextInput label={form.days} value={days} inputMode="numeric" maxLength={3} onChange={tell} />
		</div>
	);
}

export function DayCutForm({ value, onChange }: FormOf<number>) {
	const { form } = useMessages().text.sources;
	const [minutes, setMinutes] = useState(value);
	const tell = (next: number | null) => {
		setMinutes(next);
		onChange(next);
	};
	return (
		<div className="source-inputs">
			<ClockInput label={form.clock} minutes={minutes} onChange={tell} />
		</div>
	);
}

export function ZoneForm({ label, value, onChange }: FormOf<string>) {
	const [zone, setZone] = useState(value ?? '');
	const zones = typeof Intl.supportedValuesOf === 'function' ? Intl.supportedValuesOf('timeZone') : [];
	const tell = (next: string) => {
		setZone(next);
		onChange(isZone(next) ? next : null);
	};
	return (
		<div className="source-inputs">
			<SelectInput label={label} value={zone} onChange={tell}>
				{[...new Set([zone, 'Asia/Shanghai', 'UTC', ...zones])].map((each) => (
					<option key={each} value={each}>
						{each}
					</option>
				))}
			</SelectInput>
		</div>
	);
}

/** A number to call or an address; empty: there is none. */
export function ContactForm({ label, value, onChange }: FormOf<string>) {
	const [typed, setTyped] = useState(value ?? '');
	const tell = (next: string) => {
		setTyped(next);
		onChange(next);
	};
	return (
		<div className="source-inputs">
			<TextInput label={label} value={typed} onChange={tell} />
		</div>
	);
}
