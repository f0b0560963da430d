import { formatMajor, type Minor } from '../domain/money.ts';
import type { BillReading } from '../domain/receipts/reading.ts';
import type { Receipt } from '../domain/receipts/receipt.ts';
import { formatIso, type Instant } from '../domain/time.ts';

/** The answer of `read --json` about one bill, to the letter of the command line's contract: amounts in major units, instants with their offset. */
export function billAnswer(bill: BillReading) {
	const { format, encoding, leg, footer, problems } = bill;
	const shown = (at: Instant) => formatIso({ at, offset: bill.offset });
	return {
		version: 1,
		...{ format, encoding, leg },
		coverage: bill.coverage && { from: shown(bill.coverage.from), to: shown(bill.coverage.to) },
		receipts: bill.receipts.map(receiptAnswer),
		totals: {
			count: bill.totals.count,
			sales: formatMajor(bill.totals.salesMinor, bill.currency),
			refunds: formatMajor(bill.totals.refundsMinor, bill.currency),
			fees: formatMajor(bill.totals.feesMinor, bill.currency),
		},
		footer: { present: footer.present, agrees: footer.agrees },
		problems: problems.map(({ line, code, message, text }) => ({ line, code, message, text })),
	};
}

/** One bill answers for itself; several of one archive each as a part. */
export function fileAnswer(bills: readonly BillReading[]) {
	const [only, ...others] = bills;
	return only && others.length === 0 ? billAnswer(only) : { version: 1, parts: bills.map(billAnswer) };
}

function receiptAnswer(receipt: Receipt) {
	const major = (minor: Minor | null) => (minor === null ? null : formatMajor(minor, receipt.currency));
	return {
		id: receipt.id,
		occurredAt: formatIso(receipt),
		...{ kind: receipt.kind, status: receipt.status },
		amount: formatMajor(receipt.amountMinor, receipt.currency),
		...{ tip: major(receipt.tipMinor), fee: major(receipt.feeMinor), currency: receipt.currency, tender: receipt.tender, terminalId: receipt.terminalId },
		...{ batchNo: receipt.batchNo, traceNo: receipt.traceNo, rrn: receipt.rrn, authCode: receipt.authCode, last4: receipt.last4 },
		...{ merchantOrderNo: receipt.merchantOrderNo, channelOrderNo: receipt.channelOrderNo, originalRef: receipt.originalRef },
		settlementDate: receipt.settlementDate,
		...(receipt.netMinor === null ? {} : { net: major(receipt.netMinor) }),
		line: receipt.line,
	};
}
