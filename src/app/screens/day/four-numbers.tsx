import type { ReactNode } from 'react';
import type { Tender } from '../../../domain/ledger/tender.ts';
import type { Currency, Minor } from '../../../domain/money.ts';
import type { DayView, TenderLine } from '../../../storage/queries/day/day-view.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { LockedAmount, totalAttributes } from '../../ui/day-ticket.tsx';
import { DifferenceMark } from '../../ui/difference-mark.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import { TenderIcon } from '../../ui/tender-icon.tsx';

type Group = 'cash' | 'card' | 'scan' | 'refunds';
type Props = { readonly view: DayView; readonly now: Group | null; readonly cashLocked: boolean; readonly countingMinor: Minor | null };

/** Drawer, terminal, wallets, refunds: four numbers that are looked at one by one and never added up. */
export function FourNumbers({ view, now, cashLocked, countingMinor }: Props) {
	const { text } = useMessages();
	const { currency } = view;
	const of = (pick: (tender: Tender) => boolean) => view.tenders.filter(({ tender }) => pick(tender));
	const cash = view.tenders.find(({ tender }) => tender === 'cash') ?? null;
	const groups = [
		{ group: 'card', lines: of((tender) => tender === 'card') },
		{ group: 'scan', lines: of((tender) => tender !== 'card' && tender !== 'cash') },
	] as const;
	return (
		<aside className="day__fours" aria-label={text.day.foursLabel}>
			<Four group="cash" now={now}>
				<CashNumbers view={view} line={cash} locked={cashLocked} countingMinor={countingMinor} />
			</Four>
			{groups.map(({ group, lines }) =>
				lines.length === 0 ? null : (
					<Four key={group} group={group} now={now}>
						{lines.map((line) => (
							<TenderNumbers key={line.tender} line={line} currency={currency} />
						))}
					</Four>
				),
			)}
			<Four group="refunds" now={now}>
				<RefundNumbers view={view} />
			</Four>
			<p className="cap2 day__fours-note">{text.day.foursNote}</p>
		</aside>
	);
}

function Four({ group, now, children }: { readonly group: Group; readonly now: Group | null; readonly children: ReactNode }) {
	const { text } = useMessages();
	return (
		<section className={`day__four${group === now ? ' is-now' : ''}`} aria-label={text.day.fours[group]}>
			<b className="day__four-title">{text.day.fours[group]}</b>
			{children}
		</section>
	);
}

type CashProps = { readonly view: DayView; readonly line: TenderLine | null; readonly locked: boolean; readonly countingMinor: Minor | null };

function CashNumbers({ view, line, locked, countingMinor }: CashProps) {
	const { text } = useMessages();
	const { currency } = view;
	const counted = view.cash.count?.countedMinor ?? countingMinor;
	return (
		<div className="day__nums" {...(line ? totalAttributes(line) : {})}>
			<Numbers
				ours={locked || !view.cash.count ? <LockedAmount /> : <MoneyText minor={view.cash.count.expectedMinor} currency={currency} />}
				theirs={counted === null ? <span className="cap">—</span> : <MoneyText minor={counted} currency={currency} />}
			/>
			<div className="day__num day__num--d">
				<span className="cap">{text.day.difference}</span>
				{locked || !line ? <span className="cap">—</span> : <DifferenceMark figure={line} currency={currency} cash />}
			</div>
		</div>
	);
}

function TenderNumbers({ line, currency }: { readonly line: TenderLine; readonly currency: Currency }) {
	const { text } = useMessages();
	return (
		<div className="day__nums" {...totalAttributes(line)}>
			<div className="day__num day__num--t">
				<span className="mark b">
					<TenderIcon tender={line.tender} className="i i--s" />
					{text.common.tender[line.tender]}
				</span>
				{line.receiptsMinor === null ? (
					<span className="mark is-wait cap2">
						<Glyph name="wait" />
						{text.day.noBillYet}
					</span>
				) : (
					<DifferenceMark figure={line} currency={currency} />
				)}
			</div>
			<Numbers
				ours={<MoneyText minor={line.ledgerMinor} currency={currency} />}
				theirs={line.receiptsMinor === null ? <span className="cap">—</span> : <MoneyText minor={line.receiptsMinor} currency={currency} />}
			/>
		</div>
	);
}

function RefundNumbers({ view }: { readonly view: DayView }) {
	const { text } = useMessages();
	const { refunds, currency } = view;
	const even = refunds.receiptsMinor !== null && refunds.receiptsMinor === refunds.minor;
	return (
		<div className="day__nums">
			<Numbers
				ours={<MoneyText minor={refunds.minor} currency={currency} />}
				theirs={refunds.receiptsMinor === null ? <span className="cap">—</span> : <MoneyText minor={refunds.receiptsMinor} currency={currency} />}
			/>
			<div className="day__num day__num--d">
				<span className="cap">{text.day.difference}</span>
				{refunds.receiptsMinor === null ? (
					<span className="cap">—</span>
				) : even ? (
					<span className="mark is-match b">
						<Glyph name="joined" />
						{text.day.even}
					</span>
				) : (
					<MoneyText minor={refunds.receiptsMinor - refunds.minor} currency={currency} signed gap />
				)}
			</div>
		</div>
	);
}

function Numbers({ ours, theirs }: { readonly ours: ReactNode; readonly theirs: ReactNode }) {
	const { text } = useMessages();
	return (
		<dl className="day__num day__num--pair">
			<div>
				<dt>{text.day.expected}</dt>
				<dd>{ours}</dd>
			</div>
			<div>
				<dt>{text.day.actual}</dt>
				<dd>{theirs}</dd>
			</div>
		</dl>
	);
}
