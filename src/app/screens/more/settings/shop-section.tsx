import { type FormEvent, useId, useState } from 'react';
import { kindOf, SHOP_KINDS, type Shop, type ShopKind, type Terminal } from '../../../../domain/ledger/shop.ts';
import { isJudgedOtherwise } from '../../../../domain/ledger/shop-rules.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { useServices } from '../../../shell/services.ts';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { Choice } from './choice.tsx';
import { SavedNote } from './saved-note.tsx';
import { TerminalRows } from './terminal-rows.tsx';
import { useSettings } from './use-settings.ts';

/** The business day may begin in the first half of the night or the morning. */
const CUTOVER_HOURS = Array.from({ length: 13 }, (_, hour) => hour);

/** What the shop is called, its terminals, what kind of place it is, and when its day begins. Kept together, because one entry of the log records them all. */
export function ShopSection() {
	const { text } = useMessages();
	const { shop, compare } = useServices();
	const [draft, setDraft] = useState<Shop>(shop);
	const { save, busy, problem, saved } = useSettings();
	const { name, terminals, cutoverMinutes, zone, currency } = draft;
	const submit = async (event: FormEvent) => {
		event.preventDefault();
		const isAnother = isJudgedOtherwise(shop, draft);
		const isSaved = await save({ name, terminals, cutoverMinutes, zone, currency, kind: kindOf(draft) });
		if (isSaved && isAnother) void compare();
	};
	const change = (part: Partial<Shop>) => setDraft({ ...draft, ...part });
	const { more } = text;
	return (
		<form className="more__form" onSubmit={(event) => void submit(event)}>
			<TextField label={more.shop.name} value={draft.name} onChange={(name) => change({ name })} maxLength={80} />
			<fieldset className="field">
				<legend className="lab">{more.shop.terminals}</legend>
				<TerminalRows terminals={draft.terminals} onChange={(terminals: readonly Terminal[]) => change({ terminals })} />
				<p className="cap">{more.shop.terminalsHint}</p>
			</fieldset>
			<Choice
				label={more.shop.kind}
				value={kindOf(draft)}
				options={SHOP_KINDS.map((value: ShopKind) => ({ value, ...more.shop.kinds[value] }))}
				onChange={(kind) => change({ kind })}
			/>
			<div className="more__columns">
				<div className="field">
					<label htmlFor="more-cutover">{more.shop.cutover}</label>
					<select
						id="more-cutover"
						className="input"
						value={draft.cutoverMinutes}
						aria-describedby="more-cutover-hint"
						onChange={(event) => change({ cutoverMinutes: Number(event.target.value) })}
					>
						{[...new Set([...CUTOVER_HOURS.map((hour) => hour * 60), draft.cutoverMinutes])].map((minutes) => (
							<option key={minutes} value={minutes}>
								{clockOf(minutes)}
							</option>
						))}
					</select>
					<p className="cap" id="more-cutover-hint">
						{more.shop.cutoverHint}
					</p>
				</div>
				<ZoneField zone={draft.zone} onChange={(zone) => change({ zone })} />
				<TextField label={more.shop.currency} value={draft.currency} onChange={(currency) => change({ currency: currency.toUpperCase() })} maxLength={3} />
			</div>
			<div role="status">
				{isJudgedOtherwise(shop, draft) && <p className="more__note">{more.shop.judgedAgain}</p>}
				{(zone !== shop.zone || cutoverMinutes !== shop.cutoverMinutes) && <p className="more__note">{more.shop.clockChanges}</p>}
			</div>
			{problem && <ProblemNote problem={problem} />}
			<div className="more__save">
				<button type="submit" className="btn btn--go btn--big" disabled={busy}>
					{text.common.save}
				</button>
				<SavedNote count={saved} />
			</div>
		</form>
	);
}

type TextProps = { readonly label: string; readonly value: string; readonly onChange: (value: string) => void; readonly maxLength: number };

function TextField({ label, value, onChange, maxLength }: TextProps) {
	const id = useId();
	return (
		<div className="field">
			<label htmlFor={id}>{label}</label>
			<input
				id={id}
				className="input"
				value={value}
				maxLength={maxLength}
				enterKeyHint="done"
				autoComplete="off"
				onChange={(event) => onChange(event.target.value)}
			/>
		</div>
	);
}

function ZoneField({ zone, onChange }: { readonly zone: string; readonly onChange: (zone: string) => void }) {
	const { text } = useMessages();
	const zones = typeof Intl.supportedValuesOf === 'function' ? Intl.supportedValuesOf('timeZone') : [];
	return (
		<div className="field">
			<label htmlFor="more-zone">{text.more.shop.zone}</label>
			<select id="more-zone" className="input" value={zone} onChange={(event) => onChange(event.target.value)}>
				{[...new Set([zone, ...zones])].map((each) => (
					<option key={each} value={each}>
						{each}
					</option>
				))}
			</select>
		</div>
	);
}

/** 240 → "04:00". */
function clockOf(minutes: number): string {
	return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
