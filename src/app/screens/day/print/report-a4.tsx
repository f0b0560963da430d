import { MINUTE_MS } from '../../../../domain/time.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { gapStateWords } from '../../../ui/gap-words.ts';
import { Glyph } from '../../../ui/glyph.tsx';
import { SealDay } from '../../../ui/glyphs/seal-day.tsx';
import { KindGlyph } from '../../../ui/kind-glyph.tsx';
import { terminalName } from '../../../ui/terminal-name.ts';
import { groupedHash, zNumber } from '../z-number.ts';
import { CashTables } from './cash-tables.tsx';
import { differenceWords, type Report, reportSums } from './report.ts';
import { TenderTable } from './tender-table.tsx';

/** The day on a sheet of A4: the report above, and below the tear line the counterfoil that the shop keeps, sealed across. */
export function ReportA4({ view, lines, title, shop, practice, printedAt }: Report) {
	const { text, format } = useMessages();
	const { close, currency, offset } = view;
	const sums = reportSums(view, lines);
	const money = (minor: number) => format.digits(minor, currency);
	const terminals = view.terminals.map((line) => terminalName(line.name, text)).join(text.day.listComma);
	const cutover = format.minute(shop.cutoverMinutes * MINUTE_MS, 0);
	return (
		<article className="dayprint__a4">
			<header className="dayprint__head">
				<Glyph name="joined" />
				<div>
					<h1>
						{shop.name || text.common.product} · {title}
						{practice && ` · ${text.status.practice}`}
					</h1>
					<span className="dayprint__cap">
						{text.day.businessDay(`${view.day} ${format.day(view.day)}`, cutover)}
						{terminals && ` · ${terminals}`}
					</span>
				</div>
				{close && (
					<div className="dayprint__no">
						<b>{zNumber(close.z)}</b>
						<span className="dayprint__cap">{format.exact(close.at, close.offset)}</span>
					</div>
				)}
			</header>
			<section className="dayprint__three">
				<div>
					<span className="dayprint__cap">
						{sums.cashHidden ? text.day.totalWithoutCash : text.day.ourTotal} · {text.common.sales(format.count(sums.salesCount))}
					</span>
					<b>{format.money(sums.ledgerMinor, currency)}</b>
				</div>
				<div>
					<span className="dayprint__cap">{text.day.shortMayLose}</span>
					<b>{format.money(sums.shortMinor, currency)}</b>
				</div>
				<div>
					<span className="dayprint__cap">{text.day.overNotInLedger}</span>
					<b>{format.money(sums.overMinor, currency)}</b>
				</div>
			</section>
			<TenderTable view={view} lines={lines} />
			<section>
				<h2>{view.gaps.length === 0 ? text.day.gapsNone : text.day.gapsTitle(format.count(view.gaps.length))}</h2>
				<table className="dayprint__table">
					<tbody>
						{view.gaps.map((gap) => (
							<tr key={gap.id}>
								<td className="dayprint__glyph">
									<KindGlyph kind={gap.kind} />
								</td>
								<td className="dayprint__l">
									<b>{text.common.kind[gap.kind]}</b>
								</td>
								<td className="dayprint__l">{format.minute(gap.at, offset)}</td>
								<td>
									{gap.oursMinor === null ? '—' : money(gap.oursMinor)} / {gap.theirsMinor === null ? '—' : money(gap.theirsMinor)}
								</td>
								<td>
									<b>{money(gap.amountMinor)}</b>
								</td>
								<td className="dayprint__l">{gapStateWords(gap, text, (at) => format.moment(at, offset))}</td>
							</tr>
						))}
					</tbody>
				</table>
			</section>
			<CashTables view={view} />
			<Also view={view} />
			<Signatures view={view} owner={text.day.owner} />
			<div className="dayprint__tear">
				<span className="dayprint__cap">{text.day.tearHere}</span>
				{close && <SealDay label={text.day.sealLabel(format.day(view.day))} />}
			</div>
			<section className="dayprint__stub">
				<div>
					<span className="dayprint__cap">
						{text.day.counterfoil} · {shop.name || text.common.product}
					</span>
					<b>
						{close ? `${zNumber(close.z)} · ` : ''}
						{view.day}
					</b>
				</div>
				<div>
					<span className="dayprint__cap">
						{text.day.ourTotal} · {format.count(sums.salesCount)}
					</span>
					<b>{format.money(sums.ledgerMinor, currency)}</b>
				</div>
				<div>
					<span className="dayprint__cap">{text.day.stubDifferences}</span>
					<b>
						{money(sums.shortMinor)} / {money(sums.overMinor)} / {differenceWords(sums.cashDifference, text, money)}
					</b>
				</div>
				<p className="dayprint__hash">
					{close
						? `${text.day.chainHead} ${groupedHash(close.sealed.hash)} · ${text.day.entries(format.count(close.sealed.seq))} · ${text.day.device} ${view.device}`
						: text.day.printedAt(format.exact(printedAt, offset))}
				</p>
			</section>
		</article>
	);
}

function Signatures({ view, owner }: { readonly view: Report['view']; readonly owner: string }) {
	const { text } = useMessages();
	return (
		<section className="dayprint__sig">
			<div>
				{text.day.handOver} {view.close?.handedOverBy}
			</div>
			<div>
				{text.day.check} {view.close?.checkedBy}
			</div>
			<div>{owner}</div>
		</section>
	);
}

function Also({ view }: { readonly view: Report['view'] }) {
	const { text, format } = useMessages();
	const { refunds, outages, cleared, awaiting, pending, currency } = view;
	const facts = [
		refunds.count > 0 && `${text.day.refundsTitle} ${format.count(refunds.count)} · ${format.money(refunds.minor, currency)}`,
		outages.count > 0 && `${text.day.outagesTitle} ${text.day.outages(format.count(outages.count), format.count(outages.minutes))}`,
		cleared.count > 0 && text.day.cleared(format.count(cleared.count), format.money(cleared.minor, currency)),
		awaiting.count > 0 && text.day.awaitingTotal(format.count(awaiting.count), format.money(awaiting.minor, currency)),
		pending.notPaid > 0 && `${text.day.notPaidTitle} ${format.count(pending.notPaid)} · ${format.money(pending.notPaidMinor, currency)}`,
		view.covered && text.day.billsTo(format.moment(view.covered.to, view.offset)),
	].filter((fact) => typeof fact === 'string');
	return facts.length === 0 ? null : (
		<section>
			<h2>{text.day.alsoToday}</h2>
			<p>{facts.join(text.day.sentenceGap)}</p>
		</section>
	);
}
