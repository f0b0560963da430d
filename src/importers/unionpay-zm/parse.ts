import type { BillReading } from '../../domain/receipts/reading.ts';
import type { ParseContext } from '../importer.ts';
import { assembleBill } from '../shared/reading/bill.ts';
import { clearingDayOf, clearingDays } from '../shared/reading/coverage.ts';
import type { ReceiptDraft } from '../shared/reading/identity.ts';
import { problemLog } from '../shared/reading/line-problems.ts';
import { progressOver } from '../shared/table/lines.ts';
import { BEIJING, readDay } from '../shared/values/times.ts';
import { RECORD_BYTES } from './fields.ts';
import { areTrimmed, recordLines, recordOf, recordText } from './records.ts';
import { readRecord } from './row.ts';

/**
 * Reads a UnionPay ZM file: records of 607 bytes. Its clearing day stands only in the name under which UnionPay hands it out,
 * `INN<yyMMdd>…`; without it the clearing days are those into which the records fall.
 */
export function parseUnionpayZm(bytes: Uint8Array, context: ParseContext): BillReading {
	const log = problemLog();
	const { text, encoding } = recordText(bytes);
	const lines = recordLines(text);
	const trimmed = areTrimmed(lines);
	const clearingDay = clearingDayOfName(context.name);
	const progress = progressOver(lines.length, context.onProgress);
	const drafts: ReceiptDraft[] = [];
	lines.forEach((line, i) => {
		progress(i + 1);
		if (line.trim() === '') return;
		const record = recordOf(line, trimmed);
		const words = () => digitsOf(line);
		const where = { line: i + 1, text: words };
		if (record === null) {
			log.add({ ...where, code: 'row_unreadable', message: `This line is no record: ${line.length} bytes, where ${RECORD_BYTES} in fixed places belong.` });
			return;
		}
		const draft = readRecord(record, { line: i + 1, clearingDay }, (code, message) => log.add({ ...where, code, message }));
		if (draft) drafts.push(draft);
	});
	const days = clearingDay === null ? drafts.map((draft) => clearingDayOf(draft, context.dayCut)).sort() : [clearingDay];
	const [first, last] = [days[0], days.at(-1)];
	const coverage = first === undefined || last === undefined ? null : clearingDays({ first, last }, BEIJING, drafts, context.dayCut);
	return assembleBill(
		{ format: 'unionpay-zm', leg: 'provider', currency: 'CNY', offset: BEIJING, coverage, tenders: ['card'], drafts, footerAgrees: null },
		{ ...context, encoding },
		log,
	);
}

function clearingDayOfName(name: string): string | null {
	const day = /(?:^|[\\/])INN(\d{6})/.exec(name)?.[1];
	return day === undefined ? null : readDay(`20${day}`);
}

/** The numbers of a line, without what shops and branches wrote into it. */
function digitsOf(line: string): string {
	return line
		.split(/\s+/)
		.filter((word) => /^[A-Z]?\d[\d*]*$/.test(word))
		.join(' ');
}
