import type { FoundDiscrepancy } from '../domain/matching/outcome.ts';
import { formatMajor } from '../domain/money.ts';
import type { FoundPayoutDiscrepancy } from '../domain/settlement/outcome.ts';
import { formatIso } from '../domain/time.ts';
import { ruleWords, unjudgedWords } from './fee-words.ts';
import { payoutLines } from './payout-words.ts';
import { type Found, summaryOf } from './reconcile-answer.ts';
import type { FilesRead } from './reconcile-files.ts';

/** More of one list are only counted; `--json` gives all. */
const LINES_SHOWN = 40;

/** What was found, in words for people; each payout with its bridge where bank statements were given. */
export function reconcileReport({ outcome, bank, feesUnjudged }: Found, files: FilesRead): string {
	const summary = summaryOf(outcome, files);
	const suggested = outcome.matches.filter((match) => match.band === 'suggested').length;
	const risk = Object.entries(summary.atRisk).map(([currency, amount]) => `${amount} ${currency}`);
	return [
		`${summary.sales} ledger rows, ${summary.receipts} receipts.`,
		`${summary.matchedSales} sales matched with ${summary.matchedReceipts} receipts (${suggested} matches only suggested).`,
		`${summary.discrepancies} discrepancies${risk.length > 0 ? `, ${risk.join(' + ')} at risk` : ''}; ${summary.awaiting} sales still awaiting their receipt.`,
		'',
		...shown(outcome.discrepancies, discrepancyLine(files)),
		...shown(outcome.awaiting, ({ sale, dueAt, offset }) => `awaiting: sale ${sale} until ${formatIso({ at: dueAt, offset })}`),
		...shown(files.problems, ({ file, line, message }) => `not understood: ${file}${line === null ? '' : ` line ${line}`}: ${message}`),
		...(bank === null ? [] : ['', `${bank.payouts.length} payouts against ${files.statements.reduce((sum, { lines }) => sum + lines.length, 0)} bank lines.`]),
		...shown(bank?.payouts ?? [], (payout) => payoutLines(payout).join('\n')),
		...shown(feesUnjudged, unjudgedWords),
		...shown(outcome.problems, ({ sale, receipt, message }) => `not judged: ${sale === null ? `receipt ${receipt}` : `sale ${sale}`}: ${message}`),
		'',
	].join('\n');
}

function shown<T>(list: readonly T[], line: (one: T) => string): string[] {
	const lines = list.slice(0, LINES_SHOWN).map(line);
	return list.length > LINES_SHOWN ? [...lines, `… and ${list.length - LINES_SHOWN} more`] : lines;
}

function discrepancyLine({ sales, receipts }: FilesRead): (one: FoundDiscrepancy & Partial<Pick<FoundPayoutDiscrepancy, 'fee'>>) => string {
	const times = new Map([
		...sales.map((sale) => [sale.id, formatIso(sale)] as const),
		...receipts.map((receipt) => [receipt.id as string, formatIso(receipt)] as const),
	]);
	return ({ kind, sales: ledger, receipts: bills, count, amountMinor, currency, hypotheses, payout, fee, cluster }) => {
		const cause = hypotheses[0] ? `; perhaps ${hypotheses[0].code.replaceAll('_', ' ')}` : '';
		if (payout !== undefined) {
			const charged = fee
				? `, charged ${formatMajor(fee.chargedMinor, currency)}, expected ${formatMajor(fee.expectedMinor, currency)} by ${ruleWords(fee.rule, currency)}`
				: '';
			return `${kind}: ${formatMajor(amountMinor, currency)} ${currency}, ${payout}${bills.length > 0 ? `, ${bills.length} receipts` : ''}${charged}${cause}`;
		}
		const members = [...ledger.map((id) => `sale ${id}`), ...bills.map((id) => `receipt ${id}`)].join(', ');
		const at = times.get(ledger[0] ?? bills[0] ?? '') ?? '';
		const many = count > 1 || ledger.length + bills.length > 2 ? ` (${count} of them)` : '';
		return `${kind}: ${formatMajor(amountMinor, currency)} ${currency}, ${at}${kind === 'batch_unsettled' && cluster !== null ? `, batch ${cluster}` : ''}, ${members}${many}${cause}`;
	};
}
