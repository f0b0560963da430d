import { readDutchCodes } from './dutch.ts';
import { readGermanFields } from './german.ts';

/** What `:86:` says about an entry. */
export type Details = { readonly counterparty: string | null; readonly endToEnd: string | null; readonly text: string };

/** A line of this many characters, its tag included, was broken by its length and not by its meaning. */
const FULL_LINE = 65;
const TAG_LENGTH = 4;
/** Six lines of 65 characters are allowed; what is far beyond is no text for people. */
const TEXT_MAX = 4_000;

/**
 * Reads the lines of `:86:` in German (`?20`), Dutch (`/REMI/`) or free layout; `supplement` are the lines under `:61:`, which some banks
 * use for words and others for account numbers.
 */
export function readDetails(lines: readonly string[], supplement: readonly string[]): Details {
	const joined = lines.join('').slice(0, TEXT_MAX);
	const details = readGermanFields(joined) ?? readDutchCodes(joined) ?? { counterparty: null, endToEnd: null, text: freeText(lines) };
	const extra = supplement.join(' ').slice(0, TEXT_MAX).trim();
	const says = extra !== '' && !details.text.includes(extra) && (details.text === '' || /[A-Za-z]{2}.* /.test(extra));
	return says ? { ...details, text: `${details.text} ${extra}`.trim() } : details;
}

/** A payment or withdrawal with a Dutch card: terminal, time and the pass stand around the name. */
const CARD_PAYMENT = /^(BEA|GEA)\b.*?\d{2}\.\d{2}\.\d{2}[/ ]\d{2}[.:]\d{2}\s+(.*?),\s*PAS\s?\d+\s*(.*)$/;
/** A French code of the operation. */
const OPERATION_CODE = /^[A-Z]\d{2}\?/;

function freeText(lines: readonly string[]): string {
	const text = lines.reduce((before, line, i) => {
		const isFull = i > 0 && (lines[i - 1]?.length ?? 0) + (i === 1 ? TAG_LENGTH : 0) >= FULL_LINE;
		return i === 0 ? line : `${before}${isFull ? '' : ' '}${line}`;
	}, '');
	const plain = text.slice(0, TEXT_MAX).replace(/\s+/g, ' ').trim().replace(OPERATION_CODE, '');
	const card = CARD_PAYMENT.exec(plain);
	return card ? [card[1], card[2], card[3]].filter(Boolean).join(' ') : plain;
}
