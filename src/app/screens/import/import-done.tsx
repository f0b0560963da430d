import { useLiveQuery } from 'dexie-react-hooks';
import { Undo2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { withdrawImport } from '../../../commands/receipts/withdraw-import.ts';
import type { Discrepancy } from '../../../domain/discrepancies/discrepancy.ts';
import { comparisonSnapshot } from '../../../storage/queries/import-preview.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { useServices } from '../../shell/services.ts';
import { Glyph } from '../../ui/glyph.tsx';
import { KindGlyph } from '../../ui/kind-glyph.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useCommand } from '../../ui/use-command.ts';
import { effectOf, type ImportEffect } from './import-effect.ts';
import { type ImportReport, startOver, useImportSession } from './import-session.ts';

/** What the import changed: matched, cleared, found, awaited. It follows the comparison while that is still running. */
export function ImportDone({ onChoose }: { readonly onChoose: () => void }) {
	const { text } = useMessages();
	const { db } = useServices();
	const { report, comparing } = useImportSession();
	const title = useRef<HTMLHeadingElement>(null);
	const read = useLiveQuery(async () => ({ comparing, snapshot: report ? await comparisonSnapshot(db, report.days) : null }), [db, report, comparing]);
	// What was read while the comparison was running says nothing about its end.
	const running = comparing || !read || read.comparing;
	const after = read?.snapshot ?? null;
	useEffect(() => title.current?.focus(), []);
	if (!report) return null;
	const effect = after ? effectOf(report.before, after) : null;
	return (
		<section className="import__done" aria-labelledby="import-done">
			<h2 className="sr" id="import-done" tabIndex={-1} ref={title}>
				{text.importing.steps.take}
			</h2>
			{report.already ? <p className="lead b">{text.importing.done.already}</p> : <Figures report={report} effect={effect} />}
			<div aria-live="polite">
				{running ? <p className="lead">{text.importing.done.comparing}</p> : effect && !report.already && <Changes report={report} effect={effect} />}
			</div>
			<DoneActions report={report} found={running ? 0 : (effect?.found.length ?? 0)} onChoose={onChoose} />
		</section>
	);
}

function Figures({ report, effect }: { readonly report: ImportReport; readonly effect: ImportEffect | null }) {
	const { text, format } = useMessages();
	const words = text.importing.done;
	return (
		<div className="pair is-joined">
			<div className="half half--ours">
				<span className="side">{words.matched}</span>
				<span className="amt amt--big">{words.sales(format.count(effect?.newlyMatched ?? 0))}</span>
			</div>
			<div className="half half--theirs">
				<span className="side">{words.taken}</span>
				<span className="amt amt--big">{words.sales(format.count(report.receipts))}</span>
			</div>
		</div>
	);
}

const NAMED_MAX = 4;

function Changes({ report, effect }: { readonly report: ImportReport; readonly effect: ImportEffect }) {
	const { text, format } = useMessages();
	const words = text.importing.done;
	const named = effect.found
		.slice(0, NAMED_MAX)
		.map(({ kind, amountMinor, currency }) => words.foundItem(text.common.kind[kind], format.money(amountMinor, currency)));
	if (effect.found.length > NAMED_MAX) named.push(words.foundMore(format.count(effect.found.length - NAMED_MAX)));
	return (
		<ul className="import__changes">
			{effect.cleared.length > 0 && (
				<li>
					<Glyph name="joined" className="is-match" />
					{words.cleared(format.count(effect.cleared.length))}
				</li>
			)}
			<li>
				{effect.found[0] ? <KindGlyph kind={mostOften(effect.found)} /> : <Glyph name="joined" className="is-match" />}
				{effect.found.length > 0 ? words.found(format.count(effect.found.length), named.join(words.listJoiner)) : words.nothing}
			</li>
			{effect.awaiting > 0 && (
				<li>
					<Glyph name="wait" className="is-wait" />
					{words.awaiting(format.count(effect.awaiting))}
				</li>
			)}
			{report.problems > 0 && (
				<li>
					<Glyph name="near" className="is-gap" />
					{words.problems(format.count(report.problems))}
				</li>
			)}
		</ul>
	);
}

function mostOften(found: readonly Discrepancy[]): Discrepancy['kind'] {
	const counts = new Map<Discrepancy['kind'], number>();
	for (const { kind } of found) counts.set(kind, (counts.get(kind) ?? 0) + 1);
	return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'missing_in_ledger';
}

function DoneActions({ report, found, onChoose }: { readonly report: ImportReport; readonly found: number; readonly onChoose: () => void }) {
	const { text, format } = useMessages();
	const { ports, compare } = useServices();
	const { run, busy, problem } = useCommand();
	const words = text.importing.done;
	const withdraw = async () => {
		if (!(await run(() => withdrawImport(ports, { imports: report.imports })))) return;
		startOver();
		await compare();
	};
	return (
		<>
			{problem && <ProblemNote problem={problem} />}
			<div className="import__acts">
				{found > 0 ? (
					<Link className="btn btn--go btn--big" href="/queue">
						{words.toQueue(format.count(found))}
					</Link>
				) : (
					<Link className="btn btn--go btn--big" href="/match">
						{words.toMatch}
					</Link>
				)}
				{report.imports.length > 0 && (
					<button type="button" className="btn btn--big" data-testid="import-withdraw" disabled={busy} onClick={withdraw}>
						<Undo2 className="i i--s" aria-hidden="true" />
						{words.withdraw}
					</button>
				)}
				<button
					type="button"
					className="btn btn--big"
					onClick={() => {
						startOver();
						onChoose();
					}}
				>
					{words.again}
				</button>
			</div>
		</>
	);
}
