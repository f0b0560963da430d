import type { Awaiting, FoundDiscrepancy, Match, Outcome } from '../domain/matching/outcome.ts';
import { type Currency, formatMajor } from '../domain/money.ts';
import type { FeeUnjudged } from '../domain/settlement/fees/fee-findings.ts';
import type { FoundPayoutDiscrepancy, Payout, Settlement } from '../domain/settlement/outcome.ts';
import { formatIso } from '../domain/time.ts';
import { evidencePhrase } from './evidence-words.ts';
import { feeAnswer, unjudgedAnswer } from './fee-words.ts';
import { payoutPhrase } from './payout-words.ts';
import type { FilesRead } from './reconcile-files.ts';

/** Everything that was found; `bank` only where statements were given. */
export type Found = { readonly outcome: Outcome; readonly bank: Settlement | null; readonly feesUnjudged: readonly FeeUnjudged[] };

/** The answer of `reconcile --json`, to the letter of the command line's contract; payouts stand in it where bank statements were given. */
export function reconcileAnswer({ outcome, bank, feesUnjudged }: Found, files: FilesRead) {
	const currencies = new Map([
		...files.sales.map((sale) => [sale.id, sale.currency] as const),
		...files.receipts.map((receipt) => [receipt.id as string, receipt.currency] as const),
	]);
	const currencyOf = (match: Match) => currencies.get(match.sales[0] ?? '') ?? currencies.get(match.receipts[0] ?? '') ?? 'CNY';
	return {
		version: 1,
		summary: { ...summaryOf(outcome, files), ...(bank === null ? {} : { bankLines: bankLines(bank), payouts: bank.payouts.length }) },
		matches: outcome.matches.map((match) => matchAnswer(match, currencyOf(match))),
		discrepancies: outcome.discrepancies.map(discrepancyAnswer),
		awaiting: outcome.awaiting.map(({ sale, dueAt, offset }: Awaiting) => ({ sale, dueAt: formatIso({ at: dueAt, offset }) })),
		problems: problemsOf(outcome, files),
		netted: outcome.netted,
		excluded: [
			...outcome.excluded.map(({ sale, receipt, reason }) => ({ ...(sale === null ? {} : { sale }), ...(receipt === null ? {} : { receipt }), reason })),
			...(bank?.excluded ?? []),
		],
		...(bank === null ? {} : { payouts: bank.payouts.map(payoutAnswer) }),
		...(feesUnjudged.length === 0 ? {} : { feesNotJudged: feesUnjudged.map(unjudgedAnswer) }),
	};
}

function bankLines({ payouts, excluded }: Settlement): number {
	return payouts.reduce((sum, { lines }) => sum + lines.length, excluded.length);
}

/** Gross less refunds, fees and adjustments is the net; `credited` is what came, `difference` what is more or less of it. */
function payoutAnswer({ id, state, batches, currency, offset, settledOn, dueAt, bridge, lines, creditedMinor, differenceMinor, evidence, receipts }: Payout) {
	const major = (minor: number) => formatMajor(minor, currency);
	return {
		...{ id, state, settledOn, dueAt: formatIso({ at: dueAt, offset }), currency },
		batches: batches.map((batch) => ({
			source: batch.source,
			...(batch.tender === null ? {} : { tender: batch.tender }),
			settledOn: batch.settledOn,
			count: batch.count,
		})),
		...{ gross: major(bridge.grossMinor), refunds: major(bridge.refundsMinor), fees: major(bridge.feesMinor) },
		...{ adjustments: major(bridge.adjustmentsMinor), net: major(bridge.netMinor), credited: major(creditedMinor), difference: major(differenceMinor) },
		...{ receipts, lines: lines.map((line) => line.id) },
		evidence: evidence.map((one) => ({ field: one.field, relation: payoutPhrase(one, currency) })),
	};
}

export function summaryOf({ matches, awaiting, discrepancies }: Outcome, { sales, receipts }: Pick<FilesRead, 'sales' | 'receipts'>) {
	const counting = matches.filter((match) => match.band !== 'review');
	const byKind: Record<string, number> = {};
	const atRisk: Record<Currency, number> = {};
	for (const { kind, amountMinor, currency } of discrepancies) {
		byKind[kind] = (byKind[kind] ?? 0) + 1;
		if (kind !== 'tender_mismatch') atRisk[currency] = (atRisk[currency] ?? 0) + amountMinor;
	}
	return {
		sales: new Set(sales.map((sale) => sale.id)).size,
		receipts: new Set(receipts.map((receipt) => receipt.id)).size,
		matchedSales: new Set(counting.flatMap((match) => match.sales)).size,
		matchedReceipts: new Set(counting.flatMap((match) => match.receipts)).size,
		awaiting: awaiting.length,
		discrepancies: discrepancies.length,
		byKind: sortedKeys(byKind),
		atRisk: sortedKeys(Object.fromEntries(Object.entries(atRisk).map(([currency, minor]) => [currency, formatMajor(minor, currency)]))),
	};
}

function sortedKeys<T>(record: Readonly<Record<string, T>>): Record<string, T> {
	return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function matchAnswer(match: Match, currency: Currency) {
	return {
		sales: match.sales,
		receipts: match.receipts,
		band: match.band,
		probability: match.probabilityMillionths / 1_000_000,
		difference: formatMajor(match.differenceMinor, currency),
		evidence: match.evidence.map((one) => ({ field: one.field, relation: evidencePhrase(one, currency), bits: bitsOf(one.milliBits) })),
		runnerUp: match.runnerUp && { sales: match.runnerUp.sales, receipts: match.runnerUp.receipts, bitsBehind: bitsOf(match.runnerUp.milliBitsBehind) },
	};
}

/** Thousandths of a bit as bits with one decimal. */
function bitsOf(milliBits: number): number {
	return Math.round(milliBits / 100) / 10 + 0;
}

function discrepancyAnswer({ kind, sales, receipts, count, amountMinor, currency, hypotheses, cluster, payout, lines, fee }: Shown) {
	return {
		...{ kind, sales, receipts, count },
		amount: formatMajor(amountMinor, currency),
		currency,
		hypotheses: hypotheses.map(({ code, weight }) => ({ code, weight: weight / 1_000 })),
		...(cluster === null ? {} : { cluster }),
		...(payout === undefined ? {} : { payout, lines: lines ?? [] }),
		...(fee === undefined ? {} : feeAnswer(fee, currency)),
	};
}

type Shown = FoundDiscrepancy & Partial<Pick<FoundPayoutDiscrepancy, 'lines' | 'fee'>>;

/** Lines that were not understood first, by file and line; then rows that could not be judged. */
function problemsOf(outcome: Outcome, { problems, placeOf, salesFile }: FilesRead) {
	const lines = problems.map(({ file, line, code, message, text }) => ({ file, line, code, message, text }));
	lines.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || (a.line ?? 0) - (b.line ?? 0) || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
	const rows = outcome.problems.map(({ sale, receipt, code, message }) => {
		const place = receipt === null ? { file: salesFile, line: null } : (placeOf.get(receipt) ?? { file: null, line: null });
		return { ...place, code, message, text: '', ...(sale === null ? {} : { sale }), ...(receipt === null ? {} : { receipt }) };
	});
	return [...lines, ...rows];
}
