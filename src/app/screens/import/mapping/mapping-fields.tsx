import { useMessages } from '../../../messages/messages-context.ts';
import { ColumnSelect } from './column-select.tsx';
import type { MappingDraft } from './mapping-draft.ts';
import { MappingRest } from './mapping-rest.tsx';
import { MappingTender } from './mapping-tender.tsx';
import { MappingWhen } from './mapping-when.tsx';
import { MappingWords } from './mapping-words.tsx';
import { Ways } from './ways.tsx';

const NUMBERS = ['channelOrderNo', 'merchantOrderNo', 'rrn', 'traceNo', 'authCode', 'batchNo', 'terminalId', 'card', 'originalRef', 'settlementDate'] as const;

/** One select for each thing that a bill can say, in groups; what is needed comes first. */
export function MappingFields({ draft }: { readonly draft: MappingDraft }) {
	const { text } = useMessages();
	const words = text.mapping;
	const { columns } = draft.mapping;
	return (
		<form className="mapping__form" onSubmit={(event) => event.preventDefault()}>
			<Group title={words.groups.when}>
				<MappingWhen draft={draft} />
			</Group>
			<Group title={words.groups.money}>
				<Ways
					draft={draft}
					label={words.moneyHow}
					ways={[
						{ name: words.moneyOne, fields: ['amount'], isTaken: false },
						{ name: words.moneyTwo, fields: ['moneyIn', 'moneyOut'], isTaken: columns.moneyIn !== undefined || columns.moneyOut !== undefined },
					]}
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
