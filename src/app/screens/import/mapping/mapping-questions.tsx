import { MessageCircleQuestionMark } from 'lucide-react';
import { useId } from 'react';
import type { MappingDoubt } from '../../../../domain/receipts/mapping/doubts.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import type { MappingDraft } from './mapping-draft.ts';

/** What the table does not tell by itself, asked with a cell of its own. Nothing is chosen beforehand. */
export function MappingQuestions({ draft }: { readonly draft: MappingDraft }) {
	const { text } = useMessages();
	if (draft.doubts.length === 0) return null;
	return (
		<section className="mapping__questions" aria-labelledby="mapping-questions">
			<h3 className="h3 mark" id="mapping-questions">
				<MessageCircleQuestionMark className="i" aria-hidden="true" />
				{text.mapping.questions}
			</h3>
			{draft.doubts.map((doubt) => (
				<Question key={doubt.about} doubt={doubt} draft={draft} />
			))}
		</section>
	);
}

function Question({ doubt, draft: { mapping, answered, answer } }: { readonly doubt: MappingDoubt; readonly draft: MappingDraft }) {
	const { text } = useMessages();
	const group = useId();
	const choices = useChoices(doubt, mapping.currency);
	return (
		<fieldset className="mapping__question" data-about={doubt.about}>
			<legend className="b">{text.mapping[doubt.about](doubt.example)}</legend>
			<div className="mapping__choices">
				{choices.map(({ value, shows, hint }) => (
					<label key={value} className="mapping__choice">
						<input
							type="radio"
							name={group}
							value={value}
							checked={answered.has(doubt.about) && mapping[doubt.about] === value}
							onChange={() => answer(doubt, value)}
						/>
						<span>
							<b>{shows}</b>
							<span className="cap2">{hint}</span>
						</span>
					</label>
				))}
			</div>
		</fieldset>
	);
}

type Shown = { readonly value: string; readonly shows: string; readonly hint: string };

function useChoices(doubt: MappingDoubt, currency: string): readonly Shown[] {
	const { text, format, language } = useMessages();
	const words = text.mapping;
	switch (doubt.about) {
		case 'dayOrder':
			return doubt.choices.map(({ value, day }) => ({ value, shows: format.day(day), hint: words.dayOrders[value] }));
		case 'decimalMark': {
			const numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 5, useGrouping: false });
			return doubt.choices.map(({ value, number }) => ({ value, shows: numbers.format(Number(number)), hint: words.marks[value] }));
		}
		case 'unit':
			return doubt.choices.map(({ value, minor }) => ({ value, shows: format.money(minor, currency), hint: words.units[value] }));
	}
}
