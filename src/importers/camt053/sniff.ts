/** What the messages of banks about bookings hold: statement (camt.053), report of the day (camt.052), notification (camt.054). */
const MESSAGE = /<(?:[\w.-]{1,40}:)?(?:BkToCstmrStmt|BkToCstmrAcctRpt|BkToCstmrDbtCdtNtfctn)[\s/>]/;

export function sniffCamt053(head: string): number | null {
	const at = head.search(MESSAGE);
	return at < 0 ? null : at;
}
