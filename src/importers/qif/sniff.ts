/** Accounts of money that comes and goes; lists of categories or prices, and investments, are none. */
const ACCOUNT = /^[ \t]*!Type:[ \t]*(?:Bank|Cash|CCard|Oth[ \t]?[AL])\b/im;

export function sniffQif(head: string): number | null {
	const at = head.replaceAll('\r', '\n').search(ACCOUNT);
	return at < 0 ? null : at;
}
