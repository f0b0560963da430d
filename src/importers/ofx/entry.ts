import type { Currency } from '../../domain/money.ts';
import { type Note, quoted } from '../shared/reading/line-problems.ts';
import type { BankLineDraft } from '../shared/reading/statement.ts';
import { readAmount } from '../shared/values/amounts.ts';
import { readReference } from '../shared/values/cells.ts';
import { type DecimalMark, withDecimalPoint } from '../shared/values/decimals.ts';
import { decodeEntities } from '../shared/values/entities.ts';
import type { Block } from './statements.ts';
import { readOfxDay } from './times.ts';

/** One entry as a line; null where its day or amount is unreadable, which is noted. */
export function readEntry(block: Block, money: { assumed: Currency; mark: DecimalMark; note: Note }): BankLineDraft | null {
	const { note } = money;
	const textOf = (name: string) =>
		decodeEntities(block.values.get(name) ?? '')
			.replace(/\s+/g, ' ')
			.trim();
	const posted = textOf('DTPOSTED');
	const bookedOn = readOfxDay(posted);
	if (bookedOn === null) note('time_unreadable', `DTPOSTED: no such day (${quoted(posted)}).`);
	const currency = block.ownCurrency ?? block.currency ?? money.assumed;
	const written = textOf('TRNAMT');
	const amount = readAmount(withDecimalPoint(written, money.mark), currency);
	if (!amount.ok) note('amount_unreadable', `TRNAMT: ${written === '' ? 'there is no amount' : amount.error} (${quoted(written)}).`);
	if (bookedOn === null || !amount.ok) return null;
	const reference = ['FITID', 'REFNUM', 'CHECKNUM', 'SRVRTID'].map((name) => readReference(textOf(name))).find(({ value }) => value !== null);
	return {
		bookedOn,
		valueOn: readOfxDay(textOf('DTAVAIL')) ?? bookedOn,
		amountMinor: amount.value,
		currency,
		counterparty: textOf('NAME') || null,
		reference: reference?.value ?? null,
		text: [textOf('MEMO'), textOf('EXTDNAME')].filter((text) => text !== '').join(' '),
		line: block.line,
	};
}
