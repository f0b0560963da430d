import type { KeyboardEvent } from 'react';
import type { LedgerRow } from '../../../storage/queries/ledger/ledger-list.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { Glyph } from '../../ui/glyph.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import { TenderIcon } from '../../ui/tender-icon.tsx';
import type { LedgerLine } from './ledger-groups.ts';
import { standingLook } from './standing-look.ts';

/** The head of an hour, or of a day where several are listed, with its subtotal. */
export function HourHead({ head }: { readonly head: Extract<LedgerLine, { kind: 'head' }> }) {
	const { text, format } = useMessages();
	const name = head.hour === null ? format.day(head.day) : text.ledger.hour(clock(head.hour), clock(head.hour + 1));
	return (
		<div className="ledger__hour">
			<h2>{name}</h2>
			<span className="cap2">{text.common.sales(format.count(head.count))}</span>
			<MoneyText minor={head.sumMinor} />
		</div>
	);
}

type RowProps = {
	readonly row: LedgerRow;
	readonly current: boolean;
	readonly reachable: boolean;
	readonly onChoose: () => void;
	readonly onKey: (event: KeyboardEvent) => void;
};

/** One sale or refund: when, how, what came of it, how much. */
export function SaleRow({ row: { sale, standing }, current, reachable, onChoose, onKey }: RowProps) {
	const { text, format } = useMessages();
	const look = standingLook(standing, text);
	return (
		<button
			type="button"
			className={`row ledger__row${sale.reversedBy === null ? '' : ' is-undone'}`}
			aria-current={current ? 'true' : undefined}
			tabIndex={reachable ? 0 : -1}
			data-seq={sale.seq}
			data-minor={sale.amountMinor}
			onClick={onChoose}
			onKeyDown={onKey}
		>
			<span className="ledger__at">
				<b>{format.clock(sale.at, sale.offset)}</b>
				<small className="cap">{format.count(sale.number)}</small>
			</span>
			<span className="mark ledger__tender">
				<TenderIcon tender={sale.tender} className="i i--s" />
				<span>{text.common.tender[sale.tender]}</span>
			</span>
			<span className={`ledger__standing ${look.tone}`}>
				<Glyph name={look.glyph} />
				<small>{look.word}</small>
			</span>
			<MoneyText minor={sale.kind === 'refund' ? -sale.amountMinor : sale.amountMinor} currency={sale.currency} />
		</button>
	);
}

/** 9 → "09:00". */
function clock(hour: number): string {
	return `${String(hour).padStart(2, '0')}:00`;
}
