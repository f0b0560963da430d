import { Check, CircleHelp, LoaderCircle, TriangleAlert } from 'lucide-react';
import type { PointerEvent, ReactNode } from 'react';
import { leavesReceipt } from '../../../domain/ledger/tender.ts';
import type { RecentSale } from '../../../storage/queries/till.ts';
import { useMessages } from '../../messages/messages-context.ts';
import type { UnsavedSale } from '../../state/till.ts';
import { MoneyText } from '../../ui/money-text.tsx';
import { TenderIcon } from '../../ui/tender-icon.tsx';

type Props = {
	readonly recent: RecentSale;
	readonly newest: boolean;
	readonly twin: boolean;
	readonly onUndo: () => void;
	readonly onAdd: () => void;
	readonly onTwo: () => void;
};

const keepFocus = (event: PointerEvent) => event.preventDefault();

/** One stub of 刚才: ours on the left, on the right what has come of it, or what it waits for. */
export function RecentRow({ recent, newest, twin, onUndo, onAdd, onTwo }: Props) {
	const { text, format } = useMessages();
	const { sale } = recent;
	const reversed = sale.reversedBy !== null;
	const whole = !leavesReceipt(sale.tender) || reversed;
	return (
		<li
			className={`recent${reversed ? ' recent--reversed' : ''}`}
			data-testid="recent-sale"
			data-seq={sale.seq}
			data-minor={sale.kind === 'refund' ? -sale.amountMinor : sale.amountMinor}
			data-tender={sale.tender}
			data-state={reversed ? 'reversed' : recent.standing}
			data-result={sale.state}
		>
			<div className={`pair${recent.standing === 'matched' && !whole ? ' is-joined' : ''}`}>
				<div className={`half ${whole ? 'half--whole' : 'half--ours'} stub`}>
					<MoneyText minor={sale.kind === 'refund' ? -sale.amountMinor : sale.amountMinor} currency={sale.currency} />
					<span className="stub__seq cap">{text.sell.number(format.count(sale.number))}</span>
					<span className="stub__tender mark">
						<TenderIcon tender={sale.tender} className="i i--s" />
						{sale.kind === 'refund' ? `${text.sell.refund} · ${text.common.tender[sale.tender]}` : text.common.tender[sale.tender]}
					</span>
					<span className="stub__at cap">{format.clock(sale.at, sale.offset)}</span>
					{whole && <Saved first={text.sell.savedLocal} second={reversed ? text.sell.reversed : text.sell.cashNoMatch} className="stub__saved" />}
				</div>
				{!whole && <OtherHalf recent={recent} twin={twin} />}
			</div>
			{twin ? (
				<button type="button" className="btn recent__a" onPointerDown={keepFocus} onClick={onTwo}>
					{text.sell.two}
				</button>
			) : null}
			{!reversed && (
				<button
					type="button"
					className={`btn recent__a${newest || twin ? '' : ' btn--quiet'}`}
					onPointerDown={keepFocus}
					onClick={onUndo}
					aria-label={`${text.sell.undo} ${text.sell.number(format.count(sale.number))}`}
				>
					{text.sell.undo}
				</button>
			)}
			{!twin && !reversed && (
				<button
					type="button"
					className="btn btn--quiet recent__a recent__b"
					onPointerDown={keepFocus}
					onClick={onAdd}
					aria-label={`${text.sell.add} ${text.sell.number(format.count(sale.number))}`}
				>
					{text.sell.add}
				</button>
			)}
		</li>
	);
}

function OtherHalf({ recent, twin }: { readonly recent: RecentSale; readonly twin: boolean }) {
	const { text } = useMessages();
	const { sale, standing } = recent;
	if (twin) return <Waiting first={text.sell.twin} second={text.sell.twinAsk} />;
	if (standing === 'matched') {
		return (
			<div className="half half--theirs back">
				<b className="mark is-match">
					<Check className="i" aria-hidden="true" />
					{text.sell.matched}
				</b>
				{recent.voucher && <span className="cap">{text.sell.voucher(recent.voucher)}</span>}
			</div>
		);
	}
	if (standing === 'gap')
		return (
			<Waiting first={text.sell.gap} second={text.common.kind[recent.gap ?? 'missing_at_terminal']} icon={<TriangleAlert className="i" aria-hidden="true" />} />
		);
	if (sale.state === 'result_unknown')
		return <Waiting first={text.sell.queryFirst} second={text.sell.kinds.result_unknown} icon={<CircleHelp className="i" aria-hidden="true" />} />;
	if (sale.state !== 'paid_confirmed')
		return <Waiting first={text.sell.savedLocal} second={text.sell.kinds[sale.state]} icon={<Check className="i" aria-hidden="true" />} />;
	return <Waiting first={text.sell.savedLocal} second={text.sell.awaiting} icon={<Check className="i" aria-hidden="true" />} />;
}

function Waiting({ first, second, icon }: { readonly first: string; readonly second: string; readonly icon?: ReactNode }) {
	return (
		<div className="slot slot--wait back">
			<span className="mark b">
				{icon}
				{first}
			</span>
			<span className="cap">{second}</span>
		</div>
	);
}

function Saved({ first, second, className }: { readonly first: string; readonly second: string; readonly className: string }) {
	return (
		<span className={className}>
			<span className="mark b">
				<Check className="i" aria-hidden="true" />
				{first}
			</span>
			<span className="cap">{second}</span>
		</span>
	);
}

type UnsavedProps = { readonly sale: UnsavedSale; readonly onRetry: () => void; readonly onDrop: () => void };

/** A tap that is not safe yet: no tick, and nothing pretends otherwise. */
export function UnsavedRow({ sale, onRetry, onDrop }: UnsavedProps) {
	const { text } = useMessages();
	const refund = sale.next.kind === 'refund';
	return (
		<li className="recent" data-testid="unsaved-sale" data-minor={sale.amountMinor} data-tender={sale.tender} data-state={sale.problem ? 'failed' : 'saving'}>
			<div className="pair">
				<div className="half half--ours stub">
					<MoneyText minor={refund ? -sale.amountMinor : sale.amountMinor} />
					<span className="stub__tender mark">
						<TenderIcon tender={sale.tender} className="i i--s" />
						{text.common.tender[sale.tender]}
					</span>
				</div>
				{sale.problem ? (
					<Waiting first={text.sell.notSaved} second={text.problems[sale.problem.code].what} icon={<TriangleAlert className="i" aria-hidden="true" />} />
				) : (
					<Waiting first={text.sell.saving} second="" icon={<LoaderCircle className="i" aria-hidden="true" />} />
				)}
			</div>
			{sale.problem && (
				<>
					<button type="button" className="btn recent__a" onClick={onRetry}>
						{text.sell.saveAgain}
					</button>
					<button type="button" className="btn btn--quiet recent__a" onClick={onDrop}>
						{text.sell.drop}
					</button>
				</>
			)}
		</li>
	);
}
