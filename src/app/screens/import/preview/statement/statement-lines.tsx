import { Equal, Plus, RefreshCw } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { StatementPreview, StatementRow } from '../../../../../domain/receipts/statement-preview.ts';
import type { Payout, Settlement } from '../../../../../domain/settlement/outcome.ts';
import { useMessages } from '../../../../messages/messages-context.ts';
import { Glyph } from '../../../../ui/glyph.tsx';
import { MoneyText } from '../../../../ui/money-text.tsx';
import { payoutName } from '../../../../ui/payout/payout-words.ts';
import './statement.css';

/** A year of lines would stall a small tablet; the rest is shown when somebody asks. */
const LINES_SHOWN = 200;

const MARKS = {
	new: { icon: Plus, tone: '' },
	known: { icon: Equal, tone: 'is-wait' },
	changed: { icon: RefreshCw, tone: 'is-them' },
} as const;

type Props = { readonly preview: StatementPreview; readonly foreseen: Settlement | null };

/** The lines of a statement, each with the payout that it would pay. Those that pay one can be looked at alone. */
export function StatementLines({ preview, foreseen }: Props) {
	const { text, format } = useMessages();
	const [onlyPayouts, setOnlyPayouts] = useState(false);
	const [all, setAll] = useState(false);
	const title = useRef<HTMLHeadingElement>(null);
	useEffect(() => title.current?.focus({ preventScroll: true }), []);
	const paid = useMemo(() => new Map((foreseen?.payouts ?? []).flatMap((payout) => payout.lines.map(({ id }) => [id, payout] as const))), [foreseen]);
	const lone = useMemo(() => new Set((foreseen?.excluded ?? []).flatMap(({ line, reason }) => (reason === 'payout_without_batch' ? [line] : []))), [foreseen]);
	const { rows } = preview;
	const concerned = useMemo(() => rows.filter(({ line }) => paid.has(line.id) || lone.has(line.id)), [rows, paid, lone]);
	const wanted = onlyPayouts ? concerned : rows;
	const words = text.payouts.statement;
	return (
		<section className="import__rows statement" aria-labelledby="import-rows">
			<div className="import__rowshead">
				<h2 className="h2 grow" id="import-rows" tabIndex={-1} ref={title}>
					{words.title}
				</h2>
				{concerned.length > 0 && concerned.length < rows.length && (
					<button type="button" className="btn btn--quiet" aria-pressed={onlyPayouts} onClick={() => setOnlyPayouts(!onlyPayouts)}>
						{onlyPayouts ? words.allLines(format.count(rows.length)) : words.onlyPayouts(format.count(concerned.length))}
					</button>
				)}
			</div>
			{rows.length === 0 && <p className="import__norows lead">{text.importing.preview.noRows}</p>}
			<ul className="statement__lines">
				{(all ? wanted : wanted.slice(0, LINES_SHOWN)).map((row) => (
					<Line key={row.line.id} row={row} payout={paid.get(row.line.id) ?? null} lone={lone.has(row.line.id)} />
				))}
			</ul>
			{!all && wanted.length > LINES_SHOWN && (
				<button type="button" className="btn" onClick={() => setAll(true)}>
					{words.showAll(format.count(wanted.length))}
				</button>
			)}
		</section>
	);
}

type LineProps = { readonly row: StatementRow; readonly payout: Payout | null; readonly lone: boolean };

function Line({ row: { line, standing }, payout, lone }: LineProps) {
	const messages = useMessages();
	const { text, format } = messages;
	const { icon: Icon, tone } = MARKS[standing];
	return (
		<li className={`statement__line${payout || lone ? ' is-payout' : ''}`}>
			<span className={`mark b ${tone}`}>
				<Icon className="i" aria-hidden="true" />
				{text.importing.preview.state[standing]}
			</span>
			<span className="statement__day">{format.day(line.bookedOn)}</span>
			<span className="statement__party">
				<b>{line.counterparty ?? text.payouts.unnamed}</b>
				{line.text !== '' && <span className="cap2">{line.text}</span>}
			</span>
			<MoneyText minor={line.amountMinor} currency={line.currency} />
			{payout && <Pays payout={payout} />}
			{lone && <span className="statement__pays is-wait">{text.payouts.statement.noBatch}</span>}
		</li>
	);
}

function Pays({ payout }: { readonly payout: Payout }) {
	const messages = useMessages();
	const { text, format } = messages;
	const words = text.payouts.statement;
	const name = payoutName(messages, payout);
	const off = format.money(Math.abs(payout.differenceMinor), payout.currency);
	const agrees = payout.state === 'received';
	return (
		<span className={`statement__pays ${agrees ? 'is-match' : 'is-gap'}`}>
			<span aria-hidden="true">↳</span>
			<Glyph name={agrees ? 'joined' : 'short'} />
			<span>{agrees ? words.pays(name) : payout.differenceMinor < 0 ? words.paysLess(name, off) : words.paysMore(name, off)}</span>
		</span>
	);
}
