import type { BillPreview, PreviewRow } from '../../../../domain/receipts/import-preview.ts';
import type { LineProblem } from '../../../../domain/receipts/reading.ts';

/** A line of the preview: a receipt (with what was not understood about it), or a line that gave none. */
export type PreviewLine =
	| { readonly kind: 'receipt'; readonly row: PreviewRow; readonly problem: LineProblem | null }
	| { readonly kind: 'problem'; readonly problem: LineProblem };

/** Receipts and unclear lines together, in the order of the file. Problems of the whole file are not among them. */
export function previewLines({ rows, bill }: BillPreview): readonly PreviewLine[] {
	const problems = new Map<number, LineProblem[]>();
	for (const problem of bill.problems) {
		if (problem.line === null) continue;
		const known = problems.get(problem.line);
		if (known) known.push(problem);
		else problems.set(problem.line, [problem]);
	}
	const lines: { readonly at: number; readonly line: PreviewLine }[] = rows.map((row) => {
		const own = row.receipt.line === null ? undefined : problems.get(row.receipt.line);
		const problem = own?.shift() ?? null;
		return { at: row.receipt.line ?? Number.MAX_SAFE_INTEGER, line: { kind: 'receipt', row, problem } };
	});
	for (const [at, left] of problems) for (const problem of left) lines.push({ at, line: { kind: 'problem', problem } });
	return lines.sort((a, b) => a.at - b.at).map(({ line }) => line);
}

/** What concerns the file as a whole. */
export function fileProblems(problems: readonly LineProblem[]): readonly LineProblem[] {
	return problems.filter(({ line }) => line === null);
}

/** How many lines were not understood; one line may have several problems. */
export function unclearLines(problems: readonly LineProblem[]): number {
	return new Set(problems.flatMap(({ line }) => line ?? [])).size;
}

/** Whether a person should look at the line before taking the bill in. */
export function needsLook(line: PreviewLine): boolean {
	return line.kind === 'problem' || line.problem !== null || line.row.standing === 'changed';
}

/** Whether something about the line was not understood. */
export function isUnclear(line: PreviewLine): boolean {
	return line.problem !== null;
}

/** "7, 12, 30" with at most so many numbers, so that the summary stays one line. */
export function lineNumbers(problems: readonly LineProblem[], max: number): string {
	const numbers = [...new Set(problems.flatMap(({ line }) => line ?? []))].sort((a, b) => a - b);
	return numbers.slice(0, max).join(', ') + (numbers.length > max ? ' …' : '');
}
