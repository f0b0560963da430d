import { fact, type SourceProfile } from '../profile.ts';
import { ORIGIN } from './origins.ts';

const aggregator = { region: 'cn', leg: 'provider', unit: 'minor', speaksFor: [], tenders: [], basedOn: 'usual' } as const;

const SHOUQIANBA: SourceProfile = {
	...aggregator,
	id: 'shouqianba',
	name: { 'zh-CN': '收钱吧等聚合收款', en: 'Shouqianba and similar' },
	aliases: ['收钱吧', 'Shouqianba', '聚合支付'],
	unit: 'major',
	speaksFor: ['shouqianba-csv'],
	facts: [fact('zone', 'Asia/Shanghai', ORIGIN.assumed)],
};

const LESHUA: SourceProfile = {
	...aggregator,
	id: 'leshua',
	name: { 'zh-CN': '乐刷', en: 'Leshua' },
	aliases: ['Leshua'],
	facts: [fact('billDue', { days: 1, atMinutes: 540 }, ORIGIN.leshua)],
};

const LCSW: SourceProfile = {
	...aggregator,
	id: 'lcsw',
	name: { 'zh-CN': '利楚扫呗', en: 'Lcsw (Saobei)' },
	aliases: ['扫呗', 'lcsw', 'Saobei'],
	facts: [
		// From 09:00, told to be fetched at 10:00; kept for three months.
		fact('billDue', { days: 1, atMinutes: 600 }, ORIGIN.lcsw),
		fact('inquiryDays', 90, ORIGIN.lcsw),
	],
};

const TONGQIFU: SourceProfile = {
	...aggregator,
	id: 'tongqifu',
	name: { 'zh-CN': '通企付', en: 'Tongqifu' },
	aliases: ['tppay', 'Tongqifu'],
	facts: [fact('billDue', { days: 1, atMinutes: 660 }, ORIGIN.tongqifu)],
};

const HUAWEI: SourceProfile = {
	...aggregator,
	id: 'huawei-pay',
	name: { 'zh-CN': '华为支付', en: 'Huawei Pay' },
	aliases: ['Huawei'],
	unit: 'major',
	facts: [fact('billDue', { days: 1, atMinutes: 540 }, ORIGIN.huawei), fact('inquiryDays', 90, ORIGIN.huawei)],
};

export const AGGREGATORS: readonly SourceProfile[] = [SHOUQIANBA, LESHUA, LCSW, TONGQIFU, HUAWEI];
