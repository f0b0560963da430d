import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { DayView, RefundLine } from '../../../storage/queries/day/day-view.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { Glyph, type GlyphName } from '../../ui/glyph.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import { TenderIcon } from '../../ui/tender-icon.tsx';

const FOUND_GLYPH = { yes: 'joined', awaiting: 'wait', no: 'refund', not_due: 'whole' } as const satisfies Record<RefundLine['found'], GlyphName>;
const FOUND_CLASS = { yes: 'is-match', awaiting: 'is-wait', no: 'is-gap', not_due: '' } as const satisfies Record<RefundLine['found'], string>;

/** Refunds one by one, and what else happened: not paid, undone, outages. */
export function RefundsStep({ view, onForward }: { readonly view: DayView; readonly onForward: () => void }) {
	const { text, format } = useMessages();
	const { pending, outages, currency } = view;
	return (
		<section className="day__page" aria-labelledby="day-refunds-title">
			<h2 className="h1" id="day-refunds-title" tabIndex={-1}>
				{text.day.refundsTitle}
			</h2>
			{view.refunds.lines.length === 0 ? (
				<p className="say">{text.day.refundsNone}</p>
			) : (
				<ul className="card">
					{view.refunds.lines.map((line) => (
						<RefundRow key={line.id} line={line} view={view} />
					))}
				</ul>
			)}
			<h3 className="h3">{text.day.restTitle}</h3>
			<dl className="day__rest-list card">
				<Fact label={text.day.notPaidTitle}>
					{pending.notPaid === 0 ? text.day.none : `${text.day.times(format.count(pending.notPaid))} ${format.money(pending.notPaidMinor, currency)}`}
				</Fact>
				<Fact label={text.day.undoneTitle}>{pending.undone === 0 ? text.day.none : text.day.times(format.count(pending.undone))}</Fact>
				<Fact label={text.day.outagesTitle}>
					{outages.count === 0 ? text.day.none : text.day.outages(format.count(outages.count), format.count(outages.minutes))}
					{outages.salesCount > 0 && ` · ${text.day.outageSales(format.count(outages.salesCount))}`}
					{outages.spans.some((span) => span.open) && ` · ${text.day.outageNow}`}
				</Fact>
			</dl>
			<div className="day__result-foot">
				<button type="button" className="btn btn--go btn--big" onClick={onForward}>
					{text.day.forward}
				</button>
			</div>
		</section>
	);
}

function RefundRow({ line, view }: { readonly line: RefundLine; readonly view: DayView }) {
	const { text, format } = useMessages();
	return (
		<li>
			<Link className="row" href={`/ledger?sale=${encodeURIComponent(line.id)}`}>
				<TenderIcon tender={line.tender} />
				<span className="grow">
					<b>{text.common.tender[line.tender]}</b> <span className="cap2">{format.clock(line.at, view.offset)}</span>
				</span>
				<span className={`mark b ${FOUND_CLASS[line.found]}`}>
					<Glyph name={FOUND_GLYPH[line.found]} />
					{text.day.refundFound[line.found]}
				</span>
				<MoneyText minor={-line.amountMinor} currency={view.currency} />
			</Link>
		</li>
	);
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
	return (
		<div className="row">
			<dt className="grow">{label}</dt>
			<dd className="b">{children}</dd>
		</div>
	);
}
