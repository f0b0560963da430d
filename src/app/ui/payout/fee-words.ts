import type { Currency } from '../../../domain/money.ts';
import type { FeeRate } from '../../../domain/receipts/source-profiles/fields.ts';
import type { Messages } from '../../messages/messages-context.ts';
import { percentText } from '../typed/typed-percent.ts';

/** "银行卡（借记） 0.5%，另加每笔 ¥0.10，最低 ¥0.02，封顶 ¥20.00". */
export function feeRateText({ text, format, language }: Messages, rate: FeeRate, currency: Currency): string {
	const { value } = text.sources;
	const { tender, cardKind = null, millionths, fixedMinor, minMinor = null, capMinor } = rate;
	const whose = cardKind !== null ? value.cardKind[cardKind] : tender === null ? value.allTenders : text.common.tender[tender];
	return [
		value.rate(whose, percentText(millionths)),
		...(fixedMinor === 0 ? [] : [value.fixed(format.money(fixedMinor, currency))]),
		...(minMinor === null ? [] : [value.least(format.money(minMinor, currency))]),
		...(capMinor === null ? [] : [value.cap(format.money(capMinor, currency))]),
	].join(language === 'en' ? ', ' : '，');
}
