import { useState } from 'react';
import type { MappedField } from '../../../../domain/receipts/bill-mapping.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { ColumnSelect } from './column-select.tsx';
import type { MappingDraft } from './mapping-draft.ts';
import { MappingRest } from './mapping-rest.tsx';
import { MappingTender } from './mapping-tender.tsx';
import { MappingWords } from './mapping-words.tsx';
import { Segments } from './segments.tsx';

const NUMBERS = ['channelOrderNo', 'merchantOrderNo', 'rrn', 'traceNo', 'authCode', 'batchNo', 'terminalId', 'card', 'originalRef', 'settlementDate'] as const;

/** One select for each thing that a bill can say, in groups; what is needed comes first. */
export function MappingFields({ draft }: { readonly draft: MappingDraft }) {
	const { text } = useMessages();
	const words = text.mapping;
	return (
		<form className="mapping__form" onSubmit={(event) => event.preventDefault()}>
			<Group title={words.groups.when}>
				<EitherOr
					draft={draft}
					label={words.whenHow}
					one={{ name: words.whenOne, fields: ['dateTime'] }}
					two={{ name: words.whenTwo, fields: ['date', 'time'] }}
				/>
			</Group>
			<Group title={words.groups.money}>
				<EitherOr
					draft={draft}
					label={words.moneyHow}
					one={{ name: words.moneyOne, fields: ['amount'] }}
					two={{ name: words.moneyTwo, fields: ['moneyIn', 'moneyOut'] }}
				/>
				<div className="mapping__grid">
					<ColumnSelect draft={draft} field="fee" />
					<ColumnSelect draft={draft} field="net" />
					<ColumnSelect draft={draft} field="tip" />
				</div>
			</Group>
			<Group title={words.groups.what}>
				<div className="mapping__grid">
					<ColumnSelect draft={draft} field="kind" />
					<ColumnSelect draft={draft} field="status" />
					<ColumnSelect draft={draft} field="tender" />
					<MappingTender draft={draft} />
				</div>
				<MappingWords draft={draft} field="kind" />
				<MappingWords draft={draft} field="status" />
				<MappingWords draft={draft} field="tender" />
			</Group>
			<details className="card import__more">
				<summary>
					{words.groups.numbers}
					<span className="cap2 mapping__chosen">
						{NUMBERS.flatMap((field) => (draft.mapping.columns[field] === undefined ? [] : words.fields[field])).join(' · ')}
					</span>
				</summary>
				<div className="mapping__grid mapping__restbody">
					{NUMBERS.map((field) => (
						<ColumnSelect key={field} draft={draft} field={field} />
					))}
				</div>
			</details>
			<MappingRest draft={draft} />
		</form>
	);
}

function Group({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
	return (
		<fieldset className="mapping__group">
			<legend className="h3">{title}</legend>
			{children}
		</fieldset>
	);
}

type Way = { readonly name: string; readonly fields: readonly MappedField[] };
type EitherOrProps = { readonly draft: MappingDraft; readonly label: string; readonly one: Way; readonly two: Way };

/** The same said in one column or in two; the columns of the other way are let go. */
function EitherOr({ draft, label, one, two }: EitherOrProps) {
	const [way, setWay] = useState<'one' | 'two'>(() => (two.fields.some((field) => draft.mapping.columns[field] !== undefined) ? 'two' : 'one'));
	const shown = way === 'one' ? one : two;
	const turn = (to: 'one' | 'two') => {
		for (const field of (to === 'one' ? two : one).fields) draft.choose(field, null);
		setWay(to);
	};
	return (
		<>
			<Segments
				label={label}
				hideLabel
				value={way}
				options={[
					{ value: 'one', name: one.name },
					{ value: 'two', name: two.name },
				]}
				onChange={turn}
			/>
			<div className="mapping__grid">
				{shown.fields.map((field) => (
					<ColumnSelect key={field} draft={draft} field={field} needed={field !== 'moneyOut'} />
				))}
			</div>
		</>
	);
}
