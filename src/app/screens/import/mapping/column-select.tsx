import { useId } from 'react';
import type { MappedField } from '../../../../domain/receipts/bill-mapping.ts';
import type { ColumnFacts } from '../../../../domain/receipts/mapping/table-description.ts';
import { type Messages, useMessages } from '../../../messages/messages-context.ts';
import { columnTitle } from './column-title.ts';
import type { MappingDraft } from './mapping-draft.ts';

type Props = { readonly draft: MappingDraft; readonly field: MappedField; readonly needed?: boolean };

/** Which column says this. */
export function ColumnSelect({ draft: { table, mapping, choose }, field, needed = false }: Props) {
	const messages = useMessages();
	const id = useId();
	const words = messages.text.mapping;
	const hint = field in words.hints ? words.hints[field as keyof typeof words.hints] : null;
	const chosen = mapping.columns[field] ?? '';
	return (
		<div className={`field${needed && chosen === '' ? ' is-missing' : ''}`}>
			<label htmlFor={id}>{words.fields[field]}</label>
			<select
				id={id}
				className="input"
				value={chosen}
				data-field={field}
				aria-describedby={hint ? `${id}-hint` : undefined}
				onChange={(event) => choose(field, event.target.value === '' ? null : event.target.value)}
			>
				<option value="">{needed ? words.needed : words.none}</option>
				{table.columns.map((column, place) => (
					<option key={column.name} value={column.name}>
						{optionOf(column, table.rows[0]?.[place] ?? '', messages)}
					</option>
				))}
			</select>
			{hint && (
				<p className="cap" id={`${id}-hint`}>
					{hint}
				</p>
			)}
		</div>
	);
}

/** A place says little, so that a cell of the column stands with it. */
function optionOf(column: ColumnFacts, cell: string, messages: Messages): string {
	const title = columnTitle(column, messages);
	return title === column.title || cell === '' ? title : `${title} · ${cell}`;
}
