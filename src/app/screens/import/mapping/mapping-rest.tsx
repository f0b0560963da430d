import { useId } from 'react';
import { DAY_ORDERS, DECIMAL_MARKS, FEE_SIGNS } from '../../../../domain/receipts/bill-mapping.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { useServices } from '../../../shell/services.ts';
import { ColumnSelect } from './column-select.tsx';
import type { MappingDraft } from './mapping-draft.ts';
import { Segments } from './segments.tsx';

const LEGS = ['provider', 'terminal'] as const;
const CURRENCIES = ['CNY', 'HKD', 'MOP', 'TWD', 'EUR', 'USD', 'GBP', 'CHF', 'DKK', 'SEK', 'NOK', 'JPY', 'KRW', 'SGD', 'AUD', 'CAD'];

/** What is mostly right by itself: whose bill it is, zone, currency, and how dates, decimals and fees are written. */
export function MappingRest({ draft }: { readonly draft: MappingDraft }) {
	const { text } = useMessages();
	const { shop } = useServices();
	const words = text.mapping;
	const { mapping, change, doubts } = draft;
	const zones = typeof Intl.supportedValuesOf === 'function' ? Intl.supportedValuesOf('timeZone') : [];
	const asked = new Set(doubts.map(({ about }) => about));
	return (
		<details className="card import__more mapping__rest">
			<summary>{words.groups.rest}</summary>
			<div className="mapping__group mapping__restbody">
				<Segments
					label={words.leg}
					value={mapping.leg}
					options={LEGS.map((value) => ({ value, name: words.legs[value] }))}
					onChange={(leg) => change({ leg })}
				/>
				<div className="mapping__grid">
					<PlainSelect
						label={words.zone}
						value={mapping.zone}
						options={[...new Set([mapping.zone, shop.zone, 'UTC', ...zones])].map((zone) => ({ value: zone, name: zone }))}
						onChange={(zone) => change({ zone })}
					/>
					<ColumnSelect draft={draft} field="currency" />
					<PlainSelect
						label={words.currencyOne}
						value={mapping.currency}
						options={[...new Set([mapping.currency, shop.currency, ...CURRENCIES])].map((currency) => ({ value: currency, name: currency }))}
						onChange={(currency) => change({ currency })}
					/>
				</div>
				{!asked.has('dayOrder') && (
					<Segments
						label={words.whenHow}
						value={mapping.dayOrder}
						options={DAY_ORDERS.map((value) => ({ value, name: words.dayOrders[value] }))}
						onChange={(dayOrder) => change({ dayOrder })}
					/>
				)}
				{!asked.has('decimalMark') && (
					<Segments
						label={words.moneyHow}
						value={mapping.decimalMark}
						options={DECIMAL_MARKS.map((value) => ({ value, name: words.marks[value] }))}
						onChange={(decimalMark) => change({ decimalMark })}
					/>
				)}
				{!asked.has('unit') && (
					<Segments
						label={words.unitHow}
						value={mapping.unit}
						options={(['major', 'minor'] as const).map((value) => ({ value, name: words.units[value] }))}
						onChange={(unit) => change({ unit })}
					/>
				)}
				{mapping.columns.fee !== undefined && (
					<Segments
						label={words.fees}
						value={mapping.fees}
						options={FEE_SIGNS.map((value) => ({ value, name: words.feeSigns[value] }))}
						onChange={(fees) => change({ fees })}
					/>
				)}
			</div>
		</details>
	);
}

type SelectProps = {
	readonly label: string;
	readonly value: string;
	readonly options: readonly { readonly value: string; readonly name: string }[];
	readonly onChange: (value: string) => void;
};

function PlainSelect({ label, value, options, onChange }: SelectProps) {
	const id = useId();
	return (
		<div className="field">
			<label htmlFor={id}>{label}</label>
			<select id={id} className="input" value={value} onChange={(event) => onChange(event.target.value)}>
				{options.map((option) => (
					<option key={option.value} value={option.value}>
						{option.name}
					</option>
				))}
			</select>
		</div>
	);
}
