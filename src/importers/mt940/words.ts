/** Kinds of booking that say no more than that money was sent. */
const PLAIN_TRANSFER = /^(?:SEPA[ -])?(?:(?:UE|Ü)BERWEISUNG|OVERBOEKING)$/i;

/** What the entry is for, after the kind of booking where that adds something. */
export function kindAndPurpose(kind: string, purpose: string): string {
	const adds = purpose === '' || !(PLAIN_TRANSFER.test(kind) || kind === purpose);
	return [adds ? kind : '', purpose].filter((text) => text !== '').join(' ');
}
