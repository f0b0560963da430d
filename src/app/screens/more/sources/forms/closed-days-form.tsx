import { Plus, X } from 'lucide-react';
import { useId, useState } from 'react';
import type { BusinessDay } from '../../../../../domain/time.ts';
import { useMessages } from '../../../../messages/messages-context.ts';
import type { FormOf } from './form-of.ts';

/** Single days, each taken from the device's own calendar. */
export function ClosedDaysForm({ label, value, onChange }: FormOf<readonly BusinessDay[]>) {
	const { text, format } = useMessages();
	const { form } = text.sources;
	const id = useId();
	const [days, setDays] = useState<readonly BusinessDay[]>(value ?? []);
	const [day, setDay] = useState('');
	const tell = (next: readonly BusinessDay[]) => {
		setDays(next);
		onChange(next);
	};
	return (
		<div className="source-inputs">
			<div className="field">
				<label htmlFor={id}>{form.closedDay}</label>
				<input id={id} className="input" type="date" value={day} onChange={(event) => setDay(event.target.value)} />
			</div>
			<button
				type="button"
				className="btn"
				disabled={day === '' || days.includes(day)}
				onClick={() => {
					tell([...days, day].sort());
					setDay('');
				}}
			>
				<Plus className="i i--s" aria-hidden="true" />
				{form.addDay}
			</button>
			{days.length > 0 && (
				<ul className="source-days" aria-label={label}>
					{days.map((one) => (
						<li key={one} className="chip">
							{format.day(one)}
							<button
								type="button"
								className="btn btn--quiet"
								aria-label={form.removeDay(format.day(one))}
								onClick={() => tell(days.filter((each) => each !== one))}
							>
								<X className="i i--s" aria-hidden="true" />
							</button>
						</li>
					))}
				</ul>
			)}
		</div>
	);
}
