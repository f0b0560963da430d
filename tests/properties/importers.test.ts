import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { billAnswer, statementAnswer } from '../../src/cli/read-answer.ts';
import { formatMajor, parseMajor } from '../../src/domain/money.ts';
import { readAmount, readFee } from '../../src/importers/shared/values/amounts.ts';
import { billOf, fixtureBytes, fixtureText, readBytes, receiptsTable, statementOf, wechatBill, wechatRow } from '../support/bills.ts';

const BILLS = [
	'wechat-trade-bill/all-bom-crlf.csv',
	'wechat-trade-bill/portal-gb18030.csv',
	'alipay-trade/damaged.csv',
	'chinaums-tsv/20261103-20261104.txt',
	'chinaums-tsv/sftp.txt',
	'wechat-fund-flow/semicolons.csv',
	'wechat-personal/unicode-text.txt',
	'alipay-account/month-resaved.csv',
	'unionpay-zm/INN26110988ZM_898777000000022',
	'allinpay/semicolons-no-heading.csv',
	'lakala-jy/resaved-commas.csv',
	'shouqianba-csv/look-alike.csv',
	'canonical-receipts/quotes-and-damage.csv',
	'square-transactions/columns-turned.csv',
	'adyen-settlement/interactive-night-of-change.csv',
	'sumup-transactions/umsatz-windows-1252.csv',
	'toast-payment-details/PaymentDetails.csv',
	'zettle-receipts/sparad-som-csv.csv',
	'paypal-settlement/two-sections.csv',
	'camt053/report-of-the-day-latin1.xml',
	'mt940/new-year-two-pages.txt',
	'ofx/card-unclosed-latin1.ofx',
	'qif/two-accounts-de.qif',
	'icbc-csv/two-currencies.csv',
	'ccb-xls/saved-as-text.txt',
	'bank-csv/de-damaged.csv',
	'bank-csv/zh-flag-and-balances.csv',
];
const PACKED = ['alipay-trade/20887770000000010156_20261102.csv.zip', 'chinaums-xlsx/short.xlsx', 'wechat-personal/wallet.xlsx'];

describe('the order of rows changes nothing but lines', () => {
	const TABLES = [
		{ path: 'wechat-trade-bill/all-bom-crlf.csv', head: 1, foot: 3 },
		{ path: 'wechat-fund-flow/basic.csv', head: 1, foot: 3 },
		{ path: 'wechat-personal/wallet.csv', head: 17, foot: 1 },
		{ path: 'alipay-trade/month-resaved.csv', head: 5, foot: 5 },
		{ path: 'alipay-account/month-resaved.csv', head: 5, foot: 5 },
		{ path: 'chinaums-tsv/20261102.txt', head: 4, foot: 3 },
		{ path: 'allinpay/990777058120001_20261102.csv', head: 1, foot: 1 },
		{ path: 'lakala-jy/JY_20261102.txt', head: 1, foot: 1 },
		{ path: 'shouqianba-csv/orders.csv', head: 1, foot: 1 },
		{ path: 'canonical-receipts/receipts.csv', head: 1, foot: 1 },
		{ path: 'canonical-receipts/bad-rows.csv', head: 1, foot: 1 },
		{ path: 'square-transactions/columns-turned.csv', head: 1, foot: 1 },
		{ path: 'square-transactions/2018-44-columns.csv', head: 1, foot: 1 },
		{ path: 'stripe-payments/few-columns-tabs.csv', head: 1, foot: 1 },
		{ path: 'stripe-itemised/itemised.csv', head: 1, foot: 1 },
		{ path: 'adyen-settlement/interactive-night-of-change.csv', head: 3, foot: 1 },
		{ path: 'sumup-transactions/transaktionen-de.csv', head: 1, foot: 1 },
		{ path: 'toast-payment-details/moved-and-renamed.csv', head: 1, foot: 1 },
		{ path: 'zettle-receipts/sparad-som-csv.csv', head: 4, foot: 3 },
		{ path: 'paypal-settlement/STL-20261103.01.009.CSV', head: 4, foot: 6 },
	];

	test.each(TABLES)('$path', ({ path, head, foot }) => {
		const lines = fixtureText(path).split(/\r?\n/);
		const rows = lines.slice(head, lines.length - foot);
		const read = (order: readonly string[]) =>
			withoutLines(billAnswer(billOf([...lines.slice(0, head), ...order, ...lines.slice(lines.length - foot)].join('\n'))));
		const straight = read(rows);
		fc.assert(
			fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (order) => {
				expect(read(order)).toEqual(straight);
			}),
			{ numRuns: 20 },
		);
	});

	test('also where rows repeat each other in all or in part', () => {
		const row = fc.record({
			no: fc.constantFrom('1', '2', '4.2E+27'),
			order: fc.constantFrom('A', 'B'),
			amount: fc.constantFrom('1.00', '2.00'),
			fee: fc.constantFrom('0.01', '0.02'),
		});
		fc.assert(
			fc.property(fc.array(row, { maxLength: 8 }), fc.infiniteStream(fc.nat(1000)), (rows, keys) => {
				const order = rows.map((cells) => ({ cells, key: keys.next().value })).sort((a, b) => a.key - b.key);
				const read = (cells: typeof rows) => withoutLines(billAnswer(billOf(wechatBill(cells.map(wechatRow)))));
				expect(read(order.map(({ cells }) => cells))).toEqual(read(rows));
			}),
		);
	});
});

describe('the order of rows changes nothing of a statement but lines and the balances of its rows', () => {
	const TABLES = [
		{ path: 'icbc-csv/v1.csv', head: 7, foot: 3 },
		{ path: 'icbc-csv/v2.csv', head: 7, foot: 3 },
		{ path: 'bank-csv/en.csv', head: 1, foot: 1 },
		{ path: 'bank-csv/en-debit-credit.csv', head: 4, foot: 1 },
	];

	test.each(TABLES)('$path', ({ path, head, foot }) => {
		const lines = fixtureText(path).split(/\r?\n/);
		const rows = lines.slice(head, lines.length - foot).flatMap((row) => [row, row.replace(/\.\d\d/g, '.99'), row]);
		const read = (order: readonly string[]) => {
			const statement = statementOf([...lines.slice(0, head), ...order, ...lines.slice(lines.length - foot)].join('\n'));
			const { problems, ...said } = statementAnswer(statement);
			const known = said.lines.map((line) => JSON.stringify({ ...line, line: 0 })).sort();
			return {
				...said,
				lines: known,
				problems: problems
					.map(({ code }) => code)
					.filter((code) => code !== 'balance_disagrees')
					.sort(),
			};
		};
		const straight = read(rows);
		fc.assert(
			fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (order) => {
				expect(read(order)).toEqual(straight);
			}),
			{ numRuns: 20 },
		);
	});
});

test('a receipt has the same id in every file that carries it', () => {
	const lines = fixtureText('wechat-trade-bill/all.csv').split('\n');
	const all = new Map(billOf(lines.join('\n')).receipts.map((receipt) => [`${receipt.channelOrderNo} ${receipt.kind}`, receipt.id]));
	fc.assert(
		fc.property(fc.subarray(lines.slice(1, -3)), (rows) => {
			for (const receipt of billOf([lines[0], ...rows].join('\n')).receipts) expect(receipt.id).toBe(all.get(`${receipt.channelOrderNo} ${receipt.kind}`));
		}),
		{ numRuns: 30 },
	);
});

describe('bytes that anything may have happened to', () => {
	const change = fc.record({ at: fc.double({ min: 0, max: 0.9999, noNaN: true }), with: fc.uint8Array({ maxLength: 12 }), drop: fc.nat(40) });

	test.each([...BILLS, ...PACKED])('never make the reader of %s throw, and the same bytes give the same answer', async (path) => {
		const original = fixtureBytes(path);
		await fc.assert(
			fc.asyncProperty(
				fc.array(change, { minLength: 1, maxLength: 6 }),
				fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { freq: 3 }),
				async (changes, cut) => {
					const bytes = mutate(original, changes).slice(0, cut === null ? undefined : Math.floor(cut * original.length));
					const reading = await readBytes(bytes);
					expect(await readBytes(bytes)).toEqual(reading);
					if (!reading.ok) return;
					for (const bill of reading.value.bills) expectWhole(billAnswer(bill));
					for (const statement of reading.value.statements) expectWholeStatement(statementAnswer(statement));
				},
			),
			{ numRuns: 150 },
		);
	});

	test('nor do bytes of any kind', async () => {
		await fc.assert(
			fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
				await expect(readBytes(bytes)).resolves.toBeDefined();
				await expect(readBytes(Uint8Array.from([0x50, 0x4b, 3, 4, ...bytes, 0x50, 0x4b, 5, 6, ...bytes.slice(0, 18)]))).resolves.toBeDefined();
				await expect(readBytes(Uint8Array.from([0x1f, 0x8b, 8, ...bytes]))).resolves.toBeDefined();
			}),
			{ numRuns: 500 },
		);
	});
});

test('no card number comes out, wherever it stands but in a reference', () => {
	const card = fc
		.tuple(fc.constantFrom('4', '51', '62', '37'), fc.array(fc.nat(9), { minLength: 11, maxLength: 16 }))
		.map(([start, digits]) => withCheckDigit(start + digits.join('').slice(0, 18 - start.length)));
	const written = card.chain((number) =>
		fc.constantFrom(number, number.replace(/(.{4})(?=.)/g, '$1 '), number.replace(/(.{4})(?=.)/g, '$1-')).map((text) => ({ number, text })),
	);
	const place = fc.constantFrom('remark', 'amount', 'kind', 'occurred_at', 'status', 'tender', 'last4', 'tip', 'currency', 'settlement_date');
	fc.assert(
		fc.property(written, place, ({ number, text }, name) => {
			const header = 'id,occurred_at,kind,status,amount,tip,currency,tender,last4,settlement_date,remark';
			const answer = JSON.stringify(billAnswer(billOf(receiptsTable([{ id: 'a', [name]: text }], header))));
			expect(answer.replace(/[^\d*]/g, '')).not.toContain(number);
			const wechat = JSON.stringify(
				billAnswer(billOf(wechatBill([wechatRow({ goods: text, pack: text, amount: 'x' }), wechatRow({ time: text }), `\`${text}`]))),
			);
			expect(wechat.replace(/[^\d*]/g, '')).not.toContain(number);
		}),
		{ numRuns: 300 },
	);
});

describe('amounts', () => {
	test('read back as they were written', () => {
		fc.assert(
			fc.property(fc.integer({ min: -9_999_999_999, max: 9_999_999_999 }), fc.constantFrom('CNY', 'JPY', 'KWD'), (minor, currency) => {
				const text = formatMajor(minor, currency);
				expect(readAmount(text, currency)).toEqual({ ok: true, value: minor });
				expect(readFee(text, currency)).toEqual({ ok: true, value: minor });
			}),
		);
	});

	test('agree with the domain on every plain decimal', () => {
		fc.assert(
			fc.property(fc.stringMatching(/^-?\d{0,8}(\.\d{0,8})?$/), (text) => {
				const ours = readAmount(text, 'CNY');
				const domain = parseMajor(text, 'CNY');
				expect(ours.ok ? ours.value : null).toBe(domain.ok ? domain.value : null);
			}),
		);
	});

	test('any other text is either refused or a number in which no digit is lost', () => {
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom(...'0123456789.,-+()¥$ eE') }), (text) => {
				const amount = readAmount(text, 'CNY');
				if (!amount.ok) return;
				const digits = text.replace(/[^\d.]/g, '').replace(/^0+|\.0*$/g, '');
				expect(formatMajor(Math.abs(amount.value), 'CNY').replace(/^0+|\.00$/g, '')).toContain(digits.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, ''));
			}),
		);
	});
});

/** What a file says, without where in the file it stands. */
function withoutLines(answer: ReturnType<typeof billAnswer>) {
	const text = (value: unknown) => JSON.stringify(value);
	return {
		...answer,
		receipts: answer.receipts.map((receipt) => text({ ...receipt, line: 0 })).sort(),
		problems: answer.problems.map(({ code }) => code).sort(),
	};
}

function expectWhole(answer: ReturnType<typeof billAnswer>) {
	expect(new Set(answer.receipts.map(({ id }) => id)).size).toBe(answer.receipts.length);
	expect(answer.totals.count).toBe(answer.receipts.length);
	for (const receipt of answer.receipts) {
		expect(receipt.amount).toMatch(/^\d+(\.\d+)?$/);
		expect(receipt.occurredAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?[+-]\d\d:\d\d$/);
	}
	for (const problem of answer.problems) expect(problem.text.length).toBeLessThanOrEqual(2_000);
}

function expectWholeStatement(answer: ReturnType<typeof statementAnswer>) {
	expect(new Set(answer.lines.map(({ id }) => id)).size).toBe(answer.lines.length);
	expect(answer.totals.count).toBe(answer.lines.length);
	for (const line of answer.lines) {
		expect(line.amount).toMatch(/^-?\d+(\.\d+)?$/);
		expect([line.bookedOn, line.valueOn ?? line.bookedOn].join(' ')).toMatch(/^\d{4}-\d\d-\d\d \d{4}-\d\d-\d\d$/);
		expect(line.text.length).toBeLessThanOrEqual(2_000);
	}
	for (const problem of answer.problems) expect(problem.text.length).toBeLessThanOrEqual(2_000);
}

function mutate(original: Uint8Array, changes: readonly { at: number; with: Uint8Array; drop: number }[]): Uint8Array {
	let bytes = [...original];
	for (const { at, with: inserted, drop } of changes) {
		const place = Math.floor(at * bytes.length);
		bytes = [...bytes.slice(0, place), ...inserted, ...bytes.slice(place + drop)];
	}
	return Uint8Array.from(bytes);
}

function withCheckDigit(digits: string): string {
	const doubled = (digit: number) => (digit > 4 ? digit * 2 - 9 : digit * 2);
	const sum = [...digits].reverse().reduce((total, char, i) => total + (i % 2 === 0 ? doubled(Number(char)) : Number(char)), 0);
	return `${digits}${(10 - (sum % 10)) % 10}`;
}
