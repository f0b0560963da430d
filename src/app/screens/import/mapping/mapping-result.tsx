import { Check, Nfc, TriangleAlert } from 'lucide-react';
import type { BillReading } from '../../../../domain/receipts/reading.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { periodText } from '../period.ts';
import type { LiveReading } from './use-live-reading.ts';

const ROWS_SHOWN = 3;
const PROBLEMS_SHOWN = 3;

/** What comes of the table as it is mapped now: first payments, sums, and lines that are unclear. */
export function MappingResult({ reading, readable }: { readonly reading: LiveReading; readonly readable: boolean }) {
	const { text, format } = useMessages();
	const words = text.mapping;
	const bills = reading.preview?.reading.bills ?? [];
	const count = bills.reduce((sum, bill) => sum + bill.receipts.length, 0);
	const problems = bills.reduce((sum, bill) => sum + bill.problems.length, 0);
	return (
		<section
			className="half half--theirs mapping__result"
			aria-labelledby="mapping-result"
			aria-busy={reading.busy}
			data-testid="mapping-result"
			data-count={reading.busy ? '' : count}
			data-problems={reading.busy ? '' : problems}
		>
			<h3 className="side" id="mapping-result">
				<Nfc className="i i--s" aria-hidden="true" />
				{words.result}
			</h3>
			{!readable && <p className="cap2">{words.resultNone}</p>}
			{reading.problem && <ProblemNote problem={reading.problem} />}
			<p className="sr" role="status">
				{readable && (reading.busy ? words.resultWait : `${words.resultCount(format.count(count))} ${words.resultProblems(format.count(problems))}`)}
			</p>
			{bills.map((bill) => (
				<BillResult key={bill.receipts[0]?.id ?? bill.format} bill={bill} />
			))}
		</section>
	);
}

function BillResult({ bill }: { readonly bill: BillReading }) {
	const { text, format } = useMessages();
	const words = text.mapping;
	const { kind } = text.importing.preview;
	const more = bill.receipts.length - ROWS_SHOWN;
	return (
		<>
			<p className="mapping__total">
				<b>{words.resultCount(format.count(bill.receipts.length))}</b>
				<span className="cap2">
					{words.resultSums(format.money(bill.totals.salesMinor, bill.currency), format.money(bill.totals.refundsMinor, bill.currency))}
				</span>
				{bill.coverage && <span className="cap2">{periodText(bill.coverage, bill.offset, format)}</span>}
			</p>
			<ul className="mapping__rows">
				{bill.receipts.slice(0, ROWS_SHOWN).map((receipt) => (
					<li key={receipt.id}>
						<span className="grow">
							<b>{format.moment(receipt.at, receipt.offset)}</b>
							<span className="cap2">
								{[
									kind[receipt.kind],
									receipt.tender && text.common.tender[receipt.tender],
									receipt.status !== 'success' && text.importing.preview.status[receipt.status],
								]
									.filter(Boolean)
									.join(' · ')}
							</span>
						</span>
						<span className="amt amt--row">{format.money(receipt.kind === 'sale' ? receipt.amountMinor : -receipt.amountMinor, receipt.currency)}</span>
					</li>
				))}
			</ul>
			{more > 0 && <p className="cap">{words.resultMore(format.count(more))}</p>}
			{bill.footer.present && <Verdict good={bill.footer.agrees} says={bill.footer.agrees ? words.resultFooter.agrees : words.resultFooter.disagrees} />}
			<Verdict
				good={bill.problems.length === 0}
				says={bill.problems.length === 0 ? words.resultClear : words.resultProblems(format.count(bill.problems.length))}
			/>
			{bill.problems.length > 0 && (
				<ul className="mapping__unclear cap2">
					{bill.problems.slice(0, PROBLEMS_SHOWN).map((problem) => {
						const what = text.importing.lineProblem[problem.code];
						return (
							<li key={`${problem.line} ${problem.code} ${problem.message}`}>
								{problem.line === null ? words.fileSays(what) : words.lineSays(String(problem.line), what)}
							</li>
						);
					})}
				</ul>
			)}
		</>
	);
}

function Verdict({ good, says }: { readonly good: boolean; readonly says: string }) {
	const Icon = good ? Check : TriangleAlert;
	return (
		<p className={`cap2 import__footer${good ? '' : ' is-gap b'}`}>
			<Icon className="i i--s" aria-hidden="true" />
			{says}
		</p>
	);
}
