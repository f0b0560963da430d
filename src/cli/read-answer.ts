import { formatMajor, type Minor } from '../domain/money.ts';
import type { BillReading } from '../domain/receipts/reading.ts';
import type { Receipt } from '../domain/receipts/receipt.ts';
import type { StatementReading } from '../domain/receipts/statement.ts';
import { formatIso, type Instant } from '../domain/time.ts';
import type { FileReading } from '../importers/importer.ts';

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

/** The same about a bank statement: booked days and signed amounts. */
export function statementAnswer(statement: StatementReading) {
	const { format, encoding, leg, footer, problems, currency, totals } = statement;
	const shown = (at: Instant) => formatIso({ at, offset: statement.offset });
	return {
		version: 1,
		...{ format, encoding, leg },
		coverage: statement.coverage && { from: shown(statement.coverage.from), to: shown(statement.coverage.to) },
		lines: statement.lines.map(({ id, bookedOn, valueOn, amountMinor, ...line }) => ({
			...{ id, bookedOn, valueOn, amount: formatMajor(amountMinor, line.currency), currency: line.currency },
			...{ counterparty: line.counterparty, reference: line.reference, text: line.text, line: line.line },
		})),
		totals: { count: totals.count, credits: formatMajor(totals.creditsMinor, currency), debits: formatMajor(totals.debitsMinor, currency) },
		footer: { present: footer.present, agrees: footer.agrees },
		problems: problems.map(({ line, code, message, text }) => ({ line, code, message, text })),
	};
}

/** One bill or statement answers for itself; several of one archive or workbook each as a part. */
export function fileAnswer({ bills, statements }: FileReading) {
	const answers = [...bills.map(billAnswer), ...statements.map(statementAnswer)];
	return answers.length === 1 ? answers[0] : { version: 1, parts: answers };
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
