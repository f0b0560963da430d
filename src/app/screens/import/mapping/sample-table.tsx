import { useEffect, useRef } from 'react';
import { type BillMapping, MAPPED_FIELDS } from '../../../../domain/receipts/bill-mapping.ts';
import type { TableDescription } from '../../../../domain/receipts/mapping/table-description.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { columnTitle } from './column-title.ts';

type Props = { readonly table: TableDescription; readonly mapping: BillMapping };

/** The first rows as they stand in the file, with what each column is read as. It scrolls by itself. */
export function SampleTable({ table, mapping }: Props) {
	const messages = useMessages();
	const words = messages.text.mapping;
	const scroller = useRef<HTMLElement>(null);
	useEffect(() => {
		// What scrolls by itself has to be reached by the keyboard.
		if (scroller.current) scroller.current.tabIndex = 0;
	}, []);
	const rows = table.rows.map((cells, at) => ({ key: `row ${at + 1}`, cells }));
	const fieldsOf = (name: string) => MAPPED_FIELDS.filter((field) => mapping.columns[field] === name).map((field) => words.fields[field]);
	return (
		<div className="mapping__sample">
			<section className="mapping__scroll" aria-label={words.sample} ref={scroller}>
				<table>
					<thead>
						<tr>
							{table.columns.map((column) => {
								const fields = fieldsOf(column.name);
								return (
									<th key={column.name} scope="col" className={fields.length > 0 ? 'is-read' : ''}>
										<span className="mapping__as">{fields.length > 0 ? fields.join(' · ') : words.unread}</span>
										<span className="id">{columnTitle(column, messages)}</span>
									</th>
								);
							})}
						</tr>
					</thead>
					<tbody>
						{rows.map(({ key, cells }) => (
							<tr key={key}>
								{cells.map((cell, place) => {
									const name = table.columns[place]?.name ?? '';
									return (
										<td key={name} className={fieldsOf(name).length > 0 ? 'is-read' : ''}>
											{cell}
										</td>
									);
								})}
							</tr>
						))}
					</tbody>
				</table>
			</section>
			<p className="cap">{words.sampleHint}</p>
		</div>
	);
}
