import { Link } from 'wouter';
import type { SaleId } from '../../../domain/ids.ts';
import type { Sale } from '../../../domain/ledger/sale.ts';
import type { Shop } from '../../../domain/ledger/shop.ts';
import type { SaleDetail } from '../../../storage/queries/ledger/ledger-sale.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { useServices } from '../../shell/services.ts';
import { reasonsText } from '../../ui/evidence-text.ts';
import { FactList, SideLabel } from '../../ui/half-card.tsx';
import { receiptFacts, saleFacts } from '../../ui/half-facts.ts';
import { MoneyText } from '../../ui/money-text.tsx';
import { ReceiptNotes } from './receipt-notes.tsx';
import { standingLook } from './standing-look.ts';

type Props = { readonly detail: SaleDetail; readonly onShow: (sale: SaleId) => void };

/** Our half and theirs: joined, out of step, facing, or an empty place that says what is expected there. */
export function DetailPair({ detail, onShow }: Props) {
	const messages = useMessages();
	const { text, format } = messages;
	const { shop } = useServices();
	const { sale, standing, match, receipts, refunds, refundOf } = detail;
	const shape = standing.kind === 'matched' ? ' is-joined' : standing.kind === 'gap' && receipts.length > 0 ? ' is-off' : '';
	const whole = standing.kind === 'whole' || standing.kind === 'undone' || standing.kind === 'not_paid';
	return (
		<div className="ledger__record">
			<div className={`pair pair--auto${shape}`}>
				<OurHalf sale={sale} whole={whole && receipts.length === 0} other={receipts[0] ?? null} />
				{receipts.length > 0 ? (
					<div className="half half--theirs">
						{receipts.map((receipt) => (
							<div key={receipt.id} className="ledger__receipt">
								<SideLabel side="theirs" leg={receipt.leg} />
								<MoneyText
									size="big"
									minor={receipt.kind === 'sale' ? receipt.amountMinor : -receipt.amountMinor}
									currency={receipt.currency}
									gap={receipt.amountMinor !== sale.amountMinor}
								/>
								<FactList facts={receiptFacts(messages, { ...receipt, terminalId: nameOfTerminal(shop, receipt.terminalId) }, sale)} />
								{receipt.notes && <ReceiptNotes notes={receipt.notes} />}
							</div>
						))}
					</div>
				) : (
					!whole && <MissingHalf detail={detail} />
				)}
			</div>
			{match && (
				<p className="cap2">
					<b>{text.common.band[match.confirmed ? 'auto' : match.band]}</b> · {reasonsText(messages, match)}
				</p>
			)}
			<Standing detail={detail} />
			{(refunds.length > 0 || refundOf) && (
				<ul className="ledger__links">
					{refundOf && (
						<li>
							<button type="button" className="btn btn--quiet" onClick={() => onShow(refundOf.id)}>
								{text.ledger.linkedSale(format.count(refundOf.number), format.money(refundOf.amountMinor, refundOf.currency))}
							</button>
						</li>
					)}
					{refunds.map((refund) => (
						<li key={refund.id}>
							<button type="button" className="btn btn--quiet" onClick={() => onShow(refund.id)}>
								{text.ledger.linkedRefund(format.count(refund.number), format.money(refund.amountMinor, refund.currency))}
							</button>
						</li>
					))}
				</ul>
			)}
		</div>
	);
}

function OurHalf({ sale, whole, other }: { readonly sale: Sale; readonly whole: boolean; readonly other: SaleDetail['receipts'][number] | null }) {
	const messages = useMessages();
	const { shop } = useServices();
	const named = { ...sale, terminalId: nameOfTerminal(shop, sale.terminalId) };
	return (
		<div className={`half ${whole ? 'half--whole' : 'half--ours'}${sale.reversedBy === null ? '' : ' is-undone'}`}>
			<SideLabel side="ours" />
			<MoneyText size="big" minor={sale.kind === 'refund' ? -sale.amountMinor : sale.amountMinor} currency={sale.currency} />
			<FactList facts={saleFacts(messages, named, other)} />
		</div>
	);
}

function MissingHalf({ detail: { sale, standing, discrepancies } }: { readonly detail: SaleDetail }) {
	const { text, format } = useMessages();
	if (standing.kind === 'gap') {
		return <div className="slot">{text.common.kind[discrepancies[0]?.kind ?? standing.gap]}</div>;
	}
	return (
		<div className="slot slot--wait">
			{standing.kind === 'awaiting' ? text.ledger.waitUntil(format.moment(standing.dueAt, sale.offset)) : text.ledger.waits}
		</div>
	);
}

/** What is to be done, where something is. */
function Standing({ detail: { sale, standing } }: { readonly detail: SaleDetail }) {
	const { text } = useMessages();
	const look = standingLook(standing, text);
	if (standing.kind === 'gap' && (standing.work === 'open' || standing.work === 'snoozed')) {
		return (
			<p className="ledger__todo">
				<span className="chip chip--gap">{look.word}</span>
				<Link className="btn" href="/queue">
					{text.ledger.toQueue}
				</Link>
			</p>
		);
	}
	if (standing.kind === 'likely') {
		return (
			<p className="ledger__todo">
				<span className="chip">{look.word}</span>
				<Link className="btn" href={`/match?day=${sale.day}`}>
					{text.ledger.toMatch}
				</Link>
			</p>
		);
	}
	if (standing.kind === 'undone') return <p className="cap2">{text.ledger.undoneHalf}</p>;
	if (standing.kind === 'not_paid') return <p className="cap2">{text.ledger.notPaidHalf}</p>;
	return standing.kind === 'whole' ? <p className="cap2">{text.ledger.noOther}</p> : null;
}

/** What the terminal is called here; one that is not set up is called by its number. */
function nameOfTerminal(shop: Shop, terminalId: string | null): string | null {
	return shop.terminals.find(({ id }) => id === terminalId)?.name ?? terminalId;
}
