import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Sale } from '../../../../domain/ledger/sale.ts';
import type { BillPreview } from '../../../../domain/receipts/import-preview.ts';
import type { StatementPreview } from '../../../../domain/receipts/statement-preview.ts';
import { salesByIds } from '../../../../storage/queries/import-preview.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { useServices } from '../../../shell/services.ts';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { formatName } from '../format-name.ts';
import { type ImportFile, useImportSession } from '../import-session.ts';
import { ImportSteps } from '../import-steps.tsx';
import { PreviewActions } from './preview-actions.tsx';
import { PreviewFiles } from './preview-files.tsx';
import { needsLook, previewLines } from './preview-lines.ts';
import { PreviewSummary } from './preview-summary.tsx';
import { PreviewTable } from './preview-table.tsx';
import { StatementLines } from './statement/statement-lines.tsx';
import { StatementSummary } from './statement/statement-summary.tsx';
import { useForeseenPayouts } from './statement/use-foreseen-payouts.ts';

/** One bill of one file. */
export type PreviewedBill = { readonly key: string; readonly file: ImportFile; readonly bill: BillPreview };

/** What is in each bill, before anything is stored. One bill is looked at at a time; all are taken in together. */
export function ImportPreviewPage({ onChoose }: { readonly onChoose: () => void }) {
	const { text } = useMessages();
	const { files, problem } = useImportSession();
	const bills = useMemo(() => billsOf(files), [files]);
	const statements = useMemo(() => statementsOf(files), [files]);
	const readings = useMemo(() => statements.map(({ statement: { statement } }) => statement), [statements]);
	const payouts = useForeseenPayouts(readings);
	const [chosen, setChosen] = useState<string | null>(null);
	const bankStatement = statements.find(({ key }) => key === chosen) ?? (bills.length === 0 ? statements[0] : undefined);
	const current = bankStatement ? undefined : (bills.find(({ key }) => key === chosen) ?? bills[0]);
	const format = current ? formatHint(current, text) : bankStatement && formatName(bankStatement.statement.statement.format, text);
	const hints = format ? { format, preview: text.importing.stepNothingSaved } : {};
	const parts = [...bills.map(billPart), ...statements.map(statementPart)];
	return (
		<div className="import__page import__page--three">
			<ImportSteps now={format ? 'preview' : 'format'} hints={hints}>
				<PreviewFiles files={files} parts={parts} chosen={(current ?? bankStatement)?.key ?? null} onChoose={setChosen} />
			</ImportSteps>
			{current && <BillRows key={current.key} bill={current.bill} />}
			{bankStatement && <StatementLines key={bankStatement.key} preview={bankStatement.statement} foreseen={payouts.foreseen} />}
			{!format && <FailedFiles files={files} />}
			<aside className="import__sum">
				{current && <PreviewSummary bill={current.bill} knownFile={current.file.preview?.knownAs != null} />}
				{bankStatement && <StatementSummary preview={bankStatement.statement} {...payouts} knownFile={bankStatement.file.preview?.knownAs != null} />}
				<div className="import__foot">
					{problem && <ProblemNote problem={problem} />}
					<PreviewActions parts={parts} onChoose={onChoose} />
				</div>
			</aside>
		</div>
	);
}

/** One bank statement of one file. */
type PreviewedStatement = { readonly key: string; readonly file: ImportFile; readonly statement: StatementPreview };

/** A bill or a bank statement, as the list of files shows it. */
export type PreviewedPart = { readonly key: string; readonly file: ImportFile; readonly format: string; readonly rows: number };

const billPart = ({ key, file, bill }: PreviewedBill): PreviewedPart => ({ key, file, format: bill.bill.format, rows: bill.rows.length });
const statementPart = ({ key, file, statement }: PreviewedStatement): PreviewedPart => ({
	...{ key, file, format: statement.statement.format },
	rows: statement.rows.length,
});

function statementsOf(files: readonly ImportFile[]): readonly PreviewedStatement[] {
	return files.flatMap((file, at) => (file.preview?.statements ?? []).map((statement, index) => ({ key: `${at} bank ${index}`, file, statement })));
}

function billsOf(files: readonly ImportFile[]): readonly PreviewedBill[] {
	return files.flatMap((file, at) => (file.preview?.bills ?? []).map((bill, index) => ({ key: `${at} ${index}`, file, bill })));
}

function formatHint({ bill: { bill } }: PreviewedBill, text: ReturnType<typeof useMessages>['text']): string {
	const name = formatName(bill.format, text);
	return bill.encoding === null ? name : `${name} · ${text.importing.encodings[bill.encoding]}`;
}

/** None of the files could be read: which, and why. */
function FailedFiles({ files }: { readonly files: readonly ImportFile[] }) {
	const { text } = useMessages();
	const title = useRef<HTMLHeadingElement>(null);
	useEffect(() => title.current?.focus({ preventScroll: true }), []);
	return (
		<section className="import__rows import__failed" aria-labelledby="import-failed">
			<h2 className="h2" id="import-failed" tabIndex={-1} ref={title}>
				{text.importing.preview.failed}
			</h2>
			{files.map(
				(file) =>
					file.problem && (
						<div key={file.name} className="card import__file">
							<b className="id">{file.name}</b>
							<ProblemNote problem={file.problem} />
						</div>
					),
			)}
		</section>
	);
}

/** The rows of the bill, all of them or only those that somebody should look at. */
function BillRows({ bill }: { readonly bill: BillPreview }) {
	const { text, format } = useMessages();
	const { db } = useServices();
	const { foresight, foreseeing } = useImportSession();
	const [onlyNoted, setOnlyNoted] = useState(false);
	const title = useRef<HTMLHeadingElement>(null);
	useEffect(() => title.current?.focus({ preventScroll: true }), []);
	const lines = useMemo(() => previewLines(bill), [bill]);
	const noted = useMemo(() => lines.filter(needsLook), [lines]);
	const named = useMemo(() => [...new Set(bill.rows.flatMap(({ receipt }) => foresight?.receipts.get(receipt.id)?.sales ?? []))], [bill, foresight]);
	const sales = useLiveQuery(() => salesByIds(db, named), [db, named]);
	const words = text.importing.preview;
	return (
		<section className="import__rows" aria-labelledby="import-rows">
			<div className="import__rowshead">
				<h2 className="h2 grow" id="import-rows" tabIndex={-1} ref={title}>
					{words.title}
				</h2>
				{noted.length > 0 && noted.length < lines.length && (
					<button type="button" className="btn btn--quiet" aria-pressed={onlyNoted} onClick={() => setOnlyNoted(!onlyNoted)}>
						{onlyNoted ? words.allRows(format.count(lines.length)) : words.onlyNoted(format.count(noted.length))}
					</button>
				)}
			</div>
			{lines.length === 0 ? (
				<p className="import__norows lead">{words.noRows}</p>
			) : (
				<PreviewTable lines={onlyNoted ? noted : lines} foresight={foresight} looking={foreseeing} sales={sales ?? NO_SALES} />
			)}
		</section>
	);
}

const NO_SALES: ReadonlyMap<string, Sale> = new Map();
