import { useState } from 'react';
import type { MappedField } from '../../../../domain/receipts/bill-mapping.ts';
import { ColumnSelect } from './column-select.tsx';
import type { MappingDraft } from './mapping-draft.ts';
import { Segments } from './segments.tsx';

/** One of the ways in which a table may say something: the columns that it takes, and what else has to be known. */
export type Way = {
	readonly name: string;
	readonly fields: readonly MappedField[];
	/** Which of the ways the mapping goes by already. */
	readonly isTaken: boolean;
	readonly onTurn?: () => void;
	readonly more?: React.ReactNode;
};

type Props = { readonly draft: MappingDraft; readonly label: string; readonly ways: readonly [Way, ...Way[]] };

/** The same said in one column or in two, or in part; columns of the other ways are let go. */
export function Ways({ draft, label, ways }: Props) {
	const [at, setAt] = useState(() =>
		String(
			Math.max(
				0,
				ways.findIndex(({ isTaken }) => isTaken),
			),
		),
	);
	const shown = ways[Number(at)] ?? ways[0];
	const turn = (to: string) => {
		const next = ways[Number(to)] ?? ways[0];
		for (const field of ways.flatMap(({ fields }) => fields)) if (!next.fields.includes(field)) draft.choose(field, null);
		next.onTurn?.();
		setAt(to);
	};
	return (
		<>
			<Segments label={label} hideLabel value={at} options={ways.map(({ name }, place) => ({ value: String(place), name }))} onChange={turn} />
			<div className="mapping__grid">
				{shown.fields.map((field) => (
					<ColumnSelect key={field} draft={draft} field={field} needed={field !== 'moneyOut'} />
				))}
			</div>
			{shown.more}
		</>
	);
}
