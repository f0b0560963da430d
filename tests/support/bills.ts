import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReadOptions } from '../../src/domain/receipts/read-options.ts';
import type { BillReading } from '../../src/domain/receipts/reading.ts';
import type { StatementReading } from '../../src/domain/receipts/statement.ts';
import { readFile, readOpened } from '../../src/importers/read-file.ts';
import { ROOT } from './source-tree.ts';

export const BILLS = join(ROOT, 'tests/fixtures/bills');

export type Fixture = { readonly format: string; readonly name: string; readonly path: string };

/** Every bill of the fixtures beside which its expected answer lies. */
export function expectedFixtures(): Fixture[] {
	return readdirSync(BILLS).flatMap((format) =>
		readdirSync(join(BILLS, format))
			.filter((name) => name.endsWith('.expected.json'))
			.map((name) => ({ format, name: name.replace('.expected.json', ''), path: join(BILLS, format, name.replace('.expected.json', '')) })),
	);
}

export const fixtureBytes = (path: string): Uint8Array => new Uint8Array(readFileSync(join(BILLS, path)));
export const fixtureText = (path: string): string => readFileSync(join(BILLS, path), 'utf8').replace(/^\ufeff/, '');

export const OPTIONS = { format: null, zone: 'Asia/Shanghai', cutoverMinutes: 240 } as const;

export function readBytes(bytes: Uint8Array, name = 'bill.csv') {
	return readFile({ name, bytes }, OPTIONS);
}

export const readText = (text: string) => readBytes(new TextEncoder().encode(text));

/** The one bill in a text or in bytes that are not packed; fails the test where there is none or more. */
export function billOf(content: string | Uint8Array, name = 'bill.csv'): BillReading {
	const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
	const reading = readOpened([{ name, bytes }], OPTIONS, () => {});
	if (!reading.ok) throw new Error(`not read: ${reading.error.code} ${reading.error.detail ?? ''}`);
	const [bill, ...others] = reading.value.bills;
	if (!bill || others.length > 0) throw new Error(`${reading.value.bills.length} bills`);
	return bill;
}

/** The one statement in a text or in bytes that are not packed; fails the test where there is none or more. */
export function statementOf(content: string | Uint8Array, name = 'statement.txt', options: ReadOptions = OPTIONS): StatementReading {
	const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
	const reading = readOpened([{ name, bytes }], options, () => {});
	if (!reading.ok) throw new Error(`not read: ${reading.error.code} ${reading.error.detail ?? ''}`);
	const [statement, ...others] = reading.value.statements;
	if (!statement || others.length > 0) throw new Error(`${reading.value.statements.length} statements`);
	return statement;
}

/** `line:code` of each problem; `-` for the whole file. */
export const problemsOf = (bill: Pick<BillReading, 'problems'>): string[] => bill.problems.map(({ line, code }) => `${line ?? '-'}:${code}`);

const WECHAT_HEADER =
	'交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注';
const WECHAT_TOTALS = '总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额';

export type WechatRow = {
	time?: string;
	no?: string;
	order?: string;
	state?: string;
	amount?: string;
	refund?: string;
	asked?: string;
	refundNo?: string;
	refundState?: string;
	fee?: string;
	goods?: string;
	pack?: string;
};

export function wechatRow({
	time = '2026-11-02 12:00:00',
	no = '4200001',
	order = 'A1',
	state = 'SUCCESS',
	amount = '10.00',
	...rest
}: WechatRow = {}): string {
	const { refund = '0.00', asked = refund, refundNo = '0', refundState = '', fee = '0.06000', goods = '面', pack = '' } = rest;
	const cells = [
		time,
		'wx1',
		'1900777001',
		'0',
		'',
		no,
		order,
		'oPayer',
		'JSAPI',
		state,
		'CFT',
		'CNY',
		amount,
		'0.00',
		refundNo === '0' ? '0' : `5${refundNo}`,
	];
	return [...cells, refundNo, refund, '0.00', '', refundState, goods, pack, fee, '0.60%', amount, asked, ''].map((cell) => `\`${cell}`).join(',');
}

/** A WeChat bill; `totals` are the values of its last line, null leaves both lines of totals out. */
export function wechatBill(rows: readonly string[], totals: readonly string[] | null = null, end = '\n'): string {
	const footer = totals === null ? [] : [WECHAT_TOTALS, totals.map((cell) => `\`${cell}`).join(',')];
	return [WECHAT_HEADER, ...rows, ...footer, ''].join(end);
}

const RECEIPTS_HEADER =
	'id,occurred_at,kind,status,amount,tip,fee,currency,tender,terminal_id,batch_no,trace_no,rrn,auth_code,last4,merchant_order_no,channel_order_no,original_ref,settlement_date';

/** A canonical receipts table; each row gives the cells that are not empty. */
export function receiptsTable(rows: readonly Readonly<Record<string, string>>[], header = RECEIPTS_HEADER, separator = ','): string {
	const names = header.split(',');
	const usual: Record<string, string> = { occurred_at: '2026-11-02T12:00:00+08:00', kind: 'sale', status: 'success', amount: '10.00', currency: 'CNY' };
	const lines = rows.map((row) => names.map((name) => row[name] ?? usual[name] ?? '').join(separator));
	return [names.join(separator), ...lines, ''].join('\n');
}
