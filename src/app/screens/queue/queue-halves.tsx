import type { ReactNode } from 'react';
import type { Sale } from '../../../domain/ledger/sale.ts';
import type { Receipt } from '../../../domain/receipts/receipt.ts';
import { zoneOffset } from '../../../domain/time.ts';
import type { QueueDetail } from '../../../storage/queries/queue/queue-lists.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { useServices } from '../../shell/services.ts';
import { FactList, SideLabel } from '../../ui/half-card.tsx';
import { receiptFacts, receiptNumber, saleFacts } from '../../ui/half-facts.ts';
import { MoneyText } from '../../ui/money-text.tsx';

/** Ours on the left, theirs on the right; what is missing is an empty place on its side, what disagrees is out of step. */
export function QueueHalves({ detail }: { readonly detail: QueueDetail }) {
	const { sales, receipts, leg } = detail;
	const seam = useSeam(detail);
	const [sale] = sales;
	const [receipt] = receipts;
	return (
		<div className={`pair queue-pair${seam === null ? '' : ' is-off'}`}>
			{sale ? <OursHalf sales={sales} other={receipt ?? null} /> : <OursSlot detail={detail} />}
			{seam !== null && <b className="seam">{seam}</b>}
			{receipt ? <TheirsHalf receipts={receipts} detail={detail} other={sale ?? null} /> : <TheirsSlot detail={detail} leg={leg} />}
		</div>
	);
}

/** What the two halves disagree about; null where one of them is missing. */
function useSeam({ discrepancy, sales, receipts }: QueueDetail): string | null {
	const { text, format } = useMessages();
	const words = text.queue.seam;
	const money = format.money(discrepancy.amountMinor, discrepancy.currency);
	if (sales.length === 0 || receipts.length === 0) return null;
	switch (discrepancy.kind) {
		case 'amount_short':
			return words.short(money);
		case 'amount_over':
			return words.over(money);
		case 'duplicate_charge':
			return words.twice(money);
		case 'tender_mismatch':
			return words.tender;
		case 'status_mismatch':
			return words.status;
		case 'offline_declined':
			return words.declined;
		default:
			return null;
	}
}

function OursHalf({ sales, other }: { readonly sales: readonly Sale[]; readonly other: Receipt | null }) {
	const messages = useMessages();
	const [sale] = sales;
	if (!sale) return null;
	return (
		<div className="half half--ours queue-half">
			<SideLabel side="ours" />
			<Amount minor={sale.kind === 'refund' ? -sale.amountMinor : sale.amountMinor} currency={sale.currency} differs={false} />
			{sales.length === 1 ? (
				<FactList facts={saleFacts(messages, sale, other)} />
			) : (
				<MemberList
					members={sales.map((one) => ({
						id: one.id,
						name: messages.text.sell.number(messages.format.count(one.number)),
						at: messages.format.clock(one.at, one.offset),
						money: one.amountMinor === sale.amountMinor ? null : messages.format.money(one.amountMinor, one.currency),
					}))}
				/>
			)}
		</div>
	);
}

type TheirsProps = { readonly receipts: readonly Receipt[]; readonly detail: QueueDetail; readonly other: Sale | null };

function TheirsHalf({ receipts, detail, other }: TheirsProps) {
	const messages = useMessages();
	const { kind } = detail.discrepancy;
	const [receipt] = receipts;
	if (!receipt) return null;
	const differs = kind === 'amount_short' || kind === 'amount_over';
	const negative = receipt.kind === 'refund' || receipt.kind === 'void' || receipt.kind === 'chargeback';
	return (
		<div className="half half--theirs queue-half">
			<SideLabel side="theirs" leg={receipt.leg} />
			<Amount minor={negative ? -receipt.amountMinor : receipt.amountMinor} currency={receipt.currency} differs={differs} />
			{receipts.length === 1 ? (
				<FactList facts={receiptFacts(messages, receipt, other)} />
			) : (
				<MemberList
					members={receipts.map((one) => ({
						id: one.id,
						name: receiptNumber(messages, one) ?? messages.text.evidence.leg[one.leg],
						at: messages.format.clock(one.at, one.offset),
						money: one.amountMinor === receipt.amountMinor ? null : messages.format.money(one.amountMinor, one.currency),
					}))}
				/>
			)}
		</div>
	);
}

function Amount({ minor, currency, differs }: { readonly minor: number; readonly currency: string; readonly differs: boolean }) {
	return (
		<span className={differs ? 'queue-differs' : undefined}>
			<MoneyText minor={minor} currency={currency} size="big" gap={differs} />
		</span>
	);
}

type Member = { readonly id: string; readonly name: string; readonly at: string; readonly money: string | null };

function MemberList({ members }: { readonly members: readonly Member[] }) {
	return (
		<ul className="queue-members">
			{members.map(({ id, name, at, money }) => (
				<li key={id}>
					<b>{at}</b> <span>{name}</span> {money && <b>{money}</b>}
				</li>
			))}
		</ul>
	);
}

function TheirsSlot({ detail, leg }: { readonly detail: QueueDetail; readonly leg: QueueDetail['leg'] }) {
	const { text, format } = useMessages();
	const { zone } = useServices().shop;
	const words = text.queue.slot;
	const { coveredTo, discrepancy } = detail;
	return (
		<Slot title={words.theirs[leg]}>
			{coveredTo !== null && <small>{words.covered(format.moment(coveredTo, zoneOffset(zone, coveredTo)))}</small>}
			<OutageLine outage={detail.outage} offset={zoneOffset(zone, discrepancy.at)} />
		</Slot>
	);
}

function OursSlot({ detail }: { readonly detail: QueueDetail }) {
	const { text, format } = useMessages();
	const { zone } = useServices().shop;
	const words = text.queue.slot;
	const { discrepancy, equalNearby, receipts } = detail;
	const unit = format.money(receipts[0]?.amountMinor ?? discrepancy.amountMinor, discrepancy.currency);
	return (
		<Slot title={words.ours}>
			<small>{equalNearby === 0 ? words.noneNearby(unit) : words.nearby(format.count(equalNearby), unit)}</small>
			<OutageLine outage={detail.outage} offset={zoneOffset(zone, discrepancy.at)} />
		</Slot>
	);
}

function OutageLine({ outage, offset }: { readonly outage: QueueDetail['outage']; readonly offset: number }) {
	const { text, format } = useMessages();
	if (!outage) return null;
	const from = format.minute(outage.startedAt, offset);
	const words = text.queue.slot;
	return (
		<small>{outage.endedAt === null ? words.outageOpen(from) : words.outage(from, format.minute(outage.endedAt, offset), format.count(outage.sales))}</small>
	);
}

function Slot({ title, children }: { readonly title: string; readonly children: ReactNode }) {
	return (
		<div className="slot queue-half">
			<span>
				{title}
				{children}
			</span>
		</div>
	);
}
