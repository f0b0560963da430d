import { ChevronLeft, ChevronRight, Search, X } from 'lucide-react';
import { useRef } from 'react';
import { TENDERS, type Tender } from '../../../domain/ledger/tender.ts';
import { addDays, type BusinessDay } from '../../../domain/time.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { useServices } from '../../shell/services.ts';
import { type LedgerFilter, STANDING_GROUPS, type StandingGroup } from './ledger-groups.ts';

type Props = {
	readonly day: BusinessDay;
	readonly today: BusinessDay;
	readonly typed: string;
	readonly onType: (typed: string) => void;
	readonly allDays: boolean;
	readonly onAllDays: (allDays: boolean) => void;
	readonly filter: LedgerFilter;
	readonly onFilter: (filter: LedgerFilter) => void;
	readonly onDay: (day: BusinessDay) => void;
	/** What the search found; null while nothing is searched for. */
	readonly found: { readonly count: number; readonly more: boolean } | null;
};

/** One search box, the day, and three filters. */
export function LedgerTools({ typed, onType, allDays, onAllDays, found, ...rest }: Props) {
	const { text, format } = useMessages();
	const words = text.ledger;
	return (
		<search className="ledger__tools">
			<div className="ledger__find">
				<Search className="i" aria-hidden="true" />
				<input
					className="input"
					type="search"
					aria-label={words.search}
					placeholder={words.searchHint}
					value={typed}
					autoComplete="off"
					enterKeyHint="search"
					onChange={(event) => onType(event.target.value)}
				/>
				{typed !== '' && (
					<button type="button" className="btn btn--quiet" aria-label={words.clear} onClick={() => onType('')}>
						<X className="i i--s" aria-hidden="true" />
					</button>
				)}
			</div>
			<DaySwitch {...rest} allDays={allDays} />
			<Filters {...rest} />
			<p className="ledger__found" role="status">
				{found && (
					<>
						<span>{words.found(format.count(found.count))}</span>
						{found.more && <span className="cap2">{words.foundMany(format.count(found.count))}</span>}
					</>
				)}
			</p>
			{found && (
				<button type="button" className="btn btn--quiet ledger__scope" aria-pressed={allDays} onClick={() => onAllDays(!allDays)}>
					{allDays ? words.thisDay : words.allDays}
				</button>
			)}
		</search>
	);
}

function DaySwitch({ day, today, allDays, onDay }: Pick<Props, 'day' | 'today' | 'allDays' | 'onDay'>) {
	const { text, format } = useMessages();
	const input = useRef<HTMLInputElement>(null);
	const words = text.ledger;
	const label = allDays ? words.inAllDays : day === today ? text.common.today : format.day(day);
	return (
		<div className="ledger__days">
			<button type="button" className="btn" aria-label={words.previousDay} disabled={allDays} onClick={() => onDay(addDays(day, -1))}>
				<ChevronLeft className="i i--s" aria-hidden="true" />
			</button>
			<label className="btn ledger__day">
				<span>{label}</span>
				<input
					ref={input}
					type="date"
					aria-label={words.chooseDay}
					value={day}
					max={today}
					disabled={allDays}
					onClick={() => input.current?.showPicker?.()}
					onChange={(event) => event.target.value !== '' && onDay(event.target.value)}
				/>
			</label>
			<button type="button" className="btn" aria-label={words.nextDay} disabled={allDays || day >= today} onClick={() => onDay(addDays(day, 1))}>
				<ChevronRight className="i i--s" aria-hidden="true" />
			</button>
		</div>
	);
}

function Filters({ filter, onFilter }: Pick<Props, 'filter' | 'onFilter'>) {
	const { text } = useMessages();
	const { shop } = useServices();
	const words = text.ledger;
	return (
		<fieldset className="ledger__filters">
			<legend className="sr">{words.filters}</legend>
			<FilterSelect<Tender>
				label={words.anyTender}
				value={filter.tender}
				options={TENDERS.filter((tender) => tender === 'other' || shop.tenders.includes(tender)).map((value) => ({ value, name: text.common.tender[value] }))}
				onChange={(tender) => onFilter({ ...filter, tender })}
			/>
			<FilterSelect<StandingGroup>
				label={words.anyStanding}
				value={filter.standing}
				options={STANDING_GROUPS.map((value) => ({ value, name: words.groups[value] }))}
				onChange={(standing) => onFilter({ ...filter, standing })}
			/>
			<FilterSelect<string>
				label={words.anyCashier}
				value={filter.cashier}
				options={shop.cashiers.map((value) => ({ value, name: value }))}
				onChange={(cashier) => onFilter({ ...filter, cashier })}
			/>
		</fieldset>
	);
}

type SelectProps<T extends string> = {
	readonly label: string;
	readonly value: T | null;
	readonly options: readonly { readonly value: T; readonly name: string }[];
	readonly onChange: (value: T | null) => void;
};

/** The native list: large on touch, typed into by keyboard. Its first line is its name and narrows nothing. */
function FilterSelect<T extends string>({ label, value, options, onChange }: SelectProps<T>) {
	return (
		<select
			className={`ledger__select${value === null ? '' : ' is-set'}`}
			aria-label={label}
			value={value ?? ''}
			onChange={(event) => onChange(options.find((option) => option.value === event.target.value)?.value ?? null)}
		>
			<option value="">{label}</option>
			{options.map((option) => (
				<option key={option.value} value={option.value}>
					{option.name}
				</option>
			))}
		</select>
	);
}
