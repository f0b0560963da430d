import { useId } from 'react';
import { TENDERS } from '../../../../domain/ledger/tender.ts';
import { RECEIPT_KINDS, RECEIPT_STATUSES } from '../../../../domain/receipts/receipt.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { columnTitle } from './column-title.ts';
import type { MappingDraft, WordField } from './mapping-draft.ts';

/** What the words of a column mean, as they usually do or as somebody says. */
export function MappingWords({ draft, field }: { readonly draft: MappingDraft; readonly field: WordField }) {
	const messages = useMessages();
	const words = messages.text.mapping;
	const column = draft.table.columns.find(({ name }) => name === draft.mapping.columns[field]);
	if (!column || column.words.length === 0) return null;
	return (
		<fieldset className="mapping__words" data-words={field}>
			<legend className="lab">{words.wordsOf(columnTitle(column, messages))}</legend>
			<div className="mapping__grid">
				{column.words.map(({ word }) => (
					<WordSelect key={word} draft={draft} field={field} word={word} />
				))}
			</div>
		</fieldset>
	);
}

function WordSelect({ draft: { mapping, mean }, field, word }: { readonly draft: MappingDraft; readonly field: WordField; readonly word: string }) {
	const { text } = useMessages();
	const id = useId();
	const words = text.mapping;
	const meanings = useMeanings(field);
	const chosen = Object.hasOwn(mapping.words[field], word) ? mapping.words[field][word] : '';
	return (
		<div className="field">
			<label htmlFor={id}>{words.wordMeans(word === '' ? words.emptyWord : word)}</label>
			<select
				id={id}
				className="input"
				value={chosen}
				data-word={word}
				onChange={(event) => mean(field, word, event.target.value === '' ? null : event.target.value)}
			>
				<option value="">{words.wordUnknown}</option>
				{meanings.map(({ value, name }) => (
					<option key={value} value={value}>
						{name}
					</option>
				))}
			</select>
		</div>
	);
}

function useMeanings(field: WordField): readonly { readonly value: string; readonly name: string }[] {
	const { text } = useMessages();
	const { kind, status } = text.importing.preview;
	switch (field) {
		case 'kind':
			return RECEIPT_KINDS.map((value) => ({ value, name: kind[value] }));
		case 'status':
			return RECEIPT_STATUSES.map((value) => ({ value, name: status[value] }));
		case 'tender':
			return TENDERS.map((value) => ({ value, name: text.common.tender[value] }));
	}
}
