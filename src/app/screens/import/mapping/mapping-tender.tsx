import { useId } from 'react';
import { isTender, TENDERS } from '../../../../domain/ledger/tender.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import type { MappingDraft } from './mapping-draft.ts';

/** Where no column tells how a customer paid: that of the whole bill. */
export function MappingTender({ draft: { mapping, change } }: { readonly draft: MappingDraft }) {
	const { text } = useMessages();
	const id = useId();
	if (mapping.columns.tender !== undefined) return null;
	return (
		<div className="field">
			<label htmlFor={id}>{text.mapping.tenderOne}</label>
			<select
				id={id}
				className="input"
				value={mapping.tender ?? ''}
				data-field="tenderOfAll"
				onChange={(event) => change({ tender: isTender(event.target.value) ? event.target.value : null })}
			>
				<option value="">{text.mapping.tenderMixed}</option>
				{TENDERS.map((tender) => (
					<option key={tender} value={tender}>
						{text.common.tender[tender]}
					</option>
				))}
			</select>
		</div>
	);
}
