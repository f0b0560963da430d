import { Nfc, Tablet } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Sale } from '../../domain/ledger/sale.ts';
import type { Tender } from '../../domain/ledger/tender.ts';
import type { Leg, Receipt } from '../../domain/receipts/receipt.ts';
import { useMessages } from '../messages/messages-context.ts';
import type { Fact } from './half-facts.ts';
import { receiptNumber } from './half-facts.ts';
import { MoneyText } from './money-text.tsx';
import { TenderIcon } from './tender-icon.tsx';
import './half-card.css';

/** Says which half this is: ours on the left or above, theirs on the right or below, never the other way round. */
export function SideLabel({ side, leg = 'terminal' }: { readonly side: 'ours' | 'theirs'; readonly leg?: Leg }) {
	const { text } = useMessages();
	const Icon = side === 'ours' ? Tablet : Nfc;
	return (
		<span className="side">
			<Icon className="i i--s" aria-hidden="true" />
			{side === 'ours' ? text.common.ours : text.evidence.theirs[leg]}
		</span>
	);
}

export function FactList({ facts }: { readonly facts: readonly Fact[] }) {
	return (
		<dl className="facts">
			{facts.map(({ name, value, differs }) => (
				<div key={`${name} ${value}`} className={`half-fact${differs ? ' differs' : ''}`}>
					<dt>{name}</dt>
					<dd>{value}</dd>
				</div>
			))}
		</dl>
	);
}

/** Our record as a row of the match board. */
export function SaleHalf({ sale, className = '' }: { readonly sale: Sale; readonly className?: string }) {
	const { text, format } = useMessages();
	return (
		<HalfRow
			side="ours"
			className={className}
			minor={sale.kind === 'refund' ? -sale.amountMinor : sale.amountMinor}
			currency={sale.currency}
			tender={sale.tender}
			number={text.sell.number(format.count(sale.number))}
			at={format.clock(sale.at, sale.offset)}
		/>
	);
}

/** Their record as a row of the match board. */
export function ReceiptHalf({ receipt, className = '' }: { readonly receipt: Receipt; readonly className?: string }) {
	const messages = useMessages();
	const refund = receipt.kind === 'refund' || receipt.kind === 'void' || receipt.kind === 'chargeback';
	return (
		<HalfRow
			side="theirs"
			className={className}
			minor={refund ? -receipt.amountMinor : receipt.amountMinor}
			currency={receipt.currency}
			tender={receipt.tender}
			number={receiptNumber(messages, receipt) ?? messages.text.evidence.leg[receipt.leg]}
			at={messages.format.clock(receipt.at, receipt.offset)}
		/>
	);
}

type RowProps = {
	readonly side: 'ours' | 'theirs' | 'whole';
	readonly className: string;
	readonly minor: number;
	readonly currency: string;
	readonly tender: Tender | null;
	readonly number: string;
	readonly at: string;
};

function HalfRow({ side, className, minor, currency, tender, number, at }: RowProps) {
	const { text } = useMessages();
	return (
		<div className={`half half--${side} half-row ${className}`}>
			<MoneyText minor={minor} currency={currency} />
			{tender && (
				<span className="mark half-row__tender">
					<TenderIcon tender={tender} className="i i--s" />
					<span>{text.common.tender[tender]}</span>
				</span>
			)}
			<span className="half-row__no cap2">{number}</span>
			<span className="half-row__at cap2">{at}</span>
		</div>
	);
}

/** The place where a half is missing: dashed where it is due, dotted where it is not. */
export function EmptyHalf({ wait = false, className = '', children }: { readonly wait?: boolean; readonly className?: string; readonly children: ReactNode }) {
	return <div className={`slot${wait ? ' slot--wait' : ''} ${className}`}>{children}</div>;
}
