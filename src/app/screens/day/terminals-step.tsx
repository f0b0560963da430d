import { FileDown } from 'lucide-react';
import { Link } from 'wouter';
import type { DayView, TerminalLine } from '../../../storage/queries/day/day-view.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { DifferenceMark } from '../../ui/difference-mark.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import { terminalName } from '../../ui/terminal-name.ts';
import { useWhen } from '../../ui/use-when.ts';

/** Each terminal's ledger against its receipts, which bills are there, and what must be queried before the day ends. */
export function TerminalsStep({ view, onForward }: { readonly view: DayView; readonly onForward: () => void }) {
	const { text, format } = useMessages();
	const { pending, currency } = view;
	return (
		<section className="day__page" aria-labelledby="day-terminals-title">
			<h2 className="h1" id="day-terminals-title" tabIndex={-1}>
				{text.day.terminalsTitle}
			</h2>
			<p className="cap2">{text.day.terminalsHint}</p>
			{pending.unknown > 0 && (
				<p className="say">
					<Glyph name="near" className="is-gap" />
					<span className="grow">
						<b>{text.day.unknownTitle}</b> {text.day.unknownText(format.count(pending.unknown), format.money(pending.unknownMinor, currency))}
					</span>
					<Link className="btn" href={`/ledger?day=${view.day}`}>
						{text.day.see}
					</Link>
				</p>
			)}
			{view.terminals.length === 0 ? (
				<p className="say">{text.day.terminalEmpty}</p>
			) : (
				<ul className="day__terminals">
					{view.terminals.map((line) => (
						<TerminalRow key={line.terminalId ?? ''} line={line} view={view} />
					))}
				</ul>
			)}
			<Bills view={view} />
			<div className="day__result-foot">
				<button type="button" className="btn btn--go btn--big" onClick={onForward}>
					{text.day.forward}
				</button>
			</div>
		</section>
	);
}

function TerminalRow({ line, view }: { readonly line: TerminalLine; readonly view: DayView }) {
	const { text, format } = useMessages();
	const stance = line.receiptsMinor === null ? '' : line.shortMinor + line.overMinor > 0 ? ' is-off' : line.awaitingCount > 0 ? ' day__apart' : ' is-joined';
	return (
		<li className="day__terminal">
			<div className="day__terminal-head">
				<b>{terminalName(line.name, text)}</b>
				<span className="cap2">{text.common.sales(format.count(line.salesCount))}</span>
				<span className="day__terminal-diff">
					<DifferenceMark figure={line} currency={view.currency} />
				</span>
			</div>
			<div className={`pair${stance}`}>
				<div className="half half--ours">
					<span className="side">{text.common.ours}</span>
					<MoneyText minor={line.ledgerMinor} currency={view.currency} />
				</div>
				{line.receiptsMinor === null ? (
					<div className="slot slot--wait half">{text.day.noBillYet}</div>
				) : (
					<div className="half half--theirs">
						<span className="side">{text.common.theirs}</span>
						<MoneyText minor={line.receiptsMinor} currency={view.currency} />
					</div>
				)}
			</div>
		</li>
	);
}

function Bills({ view }: { readonly view: DayView }) {
	const { text, format } = useMessages();
	const when = useWhen(view.offset);
	const tenders = view.uncovered.map((tender) => text.common.tender[tender]).join(text.day.listComma);
	return (
		<div className="day__bills">
			<h3 className="h3">{text.day.sourcesTitle}</h3>
			<p className="cap2">{view.covered ? text.day.billsTo(when(view.covered.to)) : text.day.noBills}</p>
			{view.uncovered.length > 0 && <p className="cap2">{text.day.uncovered(tenders)}</p>}
			{view.awaiting.count > 0 && (
				<p className="cap2">
					{text.day.awaitingTotal(format.count(view.awaiting.count), format.money(view.awaiting.minor, view.currency))}
					{view.awaiting.until !== null && ` · ${text.day.until(when(view.awaiting.until))}`}
				</p>
			)}
			<Link className="btn" href="/import">
				<FileDown className="i i--s" aria-hidden="true" />
				{text.day.importBill}
			</Link>
		</div>
	);
}
