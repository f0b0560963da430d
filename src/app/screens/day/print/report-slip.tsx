import { useMessages } from '../../../messages/messages-context.ts';
import { gapStateWords } from '../../../ui/gap-words.ts';
import { Glyph } from '../../../ui/glyph.tsx';
import { KindGlyph } from '../../../ui/kind-glyph.tsx';
import { shortHash, zNumber } from '../z-number.ts';
import { differenceWords, lineWords, type Report, reportSums } from './report.ts';

/** The same on the till's 80 mm roll. */
export function ReportSlip({ view, lines, title, shop, practice, printedAt }: Report) {
	const { text, format } = useMessages();
	const { close, currency, offset } = view;
	const sums = reportSums(view, lines);
	const money = (minor: number) => format.digits(minor, currency);
	const count = view.cash.count;
	return (
		<article className="dayprint__slip">
			<header>
				<Glyph name="joined" />
				<h1>{shop.name || text.common.product}</h1>
				<p>
					{title} {close && zNumber(close.z)}
					{practice && ` · ${text.status.practice}`}
				</p>
				<p>{close ? format.exact(close.at, close.offset) : `${view.day} · ${text.day.printedAt(format.exact(printedAt, offset))}`}</p>
			</header>
			<hr className="dayprint__rule" />
			<p className="dayprint__c">
				{sums.cashHidden ? text.day.totalWithoutCash : text.day.ourTotal} {text.common.sales(format.count(sums.salesCount))}
			</p>
			<p className="dayprint__total">{format.money(sums.ledgerMinor, currency)}</p>
			{lines.map((line) => {
				const hidden = sums.cashHidden && line.tender === 'cash';
				return (
					<div key={line.tender} className="dayprint__pair">
						<b>
							{text.common.tender[line.tender]} {format.count(line.salesCount)}
						</b>
						<b>{hidden ? text.day.afterCount : money(line.ledgerMinor)}</b>
						<span />
						<span>
							{line.tender === 'cash' ? text.day.counted : text.day.theirs}{' '}
							{line.receiptsMinor === null || line.tender === 'cash' ? '' : format.count(line.receiptsCount)}
						</span>
						<span>{line.receiptsMinor === null ? (line.tender === 'cash' ? text.day.notCounted : text.day.noBillYet) : money(line.receiptsMinor)}</span>
						<span>
							{lineWords(line, text, money).map((words) => (
								<span key={words} className="dayprint__diff">
									{words}
								</span>
							))}
						</span>
					</div>
				);
			})}
			<dl className="dayprint__facts dayprint__b">
				<dt>{text.common.short}</dt>
				<dd>{money(sums.shortMinor)}</dd>
				<dt>
					{text.common.over} ({text.day.neverNetted})
				</dt>
				<dd>{money(sums.overMinor)}</dd>
			</dl>
			<hr className="dayprint__rule" />
			<ul>
				{view.gaps.map((gap) => (
					<li key={gap.id}>
						<KindGlyph kind={gap.kind} />
						<b>
							{text.common.kind[gap.kind]} {format.minute(gap.at, offset)}
						</b>
						<b>{money(gap.amountMinor)}</b>
						<small>{gapStateWords(gap, text, (at) => format.moment(at, offset))}</small>
					</li>
				))}
			</ul>
			{count && (
				<>
					<hr className="dayprint__rule" />
					<dl className="dayprint__facts">
						<dt>{text.day.expected}</dt>
						<dd>{money(count.expectedMinor)}</dd>
						<dt>{text.day.counted}</dt>
						<dd>{money(count.countedMinor)}</dd>
						<dt className="dayprint__b">{text.day.difference}</dt>
						<dd className="dayprint__b">{differenceWords(count.countedMinor - count.expectedMinor, text, money)}</dd>
					</dl>
				</>
			)}
			{close && (
				<>
					<dl className="dayprint__facts">
						<dt>{text.day.handOver}</dt>
						<dd>{close.handedOverBy}</dd>
						<dt>{text.day.check}</dt>
						<dd>{close.checkedBy ?? '—'}</dd>
					</dl>
					<p className="dayprint__c">
						<span className="dayprint__box">{text.day.sealedWord}</span>
					</p>
					<p className="dayprint__c">{shortHash(close.sealed.hash)}</p>
				</>
			)}
		</article>
	);
}
