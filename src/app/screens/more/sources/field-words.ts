import type { Currency } from '../../../../domain/money.ts';
import type { BillDue, FeeModel, PayoutRule, ProfileField, ProfileFields } from '../../../../domain/receipts/source-profiles/fields.ts';
import type { FieldValue } from '../../../../domain/receipts/source-profiles/lookup.ts';
import { businessDayOf } from '../../../../domain/time.ts';
import type { Messages } from '../../../messages/messages-context.ts';
import { feeRateText } from '../../../ui/payout/fee-words.ts';
import { ALWAYS } from './always.ts';

/** 1,380 → "23:00". */
export function clockOf(minutes: number): string {
	return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** A value of a field in words. */
export function valueText<F extends ProfileField>(messages: Messages, field: F, value: ProfileFields[F], currency: Currency): string {
	const write = WRITERS[field] as (messages: Messages, value: ProfileFields[F], currency: Currency) => string;
	return write(messages, value, currency);
}

type Writers = { readonly [F in ProfileField]: (messages: Messages, value: ProfileFields[F], currency: Currency) => string };

const WRITERS: Writers = {
	billDue: dueText,
	dayCut: ({ text }, minutes) => (minutes === 0 ? text.sources.value.midnight : clockOf(minutes)),
	zone: (_messages, zone) => zone,
	payout: payoutText,
	closedDays: ({ text, format, language }, days) =>
		days.length === 0 ? text.sources.noneHere : days.map((day) => format.day(day)).join(language === 'en' ? ', ' : '、'),
	fees: feesText,
	voidDays: limitText,
	refundDays: limitText,
	inquiryDays: limitText,
	claimDays: limitText,
	replyDays: limitText,
	forwardDays: limitText,
	repairDays: limitText,
	hotline: contactText,
	portal: contactText,
	materials: ({ text, language }, codes) =>
		codes.length === 0 ? text.sources.noneHere : codes.map((code) => text.sources.material[code]).join(language === 'en' ? '; ' : '；'),
};

export function dueText({ text, format }: Messages, { days, atMinutes }: BillDue): string {
	const { value } = text.sources;
	return value.due(value.later[days] ?? value.laterMore(format.count(days)), clockOf(atMinutes));
}

function payoutText({ text, format, language }: Messages, { days, basis, atMinutes, weekendsMerged, minimumMinor }: PayoutRule, currency: Currency): string {
	const { value } = text.sources;
	return [
		value[basis](format.count(days)),
		...(atMinutes === null ? [] : [value.by(clockOf(atMinutes))]),
		...(weekendsMerged ? [value.merged] : []),
		...(minimumMinor === null ? [] : [value.minimum(format.money(minimumMinor, currency))]),
	].join(language === 'en' ? ', ' : '，');
}

function feesText(messages: Messages, { rates, rounding, per, currency: own }: FeeModel, currency: Currency): string {
	const { text, language } = messages;
	const { value } = text.sources;
	if (rates.length === 0) return text.sources.noneHere;
	const parts = rates.map((rate) => feeRateText(messages, rate, own ?? currency));
	if (per === 'batch') parts.push(value.perBatch);
	if (rounding !== 'either') parts.push(value.rounded(text.sources.form.roundings[rounding]));
	return parts.join(language === 'en' ? '; ' : '；');
}

function limitText({ text, format }: Messages, days: number): string {
	const { value } = text.sources;
	return days === 0 ? value.sameDay : value.days(format.count(days));
}

function contactText({ text }: Messages, contact: string): string {
	return contact === '' ? text.sources.noneHere : contact;
}

/** Who says it and since when; what the table says beside the shop's own word. */
export function originTexts<F extends ProfileField>(messages: Messages, field: F, found: FieldValue<F> | null, currency: Currency): readonly string[] {
	const { text } = messages;
	const { origin } = text.sources;
	const lines: string[] = [];
	if (found?.edit) {
		const { from, actor } = found.edit;
		const since = from === ALWAYS ? origin.always : origin.since(messages.format.day(from));
		lines.push(origin.shop(since, actor, messages.format.day(businessDayOf(found.edit, 0))));
	}
	const shipped = found?.shipped;
	if (!shipped) return [...lines, origin.noShipped];
	const said = origin.said(shipped.asOf, shipped.foundIn[messages.language], origin.confidence[shipped.confidence]);
	return found?.edit ? [...lines, `${origin.beside(valueText(messages, field, shipped.value, currency))} · ${said}`] : [origin.shipped(said)];
}
