import { formatIso, type Instant } from '../../time.ts';
import type { FoundDiscrepancy } from '../outcome.ts';
import type { SaleRow } from '../rows.ts';

/** A sale on a terminal, and what became of it. */
export type Fate = { readonly sale: SaleRow; readonly fate: 'missing' | 'matched' | 'other' };

const RUN_LEAST = 5;

/**
 * Names runs of sales that were lost together: five or more in a row on one terminal, at most one matched in between.
 * A run is looked for among all sales of a terminal, then among those of one tender: a batch may be of one tender only.
 * Answers the name of the run by sale.
 */
export function findClusters(fates: readonly Fate[]): ReadonlyMap<string, string> {
	const names = new Map<string, string>();
	if (fates.filter(({ fate }) => fate === 'missing').length < RUN_LEAST) return names;
	const ordered = [...fates].sort((a, b) => a.sale.at - b.sale.at || (a.sale.id < b.sale.id ? -1 : 1));
	const lanes = lanesOf(ordered);
	for (const { fates: lane } of lanes) nameRuns(lane, ordered, names);
	const ofTenders = lanes.flatMap(({ terminalId, fates: lane }) => lanesOfTenders(terminalId, lane)).sort(byName);
	for (const { fates: lane } of ofTenders) nameRuns(lane, ordered, names);
	return names;
}

/** Puts the names on the discrepancies whose sales are in a run: a sale that was lost is in no other discrepancy. */
export function withClusters(discrepancies: readonly FoundDiscrepancy[], names: ReadonlyMap<string, string>): FoundDiscrepancy[] {
	return discrepancies.map((one) => {
		const cluster = one.sales.map((id) => names.get(id)).find((name) => name !== undefined);
		return cluster === undefined ? one : { ...one, cluster };
	});
}

type Lane = { readonly name: string; readonly fates: Fate[] };

function byName(a: Lane, b: Lane): number {
	return a.name < b.name ? -1 : 1;
}

/** Sales that are missing or matched by terminal. */
function lanesOf(fates: readonly Fate[]): (Lane & { readonly terminalId: string })[] {
	const found = new Map<string, Fate[]>();
	for (const fate of fates) {
		const { terminalId } = fate.sale;
		if (terminalId !== null && fate.fate !== 'other') put(found, terminalId, fate);
	}
	return [...found].map(([terminalId, of]) => ({ name: terminalId, terminalId, fates: of })).sort(byName);
}

/** Those of one terminal by tender. */
function lanesOfTenders(terminalId: string, fates: readonly Fate[]): Lane[] {
	const found = new Map<string, Fate[]>();
	for (const fate of fates) if (fate.sale.tender !== null) put(found, fate.sale.tender, fate);
	return [...found].map(([tender, of]) => ({ name: `${terminalId} ${tender}`, fates: of }));
}

function put(lanes: Map<string, Fate[]>, key: string, fate: Fate): void {
	const lane = lanes.get(key);
	if (lane) lane.push(fate);
	else lanes.set(key, [fate]);
}

function nameRuns(lane: readonly Fate[], all: readonly Fate[], names: Map<string, string>): void {
	/** Missing sales since the last matched one but one, in two parts around the matched one. */
	let before: SaleRow[] = [];
	let after: SaleRow[] = [];
	const close = () => {
		const run = [...before, ...after];
		if (run.length >= RUN_LEAST && run.some((sale) => !names.has(sale.id))) nameRun(run, all, names);
	};
	for (const { sale, fate } of lane) {
		if (fate === 'missing') {
			after.push(sale);
			continue;
		}
		close();
		before = after;
		after = [];
	}
	close();
}

function nameRun(run: readonly SaleRow[], all: readonly Fate[], names: Map<string, string>): void {
	const [first, last] = [run[0] as SaleRow, run[run.length - 1] as SaleRow];
	const name = names.get(first.id) ?? `${first.terminalId} ${formatIso(first)}`;
	for (const sale of run) if (!names.has(sale.id)) names.set(sale.id, name);
	const tenders = new Set(run.map((sale) => sale.tender));
	for (const { sale, fate } of between(all, first.at, last.at)) {
		if (fate === 'missing' && sale.terminalId === null && tenders.has(sale.tender) && !names.has(sale.id)) names.set(sale.id, name);
	}
}

function between(fates: readonly Fate[], from: Instant, to: Instant): readonly Fate[] {
	return fates.filter(({ sale }) => sale.at >= from && sale.at <= to);
}
