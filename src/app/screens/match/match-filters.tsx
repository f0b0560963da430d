import type { ReactNode } from 'react';
import type { MatchRow } from '../../../storage/queries/match/rows.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { useServices } from '../../shell/services.ts';
import { filterChoices, isFiltering, type MatchFilter, NO_FILTER } from './match-filter.ts';

type Props = { readonly rows: readonly MatchRow[]; readonly filter: MatchFilter; readonly onChange: (filter: MatchFilter) => void };

/** Chips that switch on and off; none on means everything. */
export function MatchFilters({ rows, filter, onChange }: Props) {
	const { text } = useMessages();
	const { shop } = useServices();
	const choices = filterChoices(rows);
	const nameOf = (id: string) => (id === '' ? text.match.noTerminal : (shop.terminals.find((terminal) => terminal.id === id)?.name ?? id));
	return (
		<div className="match-filters">
			{choices.terminals.length > 1 && (
				<Group label={text.match.filterTerminal}>
					{choices.terminals.map((id) => (
						<Toggle
							key={id}
							label={nameOf(id)}
							on={filter.terminals.has(id)}
							onToggle={() => onChange({ ...filter, terminals: toggled(filter.terminals, id) })}
						/>
					))}
				</Group>
			)}
			<Group label={text.match.filterTender}>
				{choices.tenders.map((tender) => (
					<Toggle
						key={tender}
						label={text.common.tender[tender]}
						on={filter.tenders.has(tender)}
						onToggle={() => onChange({ ...filter, tenders: toggled(filter.tenders, tender) })}
					/>
				))}
			</Group>
			<Group label={text.match.filterBand}>
				{choices.bands.map((band) => (
					<Toggle
						key={band}
						label={text.common.band[band]}
						on={filter.bands.has(band)}
						onToggle={() => onChange({ ...filter, bands: toggled(filter.bands, band) })}
					/>
				))}
			</Group>
			{isFiltering(filter) && (
				<button type="button" className="btn btn--quiet" onClick={() => onChange(NO_FILTER)}>
					{text.match.clear}
				</button>
			)}
		</div>
	);
}

function Group({ label, children }: { readonly label: string; readonly children: ReactNode }) {
	return (
		<fieldset className="match-filters__group">
			<legend className="sr">{label}</legend>
			<span className="cap2" aria-hidden="true">
				{label}
			</span>
			{children}
		</fieldset>
	);
}

function Toggle({ label, on, onToggle }: { readonly label: string; readonly on: boolean; readonly onToggle: () => void }) {
	return (
		<button type="button" className="btn match-filters__chip" aria-pressed={on} onClick={onToggle}>
			{label}
		</button>
	);
}

function toggled<T>(set: ReadonlySet<T>, value: T): ReadonlySet<T> {
	const next = new Set(set);
	if (!next.delete(value)) next.add(value);
	return next;
}
