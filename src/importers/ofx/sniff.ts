/** Entries, or the statement of a bank or credit card that holds them, in version 1 (SGML) or 2 (XML). */
const STATEMENT = /<(?:STMTTRN|STMTRS|CCSTMTRS)>/i;

export function sniffOfx(head: string): number | null {
	if (!STATEMENT.test(head)) return null;
	const start = head.search(/<OFX>/i);
	return start < 0 ? head.search(STATEMENT) : start;
}
