import { describe, expect, test } from 'vitest';
import { problemsOf, statementOf } from '../../../support/bills.ts';

const message = (entries: readonly string[], { opening = 'C261102EUR100,', closing = 'C261104EUR100,' } = {}) =>
	[':20:S1', ':25:12030000/202051', ':28C:1/1', `:60F:${opening}`, ...entries, `:62F:${closing}`, '-', ''].join('\r\n');
const linesOf = (...entries: string[]) => statementOf(message(entries)).lines;
const about = (...text: string[]) => linesOf(':61:2611031103C1,NTRFNONREF', `:86:${text.join('\r\n')}`)[0];

describe('an entry', () => {
	test.each([
		['2611031103C10,NTRFNONREF', 1000],
		['2611031103D79,7NTRFNONREF', -7970],
		['2611031103RC0,5NTRFNONREF', -50],
		['2611031103RD10,00NTRFNONREF', 1000],
		['2611031103CR10,NTRFNONREF', 1000],
		['2611031103DR000000000010,00NTRFNONREF', -1000],
		['2611031103RCR10,NTRFNONREF', -1000],
		['261103    C10,NMSC', 1000],
		['261103C10,', 1000],
		['2611031103D0,00NTRFNONREF', 0],
	])('%s has the sign of its mark', (entry, amountMinor) => {
		expect(linesOf(`:61:${entry}`)[0]).toMatchObject({ amountMinor, valueOn: '2026-11-03' });
	});

	test.each([
		['2612311231', '2026-12-31', '2026-12-31'],
		['2612310102', '2027-01-02', '2026-12-31'],
		['2701021231', '2026-12-31', '2027-01-02'],
		['261103', '2026-11-03', '2026-11-03'],
		['261103    ', '2026-11-03', '2026-11-03'],
		['2602300301', '2026-03-01', '2026-02-28'],
		['2402300301', '2024-03-01', '2024-02-29'],
		['2602290230', '2026-02-28', '2026-02-28'],
		['9912310103', '2000-01-03', '1999-12-31'],
	])('%s is booked on %s, of value on %s', (dates, bookedOn, valueOn) => {
		expect(linesOf(`:61:${dates}C1,NTRF`)[0]).toMatchObject({ bookedOn, valueOn });
	});

	test.each([
		['2613031103C10,NTRF', 'time_unreadable'],
		['2604311103C10,NTRF', 'time_unreadable'],
		['2611031103C10,005NTRF', 'amount_unreadable'],
		['2611031103C1.234,50NTRF', 'amount_unreadable'],
		['2611031103X10,NTRF', 'row_unreadable'],
		['', 'row_unreadable'],
	])('%j is a problem of its line, the others stand, and the balances do not agree', (entry, code) => {
		const { lines, problems, footer } = statementOf(message([':61:2611031103C1,NTRF', `:61:${entry}`, ':86:x', ':61:2611031103D1,NTRF']));
		expect(lines.map(({ line }) => line)).toEqual([5, 8]);
		expect(problems.filter(({ line }) => line !== null).map((one) => [one.line, one.code])).toEqual([[6, code]]);
		expect(footer.agrees).toBe(false);
	});

	test.each([
		['NTRFNONREF//BANK-1', '', 'BANK-1'],
		['NTRFOWN-1//NONREF', '', 'OWN-1'],
		['NTRFOWN-1', '', 'OWN-1'],
		['NTRFNONREF', '', null],
		['N102EREF//B', '/EREF/E-1/REMI/x', 'E-1'],
		['N102EREF', '/EREF/NOTPROVIDED/REMI/x', null],
		['NTRFNONREF//B', '166?00GUTSCHRIFT?20EREF+E-1?21SVWZ+x', 'E-1'],
		['NTRFNONREF//B', '166?20EREF+NOTPROVIDED?21SVWZ+x', 'B'],
	])('%s with %j has the reference %j', (references, text, reference) => {
		expect(linesOf(`:61:2611031103C1,${references}`, `:86:${text}`)[0]?.reference).toBe(reference);
	});
});

describe('what is written about an entry', () => {
	test('in German fields is one text, also where fields and lines were broken by their length', () => {
		expect(
			about(
				'166?00GUTSCHRIFT?109316?20EREF+TX-ABCDEFGHIJKLMNOPQRS?2117?22SVWZ+AUSZAHLUNG EINES TA',
				'GES?30COBADEFF?31DE02120300000000202051?32WORLDLINE?33FRANKFURT',
			),
		).toMatchObject({
			reference: 'TX-ABCDEFGHIJKLMNOPQRS17',
			text: 'GUTSCHRIFT EREF+TX-ABCDEFGHIJKLMNOPQRS17 SVWZ+AUSZAHLUNG EINES TAGES',
			counterparty: 'WORLDLINE FRANKFURT',
		});
	});

	test.each([
		['177?00UEBERWEISUNG?20Rechnung 88', 'Rechnung 88'],
		['805?00ENTGELTABSCHLUSS?20Pauschalen', 'ENTGELTABSCHLUSS Pauschalen'],
		['808?00ENTGELT', 'ENTGELT'],
		['166<00GUTSCHRIFT<20Tag 7<32ADYEN', 'GUTSCHRIFT Tag 7'],
		['/TRTP/SEPA OVERBOEKING/NAME/STRIPE/REMI/PAYOUT 12/2026/EREF/E', 'PAYOUT 12/2026'],
		['/TRTP/SEPA INCASSO/CSID/NL1/NAME/ENERGIE/REMI/USTD//termijn/', 'SEPA INCASSO termijn'],
		['/CNTP/NL02ABNA0123456789/ABNANL2A/BAKKER BV/UTRECHT/REMI/USTD//brood/', 'brood'],
		['GEA   NR:S1X2   04.11.26/12.54 GELDMAAT,PAS123', 'GEA GELDMAAT'],
		['BEA, Betaalpas 04.11.26/12:54 CAFE,PAS123 UTRECHT', 'BEA CAFE UTRECHT'],
		['+31 20 1234567 terugbellen', '+31 20 1234567 terugbellen'],
		['VIREMENT   RECU', 'VIREMENT RECU'],
		['- Rabatt', '- Rabatt'],
	])('%j reads %j', (text, said) => {
		expect(about(text)?.text).toBe(said);
	});

	test('in a Dutch layout names the other party', () => {
		expect(about('/ORDP//NAME/JAN BV/REMI//ISDT/2026-11-03')?.counterparty).toBe('JAN BV');
		expect(about('/CNTP/NL02ABNA0123456789/ABNANL2A/BAKKER BV/UTRECHT/REMI/USTD//brood/')?.counterparty).toBe('BAKKER BV');
		expect(about('/CNTP/NL02ABNA0123456789////REMI/USTD//brood/')?.counterparty).toBeNull();
	});

	test('in free words goes on without a blank only where the line was full', () => {
		expect(about('GIRO', 'AUFTRAGGEBER')?.text).toBe('GIRO AUFTRAGGEBER');
		const full = `${'A'.repeat(60)}B`;
		expect(about(full, 'C')?.text).toBe(`${full}C`);
	});

	test('also stands under the entry itself, in words', () => {
		const entry = (supplement: string, text: string) => linesOf(':61:2611031103C1,NTRF', supplement, `:86:${text}`)[0]?.text;
		expect(entry('ADYEN BATCH 41', 'PAYOUT')).toBe('PAYOUT ADYEN BATCH 41');
		expect(entry('NL70ABNA0987654321', 'PAYOUT')).toBe('PAYOUT');
		expect(entry('BATCH 41', 'PAYOUT BATCH 41')).toBe('PAYOUT BATCH 41');
	});

	test('has no full card number and no e-mail address in it', () => {
		expect(about('Karte 4111 1111 1111 1111 an a.b@example.org')?.text).toBe('Karte **** **** **** 1111 an ***@***');
	});
});

describe('the envelope', () => {
	const entry = ':61:2611031103C10,NTRF';

	test.each([
		['bare', '', ''],
		['SWIFT blocks', '{1:F01BANKDEFFAXXX0000000000}{2:I940BANKDEFFXXXXN}{4:\r\n', '}'],
		['SWIFT blocks on one line', '{1:F01BANKDEFFAXXX0000000000}{4:', '}{5:{CHK:1}}'],
		['bank names', 'ABNANL2A\r\n940\r\nABNANL2A\r\n', ''],
		['an empty line', '\r\n', ''],
	])('of %s changes nothing', (_, before, behind) => {
		const { lines, footer } = statementOf(`${before}${message([entry], { closing: 'C261104EUR110,' }).trimEnd()}${behind}\r\n`);
		expect(lines).toHaveLength(1);
		expect(footer).toEqual({ present: true, agrees: true });
	});

	test('may hold several statements, which must all agree', () => {
		const good = message([entry], { closing: 'C261104EUR110,' });
		expect(statementOf(good + good)).toMatchObject({ totals: { count: 2 }, footer: { agrees: true } });
		expect(statementOf(good + message([entry])).footer.agrees).toBe(false);
	});

	test('may lack its end, which is said', () => {
		const cut = statementOf(message([entry]).split('\r\n').slice(0, 5).join('\r\n'));
		expect(cut.footer).toEqual({ present: true, agrees: false });
		expect(problemsOf(cut)).toContain('1:footer_missing');
	});

	test('ends its lines in any way', () => {
		expect(statementOf(message([entry, ':86:x']).replaceAll('\r\n', '\r')).lines[0]).toMatchObject({ line: 5, text: 'x' });
	});

	test('without any entry is read', () => {
		const empty = statementOf(message([]));
		expect(empty.footer).toEqual({ present: true, agrees: true });
		expect(problemsOf(empty)).toEqual(['-:zone_assumed', '-:no_rows']);
	});
});

test('balances below zero, and in a currency without decimals, count as written', () => {
	expect(statementOf(message([':61:261103C1200,NTRF'], { opening: 'D261102JPY200,', closing: 'C261104JPY1000,' }))).toMatchObject({
		currency: 'JPY',
		lines: [{ amountMinor: 1200, currency: 'JPY' }],
		footer: { agrees: true },
	});
	expect(problemsOf(statementOf(message([], { opening: 'C261102EUR1x' })))).toContain('4:amount_unreadable');
});

test("an entry before any balance is in the currency of the shop's zone, which is said", () => {
	const text = ':20:S\n:25:1\n:28C:1\n:61:2611031103C1,NTRF\n';
	const { lines, problems } = statementOf(text, 's.sta', { format: null, zone: 'Europe/Berlin', cutoverMinutes: 240 });
	expect(lines[0]?.currency).toBe('EUR');
	expect(problems.map(({ code }) => code)).toContain('currency_assumed');
});
