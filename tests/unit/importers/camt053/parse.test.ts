import { describe, expect, test } from 'vitest';
import { problemsOf, statementOf } from '../../../support/bills.ts';

const balance = (code: string, amount: string, currency = 'EUR') =>
	`<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="${currency}">${amount.replace('-', '')}</Amt><CdtDbtInd>${amount.startsWith('-') ? 'DBIT' : 'CRDT'}</CdtDbtInd></Bal>`;

type Entry = { amount?: string; currency?: string; sign?: string; status?: string; dates?: string; rest?: string };
function entry({ amount = '10.00', currency = ' Ccy="EUR"', sign = 'CRDT', status = 'BOOK', dates = '2026-11-03', rest = '' }: Entry = {}): string {
	const days = dates === '' ? '' : `<BookgDt><Dt>${dates}</Dt></BookgDt>`;
	return `<Ntry><Amt${currency}>${amount}</Amt><CdtDbtInd>${sign}</CdtDbtInd><Sts>${status}</Sts>${days}${rest}</Ntry>`;
}

const statement = (...parts: string[]) => `<Stmt><Acct><Ccy>EUR</Ccy></Acct>\n${parts.join('\n')}\n</Stmt>`;
const message = (...statements: string[]) => `<Document>\n<BkToCstmrStmt>\n${statements.join('\n')}\n</BkToCstmrStmt></Document>`;
const read = (...parts: string[]) => statementOf(message(statement(...parts)), 's.xml', { format: null, zone: 'Europe/Berlin', cutoverMinutes: 240 });

describe('the balances', () => {
	test.each([
		['100.00', '110.00', true],
		['-100.00', '-90.00', true],
		['100.00', '110.01', false],
		['100.00', '110.00000', true],
	])('from %s to %s with 10.00 coming in: agrees %j', (opening, closing, agrees) => {
		const { footer, problems } = read(balance('OPBD', opening), balance('CLBD', closing), entry());
		expect(footer).toEqual({ present: true, agrees });
		expect(problems.some(({ code }) => code === 'balance_disagrees')).toBe(!agrees);
	});

	test('in another currency than the entries never agree', () => {
		expect(read(balance('OPBD', '100.00'), balance('CLBD', '110.00', 'SEK'), entry()).footer.agrees).toBe(false);
		expect(read(balance('OPBD', '100.00'), balance('CLBD', '110.00'), entry({ currency: ' Ccy="SEK"' })).footer.agrees).toBe(false);
	});

	test('of the day before open the statement where it has none of its own', () => {
		expect(read(balance('PRCD', '100.00'), balance('CLBD', '110.00'), entry()).footer.agrees).toBe(true);
		expect(read(balance('PRCD', '1.00'), balance('OPBD', '100.00'), balance('CLBD', '110.00'), entry()).footer.agrees).toBe(true);
	});

	test('agree only where they do in every statement of the message', () => {
		const good = statement(balance('OPBD', '0.00'), balance('CLBD', '10.00'), entry());
		const bad = statement(balance('OPBD', '0.00'), balance('CLBD', '11.00'), entry());
		expect(statementOf(message(good, good)).footer.agrees).toBe(true);
		expect(statementOf(message(good, bad)).footer.agrees).toBe(false);
	});

	test('do not agree where an entry could not be read', () => {
		expect(read(balance('OPBD', '100.00'), balance('CLBD', '110.00'), entry(), entry({ amount: '1O.00' })).footer.agrees).toBe(false);
	});
});

describe('an entry', () => {
	test.each([
		[{ amount: '10.005' }, 'amount_unreadable'],
		[{ amount: '' }, 'amount_unreadable'],
		[{ sign: 'XXXX' }, 'amount_unreadable'],
		[{ dates: '' }, 'time_unreadable'],
		[{ dates: '2026-02-30' }, 'time_unreadable'],
		[{ status: 'PDNG' }, 'kind_unknown'],
	])('%j is a problem of its line, and the others stand', (broken, code) => {
		const { lines, problems } = read(entry(), entry(broken), entry({ amount: '7.00' }));
		expect(lines.map(({ line }) => line)).toEqual([4, 6]);
		expect(problems.filter(({ line }) => line !== null).map((one) => [one.line, one.code])).toEqual([[5, code]]);
	});

	test('whose end is missing takes no part, and the next one is read', () => {
		const { lines, problems } = read(entry().replace('</Ntry>', ''), entry({ amount: '7.00' }));
		expect(lines.map(({ amountMinor, line }) => [amountMinor, line])).toEqual([[700, 5]]);
		expect(problems[0]).toMatchObject({ line: 4, code: 'row_unreadable' });
	});

	test('is in the currency of the account, or of a balance, where it names none', () => {
		expect(read(entry({ currency: '' })).lines[0]?.currency).toBe('EUR');
		const yen = message(`<Stmt>${balance('OPBD', '5', 'JPY')}${entry({ currency: '', amount: '1200' })}</Stmt>`);
		expect(statementOf(yen).lines[0]).toMatchObject({ currency: 'JPY', amountMinor: 1200 });
		expect(problemsOf(statementOf(message(`<Stmt>${entry({ currency: '' })}</Stmt>`)))).toContain('3:currency_assumed');
	});

	test('of a batch has its own reference, and a name only where all payments share it', () => {
		const payment = (id: string, name: string) =>
			`<TxDtls><Refs><EndToEndId>${id}</EndToEndId></Refs><RltdPties><Dbtr><Nm>${name}</Nm></Dbtr></RltdPties></TxDtls>`;
		const batch = (...payments: string[]) => `<AcctSvcrRef>B</AcctSvcrRef><NtryDtls>${payments.join('')}</NtryDtls>`;
		const { lines } = read(
			entry({ rest: batch(payment('E1', 'A'), payment('E2', 'B')) }),
			entry({ rest: batch(payment('E1', 'A'), payment('E1', 'A')) }),
			entry({ rest: batch(payment('NOTPROVIDED', 'A')) }),
		);
		expect(lines.map(({ reference, counterparty }) => [reference, counterparty])).toEqual([
			['B', null],
			['E1', 'A'],
			['B', 'A'],
		]);
	});
});

test('a message that is cut off keeps its whole entries, says so, and claims no agreement', () => {
	const whole = message(statement(balance('OPBD', '100.00'), balance('CLBD', '120.00'), entry(), entry()));
	const cut = statementOf(whole.slice(0, whole.lastIndexOf('</Amt>')));
	expect(cut.lines).toHaveLength(1);
	expect(cut.footer.agrees).toBe(false);
	expect(problemsOf(cut)).toEqual(expect.arrayContaining(['7:row_unreadable', '3:file_truncated']));
});

test('a statement without entries is read, and says so', () => {
	expect(problemsOf(read(balance('OPBD', '5.00'), balance('CLBD', '5.00')))).toEqual(['-:no_rows']);
});

test('a notification (camt.054) has no balances', () => {
	const text = `<Document><BkToCstmrDbtCdtNtfctn><Ntfctn><Acct><Ccy>EUR</Ccy></Acct>${entry()}</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>`;
	expect(statementOf(text)).toMatchObject({ format: 'camt053', footer: { present: false }, totals: { count: 1, creditsMinor: 1000 } });
});

describe('what it covers', () => {
	const period = (from: string, to: string) => `<FrToDt><FrDtTm>${from}</FrDtTm><ToDtTm>${to}</ToDtTm></FrToDt>`;

	test.each([
		['2026-11-03T00:00:00+01:00', '2026-11-03T23:59:59+01:00', '2026-11-02T23:00:00Z', '2026-11-03T23:00:00Z'],
		['2026-11-03T00:00:00+01:00', '2026-11-03T23:59:59.999+01:00', '2026-11-02T23:00:00Z', '2026-11-03T23:00:00Z'],
		['2026-11-03T00:00:00+01:00', '2026-11-03T00:00:00+01:00', '2026-11-02T23:00:00Z', '2026-11-03T23:00:00Z'],
		['2026-11-03T00:00:00', '2026-11-05T00:00:00', '2026-11-02T23:00:00Z', '2026-11-04T23:00:00Z'],
		['2026-11-03T08:00:00Z', '2026-11-03T12:30:00Z', '2026-11-03T08:00:00Z', '2026-11-03T12:30:00Z'],
	])('from %s to %s', (from, to, start, end) => {
		expect(read(period(from, to), entry()).coverage).toEqual({ from: Date.parse(start), to: Date.parse(end) });
	});

	test("is the days of its entries in the shop's zone where it says nothing, and that is noted", () => {
		const { coverage, problems } = read(entry(), entry({ dates: '2026-11-05' }));
		expect(coverage).toEqual({ from: Date.parse('2026-11-03T00:00:00+01:00'), to: Date.parse('2026-11-06T00:00:00+01:00') });
		expect(problems.map(({ code }) => code)).toEqual(['zone_assumed']);
	});
});

test('entities that the file declares are not expanded, and deep or endless markup is only a problem', () => {
	const bomb = `<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>`;
	const named = entry({ rest: '<AddtlNtryInf>&b;&amp;</AddtlNtryInf>' });
	expect(statementOf(bomb + message(statement(named))).lines[0]?.text).toBe('&b;&');
	expect(problemsOf(statementOf(message(statement(entry({ rest: '<X>'.repeat(5_000) })))))).toContain('4:row_unreadable');
	expect(statementOf(`${message(statement(entry()))}${'<!--'.repeat(100_000)}`).lines).toHaveLength(1);
});
