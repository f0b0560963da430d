import type { Coverage } from '../../src/domain/receipts/reading.ts';
import type { Receipt } from '../../src/domain/receipts/receipt.ts';
import type { BankLine } from '../../src/domain/receipts/statement.ts';
import { SETTLEMENT_RULES_DEFAULT } from '../../src/domain/settlement/default-rules.ts';
import { statementCoverage } from '../../src/domain/settlement/judging/coverage.ts';
import type { Settlement } from '../../src/domain/settlement/outcome.ts';
import { type SettleReceiptsInput, settleReceipts } from '../../src/domain/settlement/settle.ts';
import { DAY_MS, type Interval } from '../../src/domain/time.ts';
import { at, billed, minor } from './matching-rows.ts';

export const TENPAY = '财付通支付科技有限公司';

/** A sale of a WeChat bill at noon of a day, with its fee. */
export function sold(day: string, amount: string, fee: string | null, change: Partial<Omit<Receipt, 'id' | 'at'>> = {}): Receipt {
	const id = `${change.source ?? 'wechat'} ${day} ${amount} ${change.kind ?? 'sale'} ${change.tender ?? ''} ${change.batchNo ?? ''}`;
	const currency = change.currency ?? 'CNY';
	return billed(id, `${day}T12:00:00+08:00`, amount, { feeMinor: fee === null ? null : minor(fee, currency), ...change });
}

/** A line of a bank statement; Tenpay's unless said otherwise. */
export function credit(day: string, amount: string, change: Partial<BankLine> = {}): BankLine {
	const text = change.text ?? '';
	return {
		...{ id: `bank ${day} ${amount} ${change.counterparty ?? 'tenpay'} ${text}`, bookedOn: day, valueOn: null, currency: 'CNY', counterparty: TENPAY },
		...{ amountMinor: minor(amount, change.currency), reference: null, text, line: null },
		...change,
	};
}

/** Whole days, the last one included. */
export function wholeDays(first: string, last: string): Interval {
	return { from: at(`${first}T00:00:00+08:00`), to: at(`${last}T00:00:00+08:00`) + DAY_MS };
}

export function billCoverage(first: string, last: string, source = 'wechat-trade-bill'): Coverage {
	return { source, leg: 'provider', interval: wholeDays(first, last), tenders: ['wechat'] };
}

type Given = Partial<Omit<SettleReceiptsInput, 'bank'>> & { readonly lines?: readonly BankLine[]; readonly covered?: readonly Interval[] };

/** Settles rows against lines; the statement covers 16 to 30 November 2026, at whose end it is judged. */
export function settleRows({ lines = [], covered = [wholeDays('2026-11-16', '2026-11-30')], ...given }: Given): Settlement {
	const base = { receipts: [], coverage: [], rules: SETTLEMENT_RULES_DEFAULT, cutoverMinutes: 240, now: at('2026-12-01T12:00:00+08:00') };
	return settleReceipts({ ...base, ...given, bank: { lines, covered: covered.flatMap((interval) => statementCoverage(interval, lines)) } });
}

/** What was found, in one line each. */
export function states({ payouts }: Settlement): string[] {
	return payouts.map(
		({ state, batches, lines, differenceMinor }) => `${batches.map((one) => one.settledOn.slice(8)).join('+')} ${state} ${lines.length} ${differenceMinor}`,
	);
}
