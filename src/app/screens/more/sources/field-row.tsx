import { Pencil, RotateCcw } from 'lucide-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { SourceProfileSet } from '../../../../domain/receipts/source-profiles/edits.ts';
import type { ProfileField, ProfileFields } from '../../../../domain/receipts/source-profiles/fields.ts';
import type { FieldValue } from '../../../../domain/receipts/source-profiles/lookup.ts';
import type { BusinessDay } from '../../../../domain/time.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { useServices } from '../../../shell/services.ts';
import { ChoiceChips } from '../../../ui/choice/choice-chips.tsx';
import { ALWAYS } from './always.ts';
import { originTexts, valueText } from './field-words.ts';
import { FieldForm } from './forms/field-form.tsx';
import type { SourceEdits } from './use-source-edits.ts';

type Props<F extends ProfileField> = {
	readonly profile: string;
	readonly field: F;
	readonly found: FieldValue<F> | null;
	readonly today: BusinessDay;
	readonly edits: SourceEdits;
};

/** One thing that is known of a source: what holds, who says so, and what the table says beside it. */
export function FieldRow<F extends ProfileField>({ profile, field, found, today, edits }: Props<F>) {
	const messages = useMessages();
	const { shop } = useServices();
	const [editing, setEditing] = useState(false);
	const change = useRef<HTMLButtonElement>(null);
	const words = messages.text.sources;
	const name = words.field[field];
	const close = () => {
		setEditing(false);
		// The button comes back with the next render.
		requestAnimationFrame(() => change.current?.focus());
	};
	return (
		<li className={`source-field${found?.edit ? ' is-own' : ''}`} data-testid="source-field" data-field={field} data-by={found?.by ?? 'none'}>
			<div className="source-field__what">
				<span className="cap2">{name}</span>
				<b className="source-field__value">{found ? valueText(messages, field, found.value, shop.currency) : words.none}</b>
				{originTexts(messages, field, found, shop.currency).map((line) => (
					<span className="cap" key={line}>
						{line}
					</span>
				))}
			</div>
			{!editing && (
				<div className="source-field__acts">
					{found?.edit && (
						<button
							type="button"
							className="btn btn--quiet"
							disabled={edits.busy}
							aria-label={words.resetOf(name)}
							onClick={() => edits.reset(profile, field, found.edit)}
						>
							<RotateCcw className="i i--s" aria-hidden="true" />
							{words.reset}
						</button>
					)}
					<button type="button" className="btn" ref={change} aria-label={words.edit(name)} onClick={() => setEditing(true)}>
						<Pencil className="i i--s" aria-hidden="true" />
						{found ? words.change : words.fill}
					</button>
				</div>
			)}
			{editing && <EditForm {...{ profile, field, found, today, edits }} onClose={close} />}
		</li>
	);
}

function EditForm<F extends ProfileField>({ profile, field, found, today, edits, onClose }: Props<F> & { readonly onClose: () => void }) {
	const { text } = useMessages();
	const { shop } = useServices();
	const words = text.sources;
	const [value, setValue] = useState<ProfileFields[F] | null>(found?.value ?? null);
	const [touched, setTouched] = useState(false);
	const [holds, setHolds] = useState<'always' | 'from'>('always');
	const [day, setDay] = useState(today);
	const form = useRef<HTMLFormElement>(null);
	const changed = JSON.stringify(value) !== JSON.stringify(found?.value ?? null) || found?.by !== 'shop';
	useEffect(() => form.current?.querySelector<HTMLElement>('input, select')?.focus(), []);
	const take = (next: ProfileFields[F] | null) => {
		setTouched(true);
		setValue(next);
	};
	const submit = async (event: FormEvent) => {
		event.preventDefault();
		if (value === null) return;
		const edit = { profile, field, value, from: holds === 'always' ? ALWAYS : day } as unknown as SourceProfileSet;
		if (await edits.set(edit)) onClose();
	};
	return (
		<form
			className="source-form"
			ref={form}
			aria-label={words.edit(words.field[field])}
			onSubmit={submit}
			onKeyDown={(event) => {
				if (event.key === 'Escape') onClose();
			}}
		>
			<FieldForm field={field} label={words.field[field]} value={found?.value ?? null} currency={shop.currency} onChange={take} />
			<ChoiceChips
				label={words.holds}
				choices={[
					{ value: 'always', label: words.holdsAlways },
					{ value: 'from', label: words.holdsFrom },
				]}
				value={holds}
				onChange={setHolds}
			/>
			{holds === 'from' && (
				<div className="field source-form__day">
					<label htmlFor={`source-day-${field}`}>{words.day}</label>
					<input id={`source-day-${field}`} className="input" type="date" value={day} onChange={(event) => setDay(event.target.value)} />
				</div>
			)}
			{value === null && touched && <p className="cap2">{words.invalid}</p>}
			<div className="more__save">
				<button type="submit" className="btn btn--go" disabled={edits.busy || value === null || !changed || (holds === 'from' && day === '')}>
					{words.save}
				</button>
				<button type="button" className="btn" onClick={onClose}>
					{words.cancel}
				</button>
			</div>
		</form>
	);
}
