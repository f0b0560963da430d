import { type Currency, type Minor, parseMajor } from '../../../domain/money.ts';

/** Money as a person types it, full-width digits and the Chinese stop included; null for nothing, 'unclear' for anything else. */
export function typedMoney(typed: string, currency: Currency): Minor | null | 'unclear' {
	const plain = typed
		.normalize('NFKC')
		.replaceAll('。', '.')
		.replace(/[¥￥元,，\s]/g, '');
	if (plain === '') return null;
	const parsed = parseMajor(plain, currency);
	return parsed.ok && parsed.value >= 0 ? parsed.value : 'unclear';
}
