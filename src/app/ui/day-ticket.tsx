import { Lock, SmartphoneNfc, Tablet } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Tender } from '../../domain/ledger/tender.ts';
import type { Currency, Minor } from '../../domain/money.ts';
import type { Instant, OffsetMinutes } from '../../domain/time.ts';
import type { TenderLine } from '../../storage/queries/day/day-view.ts';
import { useMessages } from '../messages/messages-context.ts';
import { DifferenceMark } from './difference-mark.tsx';
import { Glyph } from './glyph.tsx';
import { MoneyText } from './money-text.tsx';
import './styles/day-ticket.css';
import { TenderIcon } from './tender-icon.tsx';
import { useWhen } from './use-when.ts';

type Props = {
	readonly lines: readonly TenderLine[];
	readonly currency: Currency;
	readonly offset: OffsetMinutes;
	/** Cash was not counted yet: its figures stay hidden, so that the count is made blind. */
	readonly cashLocked: boolean;
	/** Only one ticket of a page carries the test ids. */
	readonly marked?: boolean;
	/** Lies across the seam, over no figure. */
	readonly seal?: ReactNode;
};

/** A day as one ticket: ours left, theirs right, a row a tender. Short and over stand apart and are never netted. */
export function DayTicket({ lines, currency, offset, cashLocked, marked = true, seal }: Props) {
	const { text } = useMessages();
	return (
		<div className="dticket-box">
			<div className="dticket">
				<table>
					<caption className="sr">{text.day.ticketCaption}</caption>
					<colgroup className="dticket__cols">
						<col className="dticket__c1" />
						<col className="dticket__c2" />
						<col className="dticket__c3" />
						<col className="dticket__c4" />
						<col className="dticket__c5" />
						<col className="dticket__c6" />
						<col />
					</colgroup>
					<thead>
						<tr>
							<th colSpan={3} scope="colgroup">
								<span className="side">
									<Tablet className="i i--s" aria-hidden="true" />
									{text.common.ours}
								</span>
							</th>
							<td className="dticket__hole" />
							<th colSpan={2} scope="colgroup">
								<span className="side">
									<SmartphoneNfc className="i i--s" aria-hidden="true" />
									{text.common.theirs}
								</span>
							</th>
							<th className="dticket__d" scope="col">
								<span className="cap">{text.day.difference}</span>
							</th>
						</tr>
					</thead>
					<tbody>
						{lines.map((line) => (
							<TicketRow key={line.tender} line={line} currency={currency} offset={offset} locked={cashLocked && line.tender === 'cash'} marked={marked} />
						))}
					</tbody>
					<TicketFoot lines={lines} currency={currency} cashLocked={cashLocked} />
				</table>
				{seal && <div className="on-seam">{seal}</div>}
			</div>
		</div>
	);
}

type RowProps = { readonly line: TenderLine; readonly currency: Currency; readonly offset: OffsetMinutes; readonly locked: boolean; readonly marked: boolean };

function TicketRow({ line, currency, offset, locked, marked }: RowProps) {
	const { text, format } = useMessages();
	const receipts = line.receiptsMinor;
	return (
		<tr {...(marked ? totalAttributes(line) : {})}>
			<th scope="row">
				<span className="mark">
					<TenderIcon tender={line.tender} className="i i--s" />
					{text.common.tender[line.tender]}
				</span>
			</th>
			<td className="dticket__n cap2">{format.count(line.salesCount)}</td>
			<td className="dticket__v">{locked ? <LockedAmount /> : <MoneyText minor={line.ledgerMinor} currency={currency} />}</td>
			<td className="dticket__hole" />
			{receipts === null ? (
				<td className="dticket__w" colSpan={2}>
					<AwaitedBill tender={line.tender} until={line.awaitingUntil} offset={offset} />
				</td>
			) : (
				<>
					<td className="dticket__v dticket__v--r">
						<MoneyText minor={receipts} currency={currency} />
					</td>
					<td className="dticket__n cap2">{line.tender === 'cash' ? text.day.countedShort : format.count(line.receiptsCount)}</td>
				</>
			)}
			<td className="dticket__d">
				<DifferenceMark figure={line} currency={currency} cash={line.tender === 'cash'} />
			</td>
		</tr>
	);
}

/** The attributes that scripts rely on: minor units, empty where no source covers the tender. */
export function totalAttributes(line: Pick<TenderLine, 'tender' | 'ledgerMinor' | 'receiptsMinor'>) {
	const receipts = line.receiptsMinor;
	return {
		'data-testid': 'day-total',
		'data-tender': line.tender,
		'data-ledger': line.ledgerMinor,
		'data-receipts': receipts ?? '',
		'data-difference': receipts === null ? '' : receipts - line.ledgerMinor,
	};
}

/** Before the blind count is made, an amount that would give the answer away stays under lock. */
export function LockedAmount() {
	const { text } = useMessages();
	return (
		<span className="mark cap2">
			<Lock className="i" aria-hidden="true" />
			{text.day.afterCount}
		</span>
	);
}

type AwaitedProps = { readonly tender: Tender; readonly until: Instant | null; readonly offset: OffsetMinutes };

function AwaitedBill({ tender, until, offset }: AwaitedProps) {
	const { text } = useMessages();
	const when = useWhen(offset);
	const words = tender === 'cash' ? text.day.notCounted : until === null ? text.day.noBillYet : text.day.billDue(when(until));
	return (
		<span className="mark is-wait">
			<Glyph name={tender === 'cash' ? 'cash' : 'wait'} />
			<span className="dticket__due">{words}</span>
		</span>
	);
}

type FootProps = { readonly lines: readonly TenderLine[]; readonly currency: Currency; readonly cashLocked: boolean };

function TicketFoot({ lines, currency, cashLocked }: FootProps) {
	const { text, format } = useMessages();
	const electronic = lines.filter((line) => line.tender !== 'cash');
	const cash = lines.find((line) => line.tender === 'cash');
	const shown = cashLocked ? electronic : lines;
	return (
		<tfoot>
			<tr>
				<th scope="row">{cashLocked && cash ? text.day.totalWithoutCash : text.day.ourTotal}</th>
				<td className="dticket__n b">{format.count(sum(shown.map((line) => line.salesCount)))}</td>
				<td className="dticket__v">
					<MoneyText minor={sum(shown.map((line) => line.ledgerMinor))} currency={currency} />
				</td>
				<td className="dticket__hole" />
				<td colSpan={3} className="dticket__w">
					<span className="dticket__sums">
						<Sum label={text.common.short} minor={sum(electronic.map((line) => line.shortMinor))} currency={currency} gap />
						<Sum label={text.common.over} minor={sum(electronic.map((line) => line.overMinor))} currency={currency} />
						{cash && cash.shortMinor > 0 && <Sum label={text.day.cashShort} minor={cash.shortMinor} currency={currency} gap />}
						{cash && cash.overMinor > 0 && <Sum label={text.day.cashOver} minor={cash.overMinor} currency={currency} />}
					</span>
				</td>
			</tr>
		</tfoot>
	);
}

function Sum({ label, minor, currency, gap = false }: { readonly label: string; readonly minor: Minor; readonly currency: Currency; readonly gap?: boolean }) {
	const orange = gap && minor > 0;
	return (
		<span>
			<b className={orange ? 'is-gap' : ''}>{label}</b>
			<MoneyText minor={minor} currency={currency} gap={orange} />
		</span>
	);
}

function sum(values: readonly number[]): number {
	return values.reduce((total, value) => total + value, 0);
}
