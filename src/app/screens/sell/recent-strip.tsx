import { ChevronRight, Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Sale } from '../../../domain/ledger/sale.ts';
import type { Minor } from '../../../domain/money.ts';
import type { RecentSale } from '../../../storage/queries/till.ts';
import { useMessages } from '../../messages/messages-context.ts';
import type { UnsavedSale } from '../../state/till.ts';
import { MoneyText } from '../../ui/money-text.tsx';
import { RecentRow, UnsavedRow } from './recent-row.tsx';
import { RECENT_SHOWN } from './recent-shown.ts';

/** Within so long an equal sale is asked about. */
const TWIN_WITHIN_MS = 10_000;

type Props = {
	readonly recent: readonly RecentSale[];
	readonly unsaved: readonly UnsavedSale[];
	readonly today: { readonly count: number; readonly sumMinor: Minor };
	readonly onUndo: (sale: Sale) => void;
	readonly onAdd: (sale: Sale) => void;
	readonly onRetry: (sale: UnsavedSale) => void;
	readonly onDrop: (sale: UnsavedSale) => void;
};

/** 刚才: the last stubs, each with its way back. There is no time limit on undoing. */
export function RecentStrip({ recent, unsaved, today, onUndo, onAdd, onRetry, onDrop }: Props) {
	const { text } = useMessages();
	const [settled, setSettled] = useState<ReadonlySet<string>>(new Set());
	const twin = twinOf(recent.map((row) => row.sale));
	const shown = recent.slice(0, Math.max(1, RECENT_SHOWN - unsaved.length));
	return (
		<section className="recents" aria-label={text.sell.recent}>
			<div className="recents__head">
				<h2 className="h2 grow">{text.sell.recent}</h2>
				<Link className="btn btn--quiet" href="/ledger">
					{text.sell.allSales}
					<ChevronRight className="i i--s" aria-hidden="true" />
				</Link>
			</div>
			{recent.length + unsaved.length === 0 ? (
				<div className="none">
					<div className="slot">{text.sell.empty}</div>
					<p className="lead">{text.sell.emptyHint}</p>
				</div>
			) : (
				<ol>
					{unsaved.map((sale) => (
						<UnsavedRow key={sale.key} sale={sale} onRetry={() => onRetry(sale)} onDrop={() => onDrop(sale)} />
					))}
					{shown.map((row, index) => (
						<RecentRow
							key={row.sale.id}
							recent={row}
							newest={index === 0}
							twin={twin === row.sale.id && !settled.has(row.sale.id)}
							onUndo={() => onUndo(row.sale)}
							onAdd={() => onAdd(row.sale)}
							onTwo={() => setSettled(new Set([...settled, row.sale.id]))}
						/>
					))}
				</ol>
			)}
			<Peek today={today} />
		</section>
	);
}

/** The newest sale, where it repeats the one before it so soon that it may be one tap too many. */
export function twinOf(newestFirst: readonly Sale[]): string | null {
	const [last, before] = newestFirst.filter((sale) => sale.reversedBy === null);
	if (!last || !before || newestFirst[0] !== last) return null;
	const same = last.amountMinor === before.amountMinor && last.tender === before.tender && last.kind === before.kind && last.terminalId === before.terminalId;
	return same && last.at - before.at >= 0 && last.at - before.at <= TWIN_WITHIN_MS ? last.id : null;
}

/** The day's total stays covered until somebody wants it: customers look at the tablet too. */
function Peek({ today }: Pick<Props, 'today'>) {
	const { text, format } = useMessages();
	const [open, setOpen] = useState(false);
	return (
		<div className="peek">
			<b>{text.sell.todayTotal}</b>
			<span className="grow">
				{open ? (
					<>
						<MoneyText minor={today.sumMinor} /> <span className="cap">{text.common.sales(format.count(today.count))}</span>
					</>
				) : (
					<span className="hidden-total" aria-hidden="true">
						· · · · · ·
					</span>
				)}
			</span>
			<button type="button" className="btn" aria-expanded={open} onClick={() => setOpen(!open)}>
				{open ? <EyeOff className="i" aria-hidden="true" /> : <Eye className="i" aria-hidden="true" />}
				{open ? text.sell.hide : text.sell.peek}
			</button>
		</div>
	);
}
