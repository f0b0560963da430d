import { Check, Equal, Nfc, Plus, RefreshCw, TriangleAlert } from 'lucide-react';
import type { BillPreview } from '../../../../domain/receipts/import-preview.ts';
import type { LineProblem } from '../../../../domain/receipts/reading.ts';
import { formatIso } from '../../../../domain/time.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { PeriodDrawing } from './period-drawing.tsx';
import { fileProblems, lineNumbers, unclearLines } from './preview-lines.ts';
import { StillDue } from './still-due.tsx';

const LINES_NAMED = 6;

/** The bill in numbers: what is new, there already, changed, unclear; what it covers; whether its footer agrees; what is still due. */
export function PreviewSummary({ bill: preview, knownFile }: { readonly bill: BillPreview; readonly knownFile: boolean }) {
	const { text, format } = useMessages();
	const { bill, counts } = preview;
	const words = text.importing.preview;
	const unclear = unclearLines(bill.problems);
	const numbers = lineNumbers(bill.problems, LINES_NAMED);
	return (
		<div
			className="half half--theirs import__summary"
			data-testid="import-summary"
			data-format={bill.format}
			data-new={counts.new}
			data-known={counts.known}
			data-changed={counts.changed}
			data-problems={bill.problems.length}
			data-from={bill.coverage ? formatIso({ at: bill.coverage.from, offset: bill.offset }) : ''}
			data-to={bill.coverage ? formatIso({ at: bill.coverage.to, offset: bill.offset }) : ''}
		>
			<span className="side">
				<Nfc className="i i--s" aria-hidden="true" />
				{text.evidence.theirs[bill.leg]}
			</span>
			<dl className="import__counts">
				<Count icon={Plus} name={words.state.new} count={counts.new} />
				<Count icon={Equal} name={words.state.known} hint={words.knownHint} count={counts.known} tone="is-wait" />
				{counts.changed > 0 && <Count icon={RefreshCw} name={words.state.changed} count={counts.changed} tone="is-them" />}
				{unclear > 0 && <Count icon={TriangleAlert} name={words.state.problem} hint={words.lines(numbers)} count={unclear} tone="is-gap" />}
			</dl>
			{knownFile && <p className="cap2 b">{words.knownFile}</p>}
			<hr className="rule" />
			<PeriodDrawing bill={bill} />
			<p className="cap2">{words.sums(format.money(bill.totals.salesMinor, bill.currency), format.money(bill.totals.refundsMinor, bill.currency))}</p>
			<Footer preview={preview} />
			<FileProblems problems={fileProblems(bill.problems).filter(({ code }) => code !== 'footer_disagrees')} />
			<StillDue />
		</div>
	);
}

type CountProps = { readonly icon: typeof Plus; readonly name: string; readonly hint?: string; readonly count: number; readonly tone?: string };

function Count({ icon: Icon, name, hint = '', count, tone = '' }: CountProps) {
	const { format } = useMessages();
	return (
		<div>
			<dt className={`mark ${tone}`}>
				<Icon className="i" aria-hidden="true" />
				{name}
				{hint !== '' && <small className="cap">{hint}</small>}
			</dt>
			<dd>{format.count(count)}</dd>
		</div>
	);
}

function Footer({ preview: { bill } }: { readonly preview: BillPreview }) {
	const { text, format } = useMessages();
	const words = text.importing.preview;
	if (!bill.footer.present) return <p className="cap">{words.noFooter}</p>;
	const Icon = bill.footer.agrees ? Check : TriangleAlert;
	return (
		<p className={`cap2 import__footer${bill.footer.agrees ? '' : ' is-gap'}`}>
			<Icon className="i i--s" aria-hidden="true" />
			{bill.footer.agrees ? (
				words.footerAgrees(format.count(bill.totals.count))
			) : (
				<span>
					<b>{words.footerDisagrees(format.count(bill.totals.count))}</b> {text.importFiles.advice.footer_disagrees}
				</span>
			)}
		</p>
	);
}

function FileProblems({ problems }: { readonly problems: readonly LineProblem[] }) {
	const { text } = useMessages();
	if (problems.length === 0) return null;
	return (
		<ul className="import__fileproblems">
			{problems.map((problem) => (
				<li key={`${problem.code} ${problem.message}`} className="cap2 import__footer is-gap">
					<TriangleAlert className="i i--s" aria-hidden="true" />
					<span>
						<b>{text.importing.lineProblem[problem.code]}</b> {text.importFiles.advice[problem.code]}
					</span>
				</li>
			))}
		</ul>
	);
}
