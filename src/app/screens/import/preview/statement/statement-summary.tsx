import { Check, Landmark, TriangleAlert } from 'lucide-react';
import type { StatementPreview } from '../../../../../domain/receipts/statement-preview.ts';
import type { PayoutState, Settlement } from '../../../../../domain/settlement/outcome.ts';
import { useMessages } from '../../../../messages/messages-context.ts';
import { periodText } from '../../period.ts';

type Props = { readonly preview: StatementPreview; readonly foreseen: Settlement | null; readonly looking: boolean; readonly knownFile: boolean };

/** The statement in numbers: new and known lines, what came in and went out, the balance check, and what it would do for the payouts. */
export function StatementSummary({ preview: { statement, counts }, foreseen, looking, knownFile }: Props) {
	const { text, format } = useMessages();
	const words = text.payouts.statement;
	const { currency, totals, coverage, offset, problems } = statement;
	const codes = [...new Set(problems.map(({ code }) => code))].filter((code) => code !== 'balance_disagrees');
	return (
		<div
			className="half half--theirs import__summary"
			data-testid="statement-summary"
			data-format={statement.format}
			data-new={counts.new}
			data-known={counts.known}
			data-changed={counts.changed}
			data-problems={problems.length}
		>
			<span className="side">
				<Landmark className="i i--s" aria-hidden="true" />
				{text.evidence.theirs.bank}
			</span>
			<dl className="import__counts">
				{(['new', 'known', 'changed'] as const).map(
					(standing) =>
						(standing === 'new' || counts[standing] > 0) && (
							<div key={standing}>
								<dt className="mark">{text.importing.preview.state[standing]}</dt>
								<dd>{format.count(counts[standing])}</dd>
							</div>
						),
				)}
			</dl>
			{knownFile && <p className="cap2 b">{text.importing.preview.knownFile}</p>}
			<hr className="rule" />
			{coverage && <p className="b">{periodText(coverage, offset, format)}</p>}
			<p className="cap2">
				{words.in(format.money(totals.creditsMinor, currency))} · {words.out(format.money(Math.abs(totals.debitsMinor), currency))}
			</p>
			<Balance agrees={statement.footer.agrees} />
			{codes.length > 0 && (
				<ul className="import__fileproblems">
					{codes.map((code) => (
						<li key={code} className="cap2 import__footer is-gap">
							<TriangleAlert className="i i--s" aria-hidden="true" />
							{text.importing.lineProblem[code]}
						</li>
					))}
				</ul>
			)}
			<hr className="rule" />
			<Effect foreseen={foreseen} looking={looking} />
			<p className="cap">{words.privacy}</p>
		</div>
	);
}

function Balance({ agrees }: { readonly agrees: boolean | null }) {
	const { text } = useMessages();
	const words = text.payouts.statement;
	if (agrees === null) return <p className="cap">{words.noFooter}</p>;
	const Icon = agrees ? Check : TriangleAlert;
	return (
		<p className={`cap2 import__footer${agrees ? '' : ' is-gap b'}`}>
			<Icon className="i i--s" aria-hidden="true" />
			{agrees ? words.footerAgrees : words.footerDisagrees}
		</p>
	);
}

function Effect({ foreseen, looking }: { readonly foreseen: Settlement | null; readonly looking: boolean }) {
	const { text, format } = useMessages();
	const words = text.payouts.statement;
	if (!foreseen) return looking ? <p className="cap2">{words.looking}</p> : null;
	const count = (...states: readonly PayoutState[]) =>
		format.count(foreseen.payouts.filter(({ state, lines }) => states.includes(state) && (state === 'missing' || lines.length > 0)).length);
	return <p className="b">{words.found(count('received'), count('short', 'over'), count('missing'))}</p>;
}
