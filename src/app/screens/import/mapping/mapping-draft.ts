import { useMemo, useState } from 'react';
import type { DescribedTable } from '../../../../commands/receipts/describe-table.ts';
import type { BillMapping, MappedField, MappedWords } from '../../../../domain/receipts/bill-mapping.ts';
import { MAPPING_NAME_MAX, missingColumns } from '../../../../domain/receipts/mapping/check-mapping.ts';
import { doubtsOf, type MappingDoubt, withColumn } from '../../../../domain/receipts/mapping/doubts.ts';
import { mappingId } from '../../../../domain/receipts/mapping/mapping-id.ts';
import type { TableDescription } from '../../../../domain/receipts/mapping/table-description.ts';

export type WordField = keyof MappedWords;

/** The mapping as it stands on the screen. */
export type MappingDraft = {
	readonly table: TableDescription;
	readonly mapping: BillMapping;
	/** What has to be asked, answered or not, and which answers were given. */
	readonly doubts: readonly MappingDoubt[];
	readonly answered: ReadonlySet<MappingDoubt['about']>;
	/** Whether the table can be read by it. */
	readonly readable: boolean;
	readonly choose: (field: MappedField, name: string | null) => void;
	readonly change: (change: Partial<BillMapping>) => void;
	/** Where the table has days alone: at which time of its day a payment is to stand; null where it has times. */
	readonly standAt: (timeOfDay: string | null) => void;
	readonly mean: (field: WordField, word: string, meaning: string | null) => void;
	readonly answer: (doubt: MappingDoubt, value: string) => void;
};

export function useMappingDraft({ table, saved }: DescribedTable, fileName: string): MappingDraft {
	const [mapping, setMapping] = useState(() => firstDraft({ table, saved }, fileName));
	const [answered, setAnswered] = useState<ReadonlySet<MappingDoubt['about']>>(() => new Set(saved ? (['dayOrder', 'decimalMark', 'unit'] as const) : []));
	const doubts = useMemo(() => doubtsOf(mapping, table), [mapping, table]);
	return {
		table,
		mapping,
		doubts,
		answered,
		readable: missingColumns(mapping) === null,
		choose: (field, name) => setMapping((now) => withColumn(now, table, { field, name })),
		change: (change) => setMapping((now) => ({ ...now, ...change })),
		standAt: (timeOfDay) => setMapping(({ timeOfDay: _, ...now }) => (timeOfDay === null ? now : { ...now, timeOfDay })),
		mean: (field, word, meaning) => setMapping((now) => ({ ...now, words: { ...now.words, [field]: withWord(now.words[field], word, meaning) } })),
		answer: ({ about }, value) => {
			setMapping((now) => ({ ...now, [about]: value }));
			setAnswered((now) => new Set([...now, about]));
		},
	};
}

/** What was said about the layout before, else the proposal. */
function firstDraft({ table, saved }: DescribedTable, fileName: string): BillMapping {
	if (saved) return { ...saved.mapping, layout: table.proposal.layout };
	return named(table.proposal, nameFrom(fileName));
}

/** The mapping under another name; its id stays once it was saved. */
export function named(mapping: BillMapping, name: string): BillMapping {
	const isNew = mapping.id === mappingId('') || mapping.id === mappingId(mapping.name);
	return { ...mapping, name, id: isNew ? mappingId(name) : mapping.id };
}

/** `ePay_2026-11-02 (1).csv` → `ePay`: what stays when dates, numbers and the ending are taken away. */
export function nameFrom(fileName: string): string {
	const words = fileName
		.replace(/\.[a-z0-9]{1,5}$/i, '')
		.replace(/\d+/g, ' ')
		.replace(/[\s_.()\-–—[\]【】（）]+/g, ' ')
		.trim();
	return words.length >= 2 ? words.slice(0, MAPPING_NAME_MAX) : '';
}

function withWord(words: Readonly<Record<string, string>>, word: string, meaning: string | null): Readonly<Record<string, string>> {
	const others = Object.entries(words).filter(([known]) => known !== word);
	return Object.fromEntries(meaning === null ? others : [...others, [word, meaning]]);
}
