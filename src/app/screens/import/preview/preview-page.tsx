import { useMemo, useState } from 'react';
import type { BillPreview } from '../../../../domain/receipts/import-preview.ts';
import type { StatementPreview } from '../../../../domain/receipts/statement-preview.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { formatName } from '../format-name.ts';
import { ImportSteps } from '../import-steps.tsx';
import { type ImportFile, useImportSession } from '../session/import-session.ts';
import { BillRows } from './bill-rows.tsx';
import { PreviewActions } from './preview-actions.tsx';
import { PreviewFiles } from './preview-files.tsx';
import { PreviewSummary } from './preview-summary.tsx';
import { FailedFiles } from './refused-files.tsx';
import { StatementLines } from './statement/statement-lines.tsx';
import { StatementSummary } from './statement/statement-summary.tsx';
import { useForeseenPayouts } from './statement/use-foreseen-payouts.ts';

/** One bill of one file. */
export type PreviewedBill = { readonly key: string; readonly file: ImportFile; readonly bill: BillPreview };

/** What is in each bill and statement, before anything is stored. One is looked at at a time; all are taken in together. */
export function ImportPreviewPage({ onChoose }: { readonly onChoose: () => void }) {
	const { text } = useMessages();
	const files = useImportSession((session) => session.files);
	const problem = useImportSession((session) => session.problem);
	const bills = useMemo(() => billsOf(files), [files]);
	const statements = useMemo(() => statementsOf(files), [files]);
	const readings = useMemo(() => statements.map(({ statement: { statement } }) => statement), [statements]);
	const payouts = useForeseenPayouts(readings);
	const [chosen, setChosen] = useState<string | null>(null);
	const bankStatement = statements.find(({ key }) => key === chosen) ?? (bills.length === 0 ? statements[0] : undefined);
	const current = bankStatement ? undefined : (bills.find(({ key }) => key === chosen) ?? bills[0]);
	const format = current ? formatHint(current, text) : bankStatement && formatName(bankStatement.statement.statement.format, text);
	const hints = format ? { format, preview: text.importing.stepNothingSaved } : {};
	const parts = useMemo(() => files.flatMap(partsOf), [files]);
	return (
		<div className="import__page import__page--three">
			<ImportSteps now={format ? 'preview' : 'format'} hints={hints}>
				<PreviewFiles files={files} parts={parts} chosen={(current ?? bankStatement)?.key ?? null} onChoose={setChosen} />
			</ImportSteps>
			{current && <BillRows key={current.key} previewed={current} />}
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

/** A bill or a bank statement, as the list of files shows it; `place` counts those of the file, of which there may be `many`. */
export type PreviewedPart = {
	readonly key: string;
	readonly file: ImportFile;
	readonly format: string;
	readonly rows: number;
	/** Of a bank; else of a terminal, provider or wallet. */
	readonly isStatement: boolean;
	readonly place: number;
	readonly many: boolean;
};

function partsOf(file: ImportFile): readonly PreviewedPart[] {
	const all = [
		...billsOf([file]).map(({ key, bill }) => ({ key, format: bill.bill.format, rows: bill.rows.length, isStatement: false })),
		...statementsOf([file]).map(({ key, statement }) => ({ key, format: statement.statement.format, rows: statement.rows.length, isStatement: true })),
	];
	return all.map((part, place) => ({ ...part, file, place, many: all.length > 1 }));
}

function statementsOf(files: readonly ImportFile[]): readonly PreviewedStatement[] {
	return files.flatMap((file) => (file.preview?.statements ?? []).map((statement, place) => ({ key: `${file.key} bank ${place}`, file, statement })));
}

function billsOf(files: readonly ImportFile[]): readonly PreviewedBill[] {
	return files.flatMap((file) => (file.preview?.bills ?? []).map((bill, place) => ({ key: `${file.key} ${place}`, file, bill })));
}

function formatHint({ bill: { bill } }: PreviewedBill, text: ReturnType<typeof useMessages>['text']): string {
	const name = formatName(bill.format, text);
	return bill.encoding === null ? name : `${name} · ${text.importing.encodings[bill.encoding]}`;
}
