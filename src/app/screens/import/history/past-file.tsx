import { FileDown, RotateCcw, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { problem } from '../../../../domain/problems.ts';
import { fail, ok } from '../../../../domain/result.ts';
import type { ImportedFile } from '../../../../storage/queries/import-list.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { useServices } from '../../../shell/services.ts';
import { downloadBytes } from '../../../ui/download.ts';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { useCommand } from '../../../ui/use-command.ts';
import { formatName } from '../format-name.ts';
import { periodText } from '../period.ts';
import { fileProblems, unclearLines } from '../preview/preview-lines.ts';
import { PastProblems } from './past-problems.tsx';
import { WithdrawalWords } from './withdrawal-words.tsx';

type Props = {
	readonly file: ImportedFile;
	readonly busy: boolean;
	/** What withdrawing does stands there without asking. */
	readonly explained: boolean;
	readonly onWithdraw: () => void;
	readonly onFiles: (files: readonly File[]) => void;
};

/** One file that was taken in: what it was, what came of it, its original, and the way back. */
export function PastFile({ file, busy, explained, onWithdraw, onFiles }: Props) {
	const { text } = useMessages();
	const [open, setOpen] = useState(false);
	const words = text.importing.list;
	return (
		<li
			className={`import__past${file.withdrawn ? ' is-withdrawn' : ''}`}
			data-testid="import-past"
			data-withdrawn={file.withdrawn}
			data-from={file.from ?? 'here'}
		>
			<div className="row">
				<PastFacts file={file} />
				{file.withdrawn ? (
					<span className="chip chip--wait">{words.withdrawn}</span>
				) : (
					<button
						type="button"
						className="btn"
						data-testid="import-withdraw"
						aria-label={words.withdrawOf(file.name)}
						disabled={busy}
						onPointerEnter={() => setOpen(true)}
						onFocus={() => setOpen(true)}
						onClick={onWithdraw}
					>
						<Undo2 className="i i--s" aria-hidden="true" />
						{words.withdraw}
					</button>
				)}
			</div>
			{!file.withdrawn && (explained || open) && <WithdrawalWords imports={file.imports} kept={file.from === null} />}
			<details className="import__pastmore" data-testid="import-details">
				<summary>{text.importFiles.history.details}</summary>
				{file.from === null ? <PastActions file={file} onFiles={onFiles} /> : <p className="cap2">{text.importFiles.history.atHub}</p>}
				{file.problemLines.length > 0 && <PastProblems name={file.name} problems={file.problemLines} />}
			</details>
		</li>
	);
}

function PastFacts({ file }: Pick<Props, 'file'>) {
	const { text, format } = useMessages();
	const words = text.importing.list;
	const unclear = unclearLines(file.problemLines);
	const whole = [...new Set(fileProblems(file.problemLines).map(({ code }) => code))];
	return (
		<span className="grow import__pastfacts">
			<b className="id">{file.name}</b>
			<span className="cap2">{words.facts(file.formats.map((id) => formatName(id, text)).join(' · '), format.count(file.count))}</span>
			{file.coverage && <span className="cap2">{periodText(file.coverage, file.offset, format)}</span>}
			{unclear > 0 && <span className="cap2 is-gap">{words.problems(format.count(unclear))}</span>}
			{whole.map((code) => (
				<span key={code} className="cap2 is-gap">
					{text.importing.lineProblem[code]}
				</span>
			))}
			<span className="cap">
				{file.from === null ? words.when(format.moment(file.at, file.offset), file.actor) : words.byHub(format.moment(file.at, file.offset), file.from)}
			</span>
		</span>
	);
}

/** The bytes as they came: to be looked at elsewhere, or read once more. */
function PastActions({ file, onFiles }: Pick<Props, 'file' | 'onFiles'>) {
	const { text } = useMessages();
	const { ports } = useServices();
	const { run, busy, problem: failed } = useCommand();
	const words = text.importFiles.history;
	const kept = () =>
		run(async () => {
			const found = await ports.evidence.get(file.hash);
			return found ? ok(found) : fail(problem('evidence_missing'));
		});
	return (
		<>
			{failed && <ProblemNote problem={failed} />}
			<div className="import__acts">
				<button
					type="button"
					className="btn"
					data-testid="import-original"
					disabled={busy}
					onClick={async () => {
						const found = await kept();
						if (found) downloadBytes(found.name, found.type, found.bytes);
					}}
				>
					<FileDown className="i i--s" aria-hidden="true" />
					{words.open}
				</button>
				{file.withdrawn && (
					<button
						type="button"
						className="btn"
						disabled={busy}
						onClick={async () => {
							const found = await kept();
							if (found) onFiles([new File([new Uint8Array(found.bytes)], found.name, { type: found.type })]);
						}}
					>
						<RotateCcw className="i i--s" aria-hidden="true" />
						{words.again}
					</button>
				)}
			</div>
		</>
	);
}
