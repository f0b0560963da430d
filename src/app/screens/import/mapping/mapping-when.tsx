import { useId } from 'react';
import { useMessages } from '../../../messages/messages-context.ts';
import type { MappingDraft } from './mapping-draft.ts';
import { Ways } from './ways.tsx';

/** In the middle of the day nobody is far off. */
const MIDDAY = '12:00';

/** When a payment was made: in one column, in two, or the day alone, which has to be said aloud. */
export function MappingWhen({ draft }: { readonly draft: MappingDraft }) {
	const { text } = useMessages();
	const words = text.mapping;
	const { columns, timeOfDay } = draft.mapping;
	const timed = () => draft.standAt(null);
	return (
		<Ways
			draft={draft}
			label={words.whenHow}
			ways={[
				{ name: words.whenOne, fields: ['dateTime'], isTaken: columns.dateTime !== undefined, onTurn: timed },
				{
					name: words.whenTwo,
					fields: ['date', 'time'],
					isTaken: timeOfDay === undefined && (columns.date !== undefined || columns.time !== undefined),
					onTurn: timed,
				},
				{
					name: words.whenDay,
					fields: ['date'],
					isTaken: timeOfDay !== undefined,
					onTurn: () => draft.standAt(MIDDAY),
					more: <DayAlone draft={draft} />,
				},
			]}
		/>
	);
}

function DayAlone({ draft: { mapping, standAt } }: { readonly draft: MappingDraft }) {
	const { text } = useMessages();
	const id = useId();
	const words = text.mapping;
	return (
		<>
			<div className="mapping__grid">
				<div className="field">
					<label htmlFor={id}>{words.timeOfDay}</label>
					<input
						id={id}
						type="time"
						className="input"
						value={mapping.timeOfDay ?? MIDDAY}
						aria-describedby={`${id}-hint`}
						data-testid="mapping-time-of-day"
						onChange={(event) => standAt(event.target.value.slice(0, 5) || MIDDAY)}
					/>
				</div>
			</div>
			<p className="cap2" id={`${id}-hint`}>
				{words.dayAlone}
			</p>
		</>
	);
}
