import { fact, type SourceProfile } from '../profile.ts';
import { ORIGIN } from './origins.ts';

const base: Pick<SourceProfile, 'aliases' | 'speaksFor' | 'tenders' | 'unit'> = { aliases: [], speaksFor: [], tenders: [], unit: 'major' };

/** What is assumed of a source of which nothing is known. */
export const USUAL: SourceProfile = {
	...base,
	id: 'usual',
	name: { 'zh-CN': '其他服务商', en: 'Another provider' },
	region: 'any',
	leg: 'provider',
	basedOn: null,
	facts: [
		fact('billDue', { days: 1, atMinutes: 600 }, ORIGIN.assumed),
		fact('dayCut', 0, ORIGIN.assumed),
		fact('replyDays', 20, ORIGIN.slipReply),
		// A payout that failed is repaired in one or two working days; after a week it is asked for in writing.
		fact('repairDays', 7, ORIGIN.assumed),
		fact('materials', ['transaction_numbers', 'back_office_screenshot'], ORIGIN.materials),
	],
};

/** Cards of the international networks, whoever takes them. */
const CARDS_ABROAD: SourceProfile = {
	...base,
	id: 'cards-abroad',
	name: { 'zh-CN': '国际卡（Visa、万事达、运通、Discover）', en: 'International cards (Visa, Mastercard, Amex, Discover)' },
	aliases: ['Visa', 'Mastercard', 'American Express', 'Amex', 'Discover', '国际卡'],
	region: 'abroad',
	leg: 'provider',
	basedOn: 'usual',
	facts: [
		// The shortest of 30 (Visa, Discover), 45 (Mastercard) and 20 (American Express); some providers leave three days.
		fact('replyDays', 20, ORIGIN.schemes),
		fact('forwardDays', 1, ORIGIN.assumed),
		fact('materials', ['sales_slip', 'transaction_numbers', 'itemised_receipt'], ORIGIN.materials),
	],
};

/** The shop's own terminal, where it keeps a record apart from the provider's. */
const TERMINAL: SourceProfile = {
	...base,
	id: 'terminal',
	name: { 'zh-CN': '终端自己的记录', en: "The terminal's own record" },
	region: 'any',
	leg: 'terminal',
	speaksFor: ['canonical-receipts', 'practice'],
	basedOn: 'usual',
	facts: [fact('forwardDays', 1, ORIGIN.assumed), fact('materials', ['sales_slip', 'transaction_numbers'], ORIGIN.materials)],
};

/** The account into which payouts come. */
const BANK: SourceProfile = {
	...base,
	id: 'bank',
	name: { 'zh-CN': '收款银行', en: 'The bank' },
	region: 'any',
	leg: 'bank',
	speaksFor: ['camt053', 'mt940', 'ofx', 'qif', 'icbc-csv', 'ccb-xls', 'bank-csv'],
	basedOn: 'usual',
	facts: [fact('materials', ['transaction_numbers', 'bank_statement', 'written_statement'], ORIGIN.materials)],
};

export const BASES: readonly SourceProfile[] = [USUAL, CARDS_ABROAD, TERMINAL, BANK];
