import { Link } from 'wouter';
import type { Adjustment } from '../../../domain/end-of-day/adjustments.ts';
import type { DayCloseRow, DayView } from '../../../storage/queries/day/day-view.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { DayTicket } from '../../ui/day-ticket.tsx';
import { SealDay } from '../../ui/glyphs/seal-day.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import { TenderIcon } from '../../ui/tender-icon.tsx';
import { DayHead, DayWork } from './day-head.tsx';
import { DayOutputs } from './day-outputs.tsx';
import { sealedLines } from './sealed-lines.ts';
import { shortHash } from './z-number.ts';

/** A closed day: its figures as they were sealed, and beside them what has come since. */
export function SealedView({ view, close, stamped }: { readonly view: DayView; readonly close: DayCloseRow; readonly stamped: boolean }) {
	const { text, format } = useMessages();
	const lines = sealedLines(close.totals, view.tenders);
	const words = close.checkedBy === null ? text.day.sealedText(close.handedOverBy) : text.day.sealedTextBoth(close.handedOverBy, close.checkedBy);
	const seal = <SealDay label={text.day.sealLabel(format.day(view.day))} className={stamped ? 'is-stamping' : ''} />;
	return (
		<section className="day__close" aria-labelledby="day-close-title">
			<DayHead view={view} />
			<DayTicket lines={lines} currency={view.currency} offset={view.offset} cashLocked={false} seal={seal} />
			{view.adjustments.length > 0 && <Adjustments view={view} />}
			<DayWork view={view} />
			<div className="day__sealed">
				<div className="grow cap2">
					<p>{words}</p>
					<p className="id">
						{text.day.chainHead} <span className="nb">{shortHash(close.sealed.hash)}</span> · {text.day.entries(format.count(close.sealed.seq))}
					</p>
				</div>
				<Link className="btn btn--go btn--big" href={`/review?day=${view.day}`}>
					{text.day.forOwner}
				</Link>
			</div>
			<DayOutputs view={view} lines={lines} title={text.day.reportTitle} />
		</section>
	);
}

function Adjustments({ view }: { readonly view: DayView }) {
	const { text } = useMessages();
	return (
		<section className="day__adjust" aria-labelledby="day-adjust-title">
			<h3 className="h3" id="day-adjust-title">
				{text.day.adjustmentsTitle}
			</h3>
			<p className="cap2">{text.day.adjustmentsHint}</p>
			<ul className="card">
				{view.adjustments.map((adjustment) => (
					<li key={adjustment.tender} className="row day__adjust-row">
						<span className="mark b">
							<TenderIcon tender={adjustment.tender} className="i i--s" />
							{text.common.tender[adjustment.tender]}
						</span>
						<Changes adjustment={adjustment} view={view} />
					</li>
				))}
			</ul>
		</section>
	);
}

function Changes({ adjustment, view }: { readonly adjustment: Adjustment; readonly view: DayView }) {
	const { text } = useMessages();
	const changes = [
		{ label: text.common.ours, minor: adjustment.ledgerMinor },
		{ label: text.common.theirs, minor: adjustment.receiptsMinor },
		{ label: text.common.short, minor: adjustment.shortMinor },
		{ label: text.common.over, minor: adjustment.overMinor },
	].filter(({ minor }) => minor !== 0);
	return (
		<dl className="day__changes">
			{changes.map(({ label, minor }) => (
				<div key={label}>
					<dt className="cap">{label}</dt>
					<dd>
						<MoneyText minor={minor} currency={view.currency} signed />
					</dd>
				</div>
			))}
		</dl>
	);
}
