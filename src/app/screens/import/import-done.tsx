import { useLiveQuery } from 'dexie-react-hooks';
import { Undo2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { withdrawImport } from '../../../commands/receipts/withdraw-import.ts';
import { daysToCompare } from '../../../storage/queries/days-to-compare.ts';
import { comparisonSnapshot } from '../../../storage/queries/import-preview.ts';
import type { Database } from '../../../storage/queries/source.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { Comparing } from '../../shell/comparing.tsx';
import { useServices } from '../../shell/services.ts';
import { useComparison } from '../../state/comparison.ts';
import { Glyph } from '../../ui/glyph.tsx';
import { KindGlyph } from '../../ui/kind-glyph.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useCommand } from '../../ui/use-command.ts';
import { WithdrawalWords } from './history/withdrawal-words.tsx';
import { effectOf, type ImportEffect, type Outstanding, outstanding } from './import-effect.ts';
import { type ImportReport, useImportSession } from './session/import-session.ts';
import { startOver } from './session/read-files.ts';

/** What the import changed: matched, cleared, found, awaited. It follows the comparison while that is still running. */
export function ImportDone({ onChoose }: { readonly onChoose: () => void }) {
	const { text } = useMessages();
	const { db } = useServices();
	const { report, comparing, compareProblem } = useImportSession();
	const title = useRef<HTMLHeadingElement>(null);
	const isShown = useComparison(({ kind }) => kind !== 'quiet');
	const isStopped = compareProblem?.code === 'comparing_stopped';
	const left = useLiveQuery(() => daysToCompare(db), [db]);
	const open = comparing || (isStopped && left !== 0);
	const read = useLiveQuery(async () => (report && !open ? seen(db, report) : null), [db, report, open]);
	// What was read while the comparison was running says nothing about its end.
	const running = open || !read;
	useEffect(() => title.current?.focus(), []);
	if (!report) return null;
	const effect = read?.effect ?? null;
	return (
		<section className="import__done" aria-labelledby="import-done">
			<h2 className="sr" id="import-done" tabIndex={-1} ref={title}>
				{text.importing.steps.take}
			</h2>
			{report.already ? <p className="lead b">{text.importing.done.already}</p> : <Figures report={report} effect={effect} />}
			<Comparing />
			<div aria-live="polite" data-testid={running ? undefined : 'import-compared'}>
				{running ? !isShown && <p className="lead">{text.importing.done.comparing}</p> : <Compared report={report} read={read} />}
			</div>
			<DoneActions report={report} running={running} found={running ? 0 : (effect?.found.length ?? 0)} onChoose={onChoose} />
		</section>
	);
}

type Seen = { readonly effect: ImportEffect; readonly found: Outstanding };

async function seen(db: Database, report: ImportReport): Promise<Seen> {
	const before = new Set(report.before.open);
	const found = outstanding(NAMED_MAX);
	const after = await comparisonSnapshot(db, report.days, (one) => before.has(one.id) || found.add(one));
	return { effect: effectOf(report.before, after), found: found.get() };
}

/** A comparison that came to no end says nothing about gaps, and must not look as if there were none. */
function Compared({ report, read }: { readonly report: ImportReport; readonly read: Seen }) {
	const failed = useImportSession((session) => session.compareProblem);
	if (failed && failed.code !== 'comparing_stopped') return <ProblemNote problem={failed} />;
	return report.already ? null : <Changes report={report} {...read} />;
}

function Figures({ report, effect }: { readonly report: ImportReport; readonly effect: ImportEffect | null }) {
	const { text, format } = useMessages();
	const words = text.importing.done;
	if (isStatements(report)) {
		return (
			<div className="half half--whole">
				<span className="side">{words.taken}</span>
				<span className="amt amt--big">{words.lines(format.count(report.receipts))}</span>
			</div>
		);
	}
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

/** Bank statements alone match no sales; what they change is seen among the payouts. */
function isStatements({ bills, statements }: ImportReport): boolean {
	return bills === 0 && statements > 0;
}

const NAMED_MAX = 4;

function Changes({ report, effect, found }: Seen & { readonly report: ImportReport }) {
	const { text, format } = useMessages();
	const words = text.importing.done;
	const named = found.largest.map(({ kind, amountMinor, currency }) => words.foundItem(text.common.kind[kind], format.money(amountMinor, currency)));
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
				{found.kind ? <KindGlyph kind={found.kind} /> : <Glyph name="joined" className="is-match" />}
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

type ActionsProps = { readonly report: ImportReport; readonly running: boolean; readonly found: number; readonly onChoose: () => void };

function DoneActions({ report, running, found, onChoose }: ActionsProps) {
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
			{/* What withdrawing would change is known once the comparison has come to its end; looking earlier would only hold it up. */}
			{!running && report.imports.length > 0 && <WithdrawalWords imports={report.imports} kept />}
			<div className="import__acts">
				{found > 0 ? (
					<Link className="btn btn--go btn--big" href="/queue">
						{words.toQueue(format.count(found))}
					</Link>
				) : (
					<Link className="btn btn--go btn--big" href={isStatements(report) ? '/review?payouts' : '/match'}>
						{isStatements(report) ? words.toPayouts : words.toMatch}
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
