import { Equal, Plus, RefreshCw, TriangleAlert } from 'lucide-react';
import type { Foresight } from '../../../../commands/receipts/foresee-import.ts';
import type { Sale } from '../../../../domain/ledger/sale.ts';
import type { LineProblem } from '../../../../domain/receipts/reading.ts';
import type { Receipt } from '../../../../domain/receipts/receipt.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { Glyph } from '../../../ui/glyph.tsx';
import { MoneyText } from '../../../ui/money-text.tsx';
import { dateOf } from '../period.ts';
import { ProblemWords } from '../problems/problem-words.tsx';
import { lineNotes } from './line-notes.ts';
import type { PreviewLine } from './preview-lines.ts';

type Props = {
	readonly line: PreviewLine;
	readonly foresight: Foresight | null;
	readonly looking: boolean;
	readonly dated: boolean;
	readonly sales: ReadonlyMap<string, Sale>;
};

const MARKS = {
	new: { icon: Plus, tone: '' },
	known: { icon: Equal, tone: 'is-wait' },
	changed: { icon: RefreshCw, tone: 'is-them' },
	problem: { icon: TriangleAlert, tone: 'is-gap' },
} as const;

/** A row as its bill says it, and under it what that means for our ledger. */
export function PreviewRowView({ line, foresight, looking, dated, sales }: Props) {
	const messages = useMessages();
	const { sub } = messages.text.importing;
	if (line.kind === 'problem') {
		return (
			<>
				<State state="problem" />
				<td className="import__cell--at">{line.problem.line !== null && messages.text.importing.preview.line(messages.format.count(line.problem.line))}</td>
				<ProblemCell problem={line.problem} />
			</>
		);
	}
	const { receipt } = line.row;
	// Not worked out is not the same as taking no part.
	const foreseen = foresight ? (foresight.receipts.get(receipt.id) ?? null) : undefined;
	const notes = lineNotes(line.row, foreseen, sales, messages);
	return (
		<>
			<State state={line.problem ? 'problem' : line.row.standing} />
			<ReceiptCells receipt={receipt} dated={dated} />
			<td className="import__sub">
				{notes.map((note) => (
					<span key={note.text} className={`import__note1 ${note.tone}`}>
						<span aria-hidden="true">↳</span>
						{note.glyph && <Glyph name={note.glyph} />}
						<span>{note.text}</span>
					</span>
				))}
				{receipt.notes && <Notes notes={receipt.notes} />}
				{looking && <span className="import__note1 cap">{sub.looking}</span>}
			</td>
			{line.problem && <ProblemCell problem={line.problem} />}
		</>
	);
}

function State({ state }: { readonly state: keyof typeof MARKS }) {
	const { text } = useMessages();
	const { icon: Icon, tone } = MARKS[state];
	return (
		<td className={`mark b import__cell--state ${tone}`}>
			<Icon className="i" aria-hidden="true" />
			{text.importing.preview.state[state]}
		</td>
	);
}

function ReceiptCells({ receipt, dated }: { readonly receipt: Receipt; readonly dated: boolean }) {
	const { text, format } = useMessages();
	const words = text.importing.preview;
	const number = receipt.traceNo ?? receipt.rrn ?? receipt.channelOrderNo ?? receipt.merchantOrderNo ?? '';
	const kind = receipt.status === 'success' ? words.kind[receipt.kind] : `${words.kind[receipt.kind]} · ${words.status[receipt.status]}`;
	const given = receipt.kind === 'refund' || receipt.kind === 'void' || receipt.kind === 'chargeback';
	return (
		<>
			<td className="import__cell--at">
				{dated && <small className="cap">{format.day(dateOf(receipt.at, receipt.offset))}</small>}
				{format.clock(receipt.at, receipt.offset)}
			</td>
			<td className="import__cell--kind">{kind}</td>
			<td className="import__cell--tender">{receipt.tender === null ? '' : text.common.tender[receipt.tender]}</td>
			<td className="import__cell--amount">
				<MoneyText minor={given ? -receipt.amountMinor : receipt.amountMinor} currency={receipt.currency} />
			</td>
			<td className="import__cell--number">{number.length > 10 ? `…${number.slice(-6)}` : number}</td>
		</>
	);
}

/** What was not understood, what to do, and what stands there. */
function ProblemCell({ problem }: { readonly problem: LineProblem }) {
	return (
		<td className="import__problem">
			<ProblemWords problem={problem} />
		</td>
	);
}

/** What columns said that the format does not know. */
function Notes({ notes }: { readonly notes: NonNullable<Receipt['notes']> }) {
	const { text } = useMessages();
	return (
		<span className="import__note1 cap" data-testid="import-notes">
			<span aria-hidden="true">↳</span>
			<span>
				{text.importFiles.preview.notes}:{' '}
				{Object.entries(notes)
					.map(([name, value]) => `${name} ${value}`)
					.join(' · ')}
			</span>
		</span>
	);
}
