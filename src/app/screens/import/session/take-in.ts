import type { StageWatch } from '../../../../commands/ports.ts';
import { daysOfBills, type ImportPreview } from '../../../../commands/receipts/preview-import.ts';
import { problem } from '../../../../domain/problems.ts';
import { daysTouched, shopDays } from '../../../../domain/receipts/days-touched.ts';
import { fail } from '../../../../domain/result.ts';
import { addDays, type BusinessDay } from '../../../../domain/time.ts';
import { comparisonSnapshot } from '../../../../storage/queries/import-preview.ts';
import type { Services } from '../../../shell/services.ts';
import { unclearLines } from '../preview/preview-lines.ts';
import { setSession, useImportSession } from './import-session.ts';
import { whenLooked } from './read-files.ts';

/** How far from its bill a late payment may stand; what an import changes is looked for so far around it. */
const LATE_DAYS = 4;

let taking: AbortController | null = null;

/** Takes in every file that could be read, all or none, compares, and ends with what that changed. */
export async function takeIn(services: Services): Promise<void> {
	const { files, phase } = useImportSession.getState();
	if (phase !== 'preview') return;
	const own = new AbortController();
	taking = own;
	setSession({ phase: 'taking', taken: 0, problem: null });
	const previews = files.flatMap(({ preview }) => preview ?? []);
	const days = daysOf(previews, services);
	const before = await comparisonSnapshot(services.db, days);
	const watch = { signal: own.signal, onProgress: (taken: number) => setSession({ taken }) };
	const committed = await commitAll(services.ports, previews, watch).catch((error: unknown) => ({
		ok: false as const,
		error: problem('outcome_unknown', String(error)),
	}));
	taking = null;
	if (!committed.ok) return setSession({ phase: 'preview', problem: own.signal.aborted ? null : committed.error });
	const fresh = previews.filter((_, place) => committed.value[place]?.already === false);
	const read = fresh.flatMap(({ bills, statements }) => [
		...bills.map(({ counts, bill: { problems } }) => ({ counts, problems })),
		...statements.map(({ counts, statement: { problems } }) => ({ counts, problems })),
	]);
	setSession({
		phase: 'done',
		files: [],
		foresight: null,
		comparing: true,
		report: {
			imports: committed.value.flatMap(({ already, imports }) => (already ? [] : imports)),
			already: committed.value.every(({ already }) => already),
			receipts: read.reduce((sum, { counts }) => sum + counts.new + counts.changed, 0),
			statements: fresh.flatMap(({ statements }) => statements).length,
			bills: fresh.flatMap(({ bills }) => bills).length,
			problems: read.reduce((sum, { problems }) => sum + unclearLines(problems), 0),
			days,
			before,
		},
	});
	// What is to be compared must not be skipped for a look ahead that nobody needs any more.
	await whenLooked();
	const compared = await services.compare();
	setSession({ comparing: false, compareProblem: compared.ok ? null : compared.error });
}

/** Fetched with the first bill that is taken in; where it cannot be had, nothing was begun. */
async function commitAll(ports: Services['ports'], previews: readonly ImportPreview[], watch: StageWatch) {
	const command = await import('../../../../commands/receipts/commit-import.ts').catch(() => null);
	return command ? command.commitImports(ports, previews, watch) : fail(problem('reading_stopped'));
}

/** Nothing of what was being taken in stays. Too late once the entries are being written. */
export function stopTaking(): void {
	taking?.abort();
}

function daysOf(previews: readonly ImportPreview[], { shop }: Services): readonly BusinessDay[] {
	const dayOf = shopDays(shop);
	const days = new Set<BusinessDay>(previews.flatMap(({ reading }) => daysOfBills(reading, dayOf)));
	for (const { coverage } of previews.flatMap(({ reading }) => reading.bills)) if (coverage) for (const day of daysTouched(coverage, dayOf)) days.add(day);
	return [...new Set([...days].flatMap((day) => Array.from({ length: 2 * LATE_DAYS + 1 }, (_, at) => addDays(day, at - LATE_DAYS))))].sort();
}
