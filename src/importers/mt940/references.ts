/** Words that stand where a reference could, and say that there is none or that it stands elsewhere. */
const NO_REFERENCE = /^(?:NONREF|NOREF|NOTPROVIDED|NOT PROVIDED|NONE|[EKMP]REF|-+|\.*|0+)$/i;

export function isReference(text: string): boolean {
	return !NO_REFERENCE.test(text);
}
