import { formatMajor } from '../../../domain/money.ts';
import { MINUTE_MS, SECOND_MS } from '../../../domain/time.ts';
import type { Candidate, FindAnchor } from '../../../storage/queries/match/candidates.ts';
import type { Messages } from '../../messages/messages-context.ts';
import { durationText } from '../evidence-text.ts';

/** How near in time a record of another amount must be to be offered unasked. */
const NEAR_MS = 30 * MINUTE_MS;
const SHOWN_MAX = 40;

/** Best first: free before joined, equal before different amounts, near before far. What was typed decides what is shown at all. */
export function rankCandidates(
	anchor: FindAnchor,
	candidates: readonly Candidate[],
	typed: string,
): { readonly shown: readonly Candidate[]; readonly left: number } {
	const query = normalise(typed);
	const amount = amountOf(anchor);
	const fitting = candidates.filter((one) => (query === '' ? offeredUnasked(anchor, one) : matchesQuery(one, query)));
	const free = (one: Candidate) => (one.joinedWith.length > 0 ? 1 : 0);
	const equal = (one: Candidate) => (one.amountMinor === amount ? 0 : 1);
	const apart = (one: Candidate) => Math.abs(one.at - timeOf(anchor));
	const sorted = fitting.sort((a, b) => free(a) - free(b) || equal(a) - equal(b) || apart(a) - apart(b) || (a.id < b.id ? -1 : 1));
	return { shown: sorted.slice(0, SHOWN_MAX), left: Math.max(0, sorted.length - SHOWN_MAX) };
}

function offeredUnasked(anchor: FindAnchor, { amountMinor, at, joinedWith }: Candidate): boolean {
	if (amountMinor === amountOf(anchor)) return joinedWith.length === 0 || Math.abs(at - timeOf(anchor)) <= NEAR_MS;
	return joinedWith.length === 0 && Math.abs(at - timeOf(anchor)) <= NEAR_MS;
}

/** Full-width digits and the Chinese stop are what an input method gives for "28.5". */
function normalise(typed: string): string {
	return typed
		.normalize('NFKC')
		.replaceAll('。', '.')
		.replace(/[¥￥,\s]/g, '')
		.toLowerCase();
}

function matchesQuery({ amountMinor, record }: Candidate, query: string): boolean {
	const currency = record.side === 'ours' ? record.sale.currency : record.receipt.currency;
	const amount = formatMajor(amountMinor, currency);
	if (amount === query || amount.startsWith(query) || amount === `${query}0` || amount === `${query}.00`) return true;
	const keys = record.side === 'ours' ? record.sale.keys : record.receipt;
	const numbers = [keys.traceNo, keys.rrn, keys.authCode, keys.last4, keys.merchantOrderNo, keys.channelOrderNo];
	return query.length >= 3 && numbers.some((no) => no?.toLowerCase().endsWith(query));
}

export function amountOf(anchor: FindAnchor): number {
	return anchor.side === 'ours' ? anchor.sale.amountMinor : anchor.receipt.amountMinor;
}

export function timeOf(anchor: FindAnchor): number {
	return anchor.side === 'ours' ? anchor.sale.at : anchor.receipt.at;
}

/** What differs between the record and the candidate, spelled out: "付款方式不同；晚 3 分 37 秒". */
export function differencesText(messages: Messages, anchor: FindAnchor, candidate: Candidate): string {
	const { text, format } = messages;
	const words = text.match.findPanel;
	const ours = anchor.side === 'ours' ? anchor.sale : candidate.record.side === 'ours' ? candidate.record.sale : null;
	const theirs = anchor.side === 'theirs' ? anchor.receipt : candidate.record.side === 'theirs' ? candidate.record.receipt : null;
	const difference = candidate.amountMinor - amountOf(anchor);
	const seconds = Math.round((candidate.at - timeOf(anchor)) / SECOND_MS);
	const currency = ours?.currency;
	const phrases = [
		difference === 0
			? words.sameAmount
			: difference < 0
				? text.evidence.less(format.money(-difference, currency))
				: text.evidence.more(format.money(difference, currency)),
		ours && theirs?.tender && theirs.tender !== ours.tender ? words.otherTender : null,
		ours?.terminalId && theirs?.terminalId && theirs.terminalId !== ours.terminalId ? words.otherTerminal : null,
		seconds === 0 ? text.evidence.sameTime : seconds > 0 ? words.later(durationText(messages, seconds)) : words.earlier(durationText(messages, seconds)),
		theirs && theirs.status !== 'success' ? words.notPaid : null,
		candidate.confirmed ? words.confirmedJoined : candidate.joinedWith.length > 0 ? words.joined : null,
	];
	return phrases.filter((phrase) => phrase !== null).join(text.evidence.joiner);
}
