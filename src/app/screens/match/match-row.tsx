import { Check, ChevronRight, Clock, Search, Undo2, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Discrepancy } from '../../../domain/discrepancies/discrepancy.ts';
import type { MatchRow } from '../../../storage/queries/match/rows.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { dayToReview, useServices } from '../../shell/services.ts';
import { hypothesisTexts, reasonsText } from '../../ui/evidence-text.ts';
import { Glyph } from '../../ui/glyph.tsx';
import { EmptyHalf, ReceiptHalf, SaleHalf } from '../../ui/half-card.tsx';
import { KindGlyph } from '../../ui/kind-glyph.tsx';
import type { Finding } from './match-find.tsx';
import { seamText } from './seam-text.ts';
import type { MatchDecisions } from './use-match-decisions.ts';

type Props = { readonly row: MatchRow; readonly decisions: MatchDecisions; readonly onFind: (finding: Finding) => void };

/** One line of the board: its shape tells the state, the words below tell why. */
export function MatchRowLine({ row, decisions, onFind }: Props) {
	switch (row.kind) {
		case 'pair':
			return <PairLine row={row} decisions={decisions} />;
		case 'gap':
			return <GapLine row={row} onFind={onFind} />;
		case 'wait':
			return <WaitLine row={row} />;
		case 'out':
			return <OutLine row={row} />;
	}
}

type Of<K extends MatchRow['kind']> = Extract<MatchRow, { kind: K }>;

function useMoney(row: MatchRow): string {
	const { format } = useMessages();
	const [member] = [...row.sales, ...row.receipts];
	return member ? format.money(member.amountMinor, member.currency) : '';
}

function PairLine({ row, decisions }: { readonly row: Of<'pair'>; readonly decisions: MatchDecisions }) {
	const messages = useMessages();
	const { text } = messages;
	const money = useMoney(row);
	const { match, discrepancy } = row;
	const facing = !match.confirmed && match.band !== 'auto';
	const seam = seamText(messages, row);
	const shape = seam !== null ? 'off' : facing ? 'near' : 'joined';
	const ids = { 'data-band': match.band, 'data-sales': match.sales.join(), 'data-receipts': match.receipts.join() };
	return (
		<article className={`match-row match-row--${shape}`} data-testid="match-pair" data-confirmed={match.confirmed} {...ids}>
			<div className={`pair pair--auto${shape === 'joined' ? ' is-joined' : ''}${shape === 'off' ? ' is-off' : ''}`}>
				<Halves row={row} side="ours" joined={shape === 'joined'} />
				{shape === 'near' && (
					<button type="button" className="btn match-ok" disabled={decisions.busy} onClick={() => decisions.confirm([match], text.match.joined(money))}>
						{text.match.ok}
						<Check className="i" aria-hidden="true" />
					</button>
				)}
				{seam !== null && <b className="seam">{seam}</b>}
				<Halves row={row} side="theirs" joined={shape === 'joined'} />
			</div>
			<PairEnd row={row} money={money} decisions={decisions} />
			<p className="match-row__why">
				{discrepancy ? <KindMark discrepancy={discrepancy} /> : <BandMark row={row} />}
				<span>{reasonsText(messages, match)}</span>
				<ConfirmedBy row={row} />
			</p>
		</article>
	);
}

function Halves({ row, side, joined }: { readonly row: MatchRow; readonly side: 'ours' | 'theirs'; readonly joined: boolean }) {
	const halves =
		side === 'ours'
			? row.sales.map((sale) => <SaleHalf key={sale.id} sale={sale} />)
			: row.receipts.map((receipt) => <ReceiptHalf key={receipt.id} receipt={receipt} />);
	if (halves.length <= 1) return halves;
	return <div className={`match-two match-two--${side}${joined ? ' is-joined' : ''}`}>{halves}</div>;
}

function PairEnd({ row, money, decisions }: { readonly row: Of<'pair'>; readonly money: string; readonly decisions: MatchDecisions }) {
	const { text } = useMessages();
	const { match, confirmation, discrepancy } = row;
	const isOpen = discrepancy !== null && (discrepancy.state === 'open' || discrepancy.state === 'snoozed');
	return (
		<div className="match-row__end">
			{isOpen && <WorkLink discrepancy={discrepancy} />}
			{confirmation ? (
				<button
					type="button"
					className="btn btn--quiet"
					disabled={decisions.busy}
					aria-label={text.match.undoLabel(money)}
					onClick={() => decisions.undo([confirmation.decision])}
				>
					<Undo2 className="i i--s" aria-hidden="true" />
					{text.common.undo}
				</button>
			) : (
				!isOpen && (
					<button
						type="button"
						className="btn btn--quiet"
						disabled={decisions.busy}
						aria-label={text.match.notSameLabel(money)}
						onClick={() => decisions.reject(match, text.match.split(money))}
					>
						<X className="i i--s" aria-hidden="true" />
						{text.match.notSame}
					</button>
				)
			)}
		</div>
	);
}

function WorkLink({ discrepancy }: { readonly discrepancy: Discrepancy }) {
	const { text } = useMessages();
	return (
		<Link className="btn btn--quiet" href={`/queue?id=${encodeURIComponent(discrepancy.id)}`}>
			{text.match.work}
			<ChevronRight className="i i--s" aria-hidden="true" />
		</Link>
	);
}

function BandMark({ row: { match } }: { readonly row: Of<'pair'> }) {
	const { text } = useMessages();
	const certain = match.confirmed || match.band === 'auto';
	return (
		<b className={`mark${certain ? ' is-match' : ''}`}>
			{certain ? <Check className="i" aria-hidden="true" /> : <Search className="i" aria-hidden="true" />}
			{match.confirmed ? text.common.band.auto : text.common.band[match.band]}
		</b>
	);
}

function KindMark({ discrepancy }: { readonly discrepancy: Discrepancy }) {
	const { text } = useMessages();
	const worked = discrepancy.state !== 'open';
	return (
		<b className={`mark${worked ? '' : ' is-gap'}`}>
			<KindGlyph kind={discrepancy.kind} className={worked ? '' : 'is-gap'} />
			{text.common.kind[discrepancy.kind]}
			{worked && ` · ${text.match.state[discrepancy.state]}`}
		</b>
	);
}

function ConfirmedBy({ row: { confirmation } }: { readonly row: Of<'pair'> }) {
	const { text, format } = useMessages();
	if (!confirmation) return null;
	return <span className="cap">{text.match.confirmedBy(confirmation.actor, format.moment(confirmation.at, confirmation.offset))}</span>;
}

function GapLine({ row, onFind }: { readonly row: Of<'gap'>; readonly onFind: Props['onFind'] }) {
	const messages = useMessages();
	const { text } = messages;
	const services = useServices();
	const money = useMoney(row);
	const { discrepancy, sales, receipts } = row;
	const [cause] = hypothesisTexts(messages, discrepancy.hypotheses);
	const day = row.sales[0]?.day ?? discrepancy.day ?? dayToReview(services);
	const find = () =>
		onFind({
			money,
			anchors: sales.length > 0 ? sales.map((sale) => ({ side: 'ours', sale })) : receipts.map((receipt) => ({ side: 'theirs', receipt, day })),
		});
	const empty = (words: string) => (
		<EmptyHalf>
			<span className="nb">{words}</span>
			<button type="button" className="btn" onClick={find}>
				<Search className="i i--s" aria-hidden="true" />
				{text.match.find}
			</button>
		</EmptyHalf>
	);
	const isOpen = discrepancy.state === 'open' || discrepancy.state === 'snoozed';
	return (
		<article className="match-row match-row--gap" data-testid="match-gap" data-kind={discrepancy.kind} data-id={discrepancy.id}>
			<div className="pair pair--auto">
				{sales.length > 0 ? <Halves row={row} side="ours" joined={false} /> : empty(text.match.oursMissing)}
				{receipts.length > 0 ? <Halves row={row} side="theirs" joined={false} /> : empty(text.match.theirsMissing[legOf(discrepancy)])}
			</div>
			<div className="match-row__end">{isOpen && <WorkLink discrepancy={discrepancy} />}</div>
			<Why mark={<KindMark discrepancy={discrepancy} />}>
				{[countNote(messages, discrepancy), cause && text.evidence.perhaps(cause.what, cause.likely)].filter(Boolean).join(text.evidence.joiner)}
			</Why>
		</article>
	);
}

function legOf({ kind }: Discrepancy): 'terminal' | 'provider' | 'bank' {
	if (kind === 'missing_at_provider') return 'provider';
	return kind === 'missing_at_bank' ? 'bank' : 'terminal';
}

function countNote({ text, format }: ReturnType<typeof useMessages>, { count, sales, receipts }: Discrepancy): string | null {
	const members = Math.max(sales.length, receipts.length);
	return members > count && count > 0 ? text.queue.twins(format.count(members), format.count(count)) : null;
}

function WaitLine({ row }: { readonly row: Of<'wait'> }) {
	const { text, format } = useMessages();
	return (
		<article className="match-row match-row--wait" data-testid="match-wait" data-sales={row.sales.map((sale) => sale.id).join()}>
			<div className="pair pair--auto">
				<Halves row={row} side="ours" joined={false} />
				<EmptyHalf wait>
					<Clock className="i i--s" aria-hidden="true" />
					{text.match.waitUntil(format.moment(row.dueAt, row.offset))}
				</EmptyHalf>
			</div>
			<div className="match-row__end" />
			<Why
				mark={
					<b className="mark is-wait">
						<Glyph name="wait" />
						{text.match.waiting}
					</b>
				}
			>
				{text.match.waitWhy}
			</Why>
		</article>
	);
}

function OutLine({ row }: { readonly row: Of<'out'> }) {
	const { text } = useMessages();
	return (
		<article className="match-row match-row--out" data-testid="match-out" data-reason={row.reason}>
			<div className={`pair pair--auto${row.sales.length > 0 && row.receipts.length > 0 ? ' is-joined' : ''}`}>
				<Halves row={row} side="ours" joined={false} />
				<Halves row={row} side="theirs" joined={false} />
			</div>
			<div className="match-row__end" />
			<Why
				mark={
					<b className="mark">
						<Glyph name="whole" />
						{text.match.tabs.out}
					</b>
				}
			>
				{text.match.outReason[row.reason]}
			</Why>
		</article>
	);
}

function Why({ mark, children }: { readonly mark: ReactNode; readonly children: ReactNode }) {
	return (
		<p className="match-row__why">
			{mark}
			<span>{children}</span>
		</p>
	);
}
