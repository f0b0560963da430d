import { canonicalJson } from '../log/canonical-json.ts';
import type { Standing } from './import-preview.ts';
import type { BankLine, StatementReading } from './statement.ts';

export type StatementRow = { readonly line: BankLine; readonly standing: Standing };
export type StatementPreview = {
	readonly statement: StatementReading;
	readonly rows: readonly StatementRow[];
	readonly counts: Readonly<Record<Standing, number>>;
};

/** What taking in a statement would do, in the order of its lines. `stored`: the lines that stand, by id. */
export function previewStatement(statement: StatementReading, stored: ReadonlyMap<string, BankLine>): StatementPreview {
	const rows = statement.lines.map((line) => ({ line, standing: standingOf(line, stored.get(line.id)) }));
	const counts = { new: 0, known: 0, changed: 0 };
	for (const row of rows) counts[row.standing] += 1;
	return { statement, rows, counts };
}

/** Where a line stood in its file is no fact about it. */
function standingOf(line: BankLine, before: BankLine | undefined): Standing {
	if (!before) return 'new';
	return canonicalJson({ ...line, line: null }) === canonicalJson({ ...before, line: null }) ? 'known' : 'changed';
}
