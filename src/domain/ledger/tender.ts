/** How a customer paid, as the cashier or a source says. */
export const TENDERS = ['card', 'wechat', 'alipay', 'unionpay_qr', 'cash', 'other'] as const;
export type Tender = (typeof TENDERS)[number];

/** Whether the tender leaves a receipt at a terminal or provider, so that it takes part in matching. */
export function leavesReceipt(tender: Tender | null): boolean {
	return tender !== 'cash';
}

export function isTender(text: string): text is Tender {
	return (TENDERS as readonly string[]).includes(text);
}
