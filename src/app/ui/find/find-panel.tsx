import { useLiveQuery } from 'dexie-react-hooks';
import { Check } from 'lucide-react';
import { useId, useState } from 'react';
import type { Problem } from '../../../domain/problems.ts';
import { type Candidate, type FindAnchor, matchCandidates } from '../../../storage/queries/match/candidates.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { useServices } from '../../shell/services.ts';
import { ChoiceChips } from '../choice/choice-chips.tsx';
import { EmptyHalf, ReceiptHalf, SaleHalf } from '../half-card.tsx';
import { MoneyText } from '../money-text.tsx';
import { ProblemNote } from '../problem-note.tsx';
import { amountOf, differencesText, rankCandidates } from './find-candidates.ts';
import './find-panel.css';

/** Members in the order of confirm-match: one payment. */
export type Found = { readonly sales: readonly string[]; readonly receipts: readonly string[] };
type Props = {
	/** For what the other half is looked for; several where records cannot be told apart. */
	readonly anchors: readonly FindAnchor[];
	/** Records of the other side that belong to it already. */
	readonly joined: readonly Candidate['record'][];
	readonly busy: boolean;
	readonly problem: Problem | null;
	readonly onFound: (found: Found) => void;
};

/** Candidates with their differences spelled out; several may be chosen, with what is left running along. */
export function FindPanel({ anchors, joined, busy, problem, onFound }: Props) {
	const { text, format } = useMessages();
	const { db } = useServices();
	const [anchorId, setAnchorId] = useState(idOf(anchors[0]));
	const [typed, setTyped] = useState('');
	const [chosen, setChosen] = useState<ReadonlyMap<string, Candidate>>(new Map());
	const searchId = useId();
	const anchor = anchors.find((one) => idOf(one) === anchorId) ?? anchors[0];
	const candidates = useLiveQuery(() => (anchor ? matchCandidates(db, anchor) : []), [db, anchorId]);
	if (!anchor) return null;
	const words = text.match.findPanel;
	const own = new Set(joined.map((record) => (record.side === 'ours' ? record.sale.id : record.receipt.id) as string));
	const { shown, left } = rankCandidates(
		anchor,
		(candidates ?? []).filter((one) => !own.has(one.id)),
		typed,
	);
	const remaining = amountOf(anchor) - sum(joined) - [...chosen.values()].reduce((total, one) => total + one.amountMinor, 0);
	const toggle = (candidate: Candidate) => {
		const next = new Map(chosen);
		if (!next.delete(candidate.id)) next.set(candidate.id, candidate);
		setChosen(next);
	};
	const found = () => {
		const others = [...own, ...chosen.keys()];
		onFound(anchor.side === 'ours' ? { sales: [anchor.sale.id], receipts: others } : { sales: others, receipts: [anchor.receipt.id] });
	};
	return (
		<div className="find">
			{anchors.length > 1 && (
				<ChoiceChips
					label={words.which}
					choices={anchors.map((one) => ({ value: idOf(one), label: format.clock(...stampOf(one)) }))}
					value={anchorId}
					onChange={(id) => {
						setAnchorId(id);
						setChosen(new Map());
					}}
				/>
			)}
			<AnchorPair anchor={anchor} />
			<div className="field">
				<label htmlFor={searchId}>{words.search}</label>
				<input
					className="input"
					id={searchId}
					inputMode="decimal"
					enterKeyHint="search"
					autoComplete="off"
					value={typed}
					onChange={(event) => setTyped(event.target.value)}
				/>
			</div>
			{problem && <ProblemNote problem={problem} />}
			<ol className="find__list">
				{shown.map((candidate) => (
					<CandidateRow key={candidate.id} anchor={anchor} candidate={candidate} isChosen={chosen.has(candidate.id)} onToggle={() => toggle(candidate)} />
				))}
			</ol>
			{candidates && shown.length === 0 && <p className="cap2">{words.none}</p>}
			{left > 0 && <p className="cap2">{words.more(format.count(left))}</p>}
			<div className="find__foot">
				<span className="cap2 grow">{words.several}</span>
				<span className="find__left">
					<b>{remaining === 0 ? words.exact : remaining > 0 ? words.left : words.over}</b>{' '}
					<MoneyText minor={Math.abs(remaining)} currency={currencyOf(anchor)} />
				</span>
				<button type="button" className="btn btn--go btn--big" disabled={chosen.size === 0 || busy} onClick={found}>
					{words.confirm}
				</button>
			</div>
		</div>
	);
}

function idOf(anchor: FindAnchor | undefined): string {
	if (!anchor) return '';
	return anchor.side === 'ours' ? anchor.sale.id : anchor.receipt.id;
}

function stampOf(anchor: FindAnchor): [number, number] {
	return anchor.side === 'ours' ? [anchor.sale.at, anchor.sale.offset] : [anchor.receipt.at, anchor.receipt.offset];
}

function currencyOf(anchor: FindAnchor): string {
	return anchor.side === 'ours' ? anchor.sale.currency : anchor.receipt.currency;
}

function sum(records: Props['joined']): number {
	return records.reduce((total, record) => total + (record.side === 'ours' ? record.sale.amountMinor : record.receipt.amountMinor), 0);
}

function AnchorPair({ anchor }: { readonly anchor: FindAnchor }) {
	return (
		<div className="pair find__anchor">
			{anchor.side === 'ours' ? (
				<>
					<SaleHalf sale={anchor.sale} className="grow" />
					<EmptyHalf>?</EmptyHalf>
				</>
			) : (
				<>
					<EmptyHalf>?</EmptyHalf>
					<ReceiptHalf receipt={anchor.receipt} className="grow" />
				</>
			)}
		</div>
	);
}

type RowProps = { readonly anchor: FindAnchor; readonly candidate: Candidate; readonly isChosen: boolean; readonly onToggle: () => void };

function CandidateRow({ anchor, candidate, isChosen, onToggle }: RowProps) {
	const messages = useMessages();
	const words = messages.text.match.findPanel;
	const { record } = candidate;
	const differences = differencesText(messages, anchor, candidate);
	return (
		<li className={`find__row${isChosen ? ' is-chosen' : ''}`}>
			{record.side === 'ours' ? <SaleHalf sale={record.sale} /> : <ReceiptHalf receipt={record.receipt} />}
			<p className="cap2">
				<b>{words.differs}</b> {differences}
			</p>
			<button type="button" className="btn" aria-pressed={isChosen} onClick={onToggle}>
				{isChosen && <Check className="i i--s" aria-hidden="true" />}
				{isChosen ? words.chosen : words.choose}
			</button>
		</li>
	);
}
