import { type Element, elementsAt, textsAt } from './xml.ts';

/** What the details of an entry say about one of its payments. */
type Side = 'Dbtr' | 'Cdtr';

/** Ids that say that there is none. */
const NO_REFERENCE = /^(?:NOTPROVIDED|NOTAVAILABLE|NONREF|NOREF|NOT PROVIDED|UNKNOWN|N\/?A|-+|\.+)$/i;

/**
 * Name of the other party: who paid what came in, who got what went out. A reversal keeps the parties of what it reverses, so there the
 * other side counts where this one is the account's owner. Null where a batch has several.
 */
export function counterpartyOf(
	entry: Element,
	direction: { readonly credit: boolean; readonly reversal: boolean; readonly owner: string | null },
): string | null {
	const [side, other]: readonly [Side, Side] = direction.credit ? ['Dbtr', 'Cdtr'] : ['Cdtr', 'Dbtr'];
	const isOwner = (name: string) => direction.owner !== null && name.toLowerCase() === direction.owner.toLowerCase();
	const names = namesOf(entry, side);
	if (names.length > 0 && !(direction.reversal && names.every(isOwner))) return onlyOne(names);
	return direction.reversal ? onlyOne(namesOf(entry, other).filter((name) => !isOwner(name))) : onlyOne(namesOf(entry, `Ultmt${side}`));
}

function namesOf(entry: Element, party: string): string[] {
	return elementsAt(entry, 'NtryDtls', 'TxDtls', 'RltdPties', party).flatMap((element) => [
		...textsAt(element, 'Nm'),
		...textsAt(element, 'Pty', 'Nm'),
		...textsAt(element, 'Agt', 'FinInstnId', 'Nm'),
	]);
}

/**
 * The end-to-end id where the entry has one for all of it; else what the bank calls the entry; else the next best number of its payment.
 */
export function entryReference(entry: Element): string | null {
	const refs = (name: string) => textsAt(entry, 'NtryDtls', 'TxDtls', 'Refs', name).filter((text) => !NO_REFERENCE.test(text));
	const own = (name: string) => textsAt(entry, name).find((text) => !NO_REFERENCE.test(text)) ?? null;
	const payments = elementsAt(entry, 'NtryDtls', 'TxDtls').length;
	const endToEnd = refs('EndToEndId');
	return (
		(endToEnd.length === Math.max(1, payments) ? onlyOne(endToEnd) : null) ??
		own('AcctSvcrRef') ??
		endToEnd[0] ??
		['AcctSvcrRef', 'UETR', 'TxId', 'InstrId', 'PmtInfId', 'ClrSysRef', 'MsgId'].map((name) => refs(name)[0]).find((text) => text !== undefined) ??
		own('NtryRef')
	);
}

function onlyOne(texts: readonly string[]): string | null {
	return new Set(texts).size === 1 ? (texts[0] ?? null) : null;
}
