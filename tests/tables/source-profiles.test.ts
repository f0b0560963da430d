import { describe, expect, test } from 'vitest';
import { asEntryId } from '../../src/domain/ids.ts';
import { TENDERS } from '../../src/domain/ledger/tender.ts';
import { dueRules } from '../../src/domain/receipts/source-profiles/due-rules.ts';
import { editInForce, judgedAgainFrom, type SourceEdit, type SourceProfileSet, withEdit } from '../../src/domain/receipts/source-profiles/edits.ts';
import { PROFILE_FIELDS, type ProfileField } from '../../src/domain/receipts/source-profiles/fields.ts';
import {
	confirmedField,
	feeModelOf,
	fieldOf,
	payoutRuleOf,
	profileNamed,
	profileOf,
	shippedProfile,
} from '../../src/domain/receipts/source-profiles/lookup.ts';
import { readingRules } from '../../src/domain/receipts/source-profiles/reading-rules.ts';
import { SHIPPED_PROFILES } from '../../src/domain/receipts/source-profiles/shipped/shipped.ts';
import { aboutOf, profilesOfTender, profileToAsk, usualProfile } from '../../src/domain/receipts/source-profiles/shop-sources.ts';
import { checkEdit } from '../../src/domain/receipts/source-profiles/validate.ts';
import { DAY, NOON } from '../support/ledger-fixture.ts';
import { expectProblem, success } from '../support/outcomes.ts';

let seq = 0;
/** An edit of the shop as it stands after its entry. */
function edit(profile: string, field: ProfileField, value: SourceEdit['value'], from = '1970-01-01', change: Partial<SourceEdit> = {}): SourceEdit {
	seq += 1;
	return { id: asEntryId(`edit-${seq}`), seq, at: NOON, offset: 480, actor: 'Li', profile, field, from, value, undoneBy: null, ...change };
}

describe('the shipped table', () => {
	test('says for every fact since when, where it was found and how sure it is, in values that may stand there', () => {
		for (const profile of SHIPPED_PROFILES) {
			for (const { field, value, from, asOf, foundIn } of profile.facts) {
				expect(`${profile.id} ${field} ${asOf}`).toMatch(/ \d{4}(-\d{2})?$/);
				expect(foundIn['zh-CN'] && foundIn.en).toBeTruthy();
				expect(checkEdit({ profile: profile.id, field, value, from: from ?? DAY } as SourceProfileSet)).toMatchObject({ ok: true, value: { value } });
			}
		}
	});

	test('has one profile for each id and each source, in both languages, based on one that is there', () => {
		const ids = SHIPPED_PROFILES.map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
		const sources = SHIPPED_PROFILES.flatMap(({ speaksFor }) => speaksFor);
		expect(new Set(sources).size).toBe(sources.length);
		for (const { name, basedOn } of SHIPPED_PROFILES) {
			expect(name['zh-CN'] && name.en).toBeTruthy();
			if (basedOn !== null) expect(shippedProfile(basedOn)).not.toBeNull();
		}
	});

	test('knows when the bill of every source is due, and never a rate', () => {
		for (const profile of SHIPPED_PROFILES) {
			expect(fieldOf(profile, 'billDue', DAY, [])).not.toBeNull();
			expect(fieldOf(profile, 'fees', DAY, [])).toBeNull();
		}
	});

	test.each([
		['wechat-trade-bill', 'billDue', DAY, { days: 1, atMinutes: 600 }],
		['leshua', 'billDue', DAY, { days: 1, atMinutes: 540 }],
		['lcsw', 'billDue', DAY, { days: 1, atMinutes: 600 }],
		['tongqifu', 'billDue', DAY, { days: 1, atMinutes: 660 }],
		['huawei-pay', 'billDue', DAY, { days: 1, atMinutes: 540 }],
		['chinaums-tsv', 'billDue', DAY, { days: 1, atMinutes: 600 }],
		['chinaums-tsv', 'dayCut', DAY, 1_380],
		['alipay-trade', 'dayCut', DAY, 0],
		['wechat-trade-bill', 'refundDays', DAY, 365],
		['wechat-trade-bill', 'inquiryDays', DAY, 90],
		['wechat-trade-bill', 'replyDays', '2024-03-24', 3],
		['wechat-trade-bill', 'replyDays', '2024-03-25', 2],
		['lakala-jy', 'claimDays', DAY, 60],
		['lakala-jy', 'inquiryDays', DAY, 180],
		['lakala-jy', 'payout', DAY, { days: 1, basis: 'working', atMinutes: 840, weekendsMerged: true, minimumMinor: null }],
		['square-transactions', 'forwardDays', DAY, 1],
		['clover', 'forwardDays', DAY, 7],
		['stripe-payments', 'replyDays', DAY, 20],
		['nccc', 'zone', DAY, 'Asia/Taipei'],
	] as const)('%s: %s on %s', (source, field, day, value) => {
		expect(fieldOf(profileOf(source), field, day, [])?.value).toEqual(value);
	});

	test('never shows as a fact what is confirmed nowhere', () => {
		const chinaums = profileOf('chinaums-tsv');
		expect(fieldOf(chinaums, 'hotline', DAY, [])).toMatchObject({ value: '95534', shipped: { confidence: 'unverified' } });
		expect(confirmedField(chinaums, 'hotline', DAY, [])).toBeNull();
		expect(confirmedField(chinaums, 'hotline', DAY, [edit('chinaums', 'hotline', '95534')])).toMatchObject({ value: '95534', by: 'shop' });
		expect(confirmedField(profileOf('lakala'), 'hotline', DAY, [])?.value).toBe('95016');
	});

	test('gives a source that it does not know what is usual of its leg', () => {
		const profile = profileOf('folder:bills', 'terminal');
		expect(profile).toMatchObject({ id: 'folder:bills', leg: 'terminal', name: { 'zh-CN': 'folder:bills' } });
		expect(fieldOf(profile, 'billDue', DAY, [])?.value).toEqual({ days: 1, atMinutes: 600 });
	});
});

describe("the shop's own word", () => {
	const due = (days: number, atMinutes: number) => ({ days, atMinutes });
	const dueOn = (day: string, edits: readonly SourceEdit[]) => fieldOf(profileOf('wechat-trade-bill'), 'billDue', day, edits);

	test('holds from its day on and leaves every other field and day alone', () => {
		const edits = [edit('wechat', 'billDue', due(1, 840), '2026-11-20')];
		expect(dueOn('2026-11-19', edits)).toMatchObject({ value: due(1, 600), by: 'shipped', edit: null });
		expect(dueOn('2026-11-20', edits)).toMatchObject({ value: due(1, 840), by: 'shop', from: '2026-11-20', shipped: { value: due(1, 600) } });
		expect(fieldOf(profileOf('wechat-trade-bill'), 'refundDays', '2026-11-20', edits)?.by).toBe('shipped');
		expect(fieldOf(profileOf('alipay-trade'), 'billDue', '2026-11-20', edits)?.by).toBe('shipped');
	});

	test('gives way to what holds from a later day, and of one day to what was said last', () => {
		const edits = [
			edit('wechat', 'billDue', due(2, 0), '2026-11-10'),
			edit('wechat', 'billDue', due(3, 0), '2026-11-05'),
			edit('wechat', 'billDue', due(4, 0), '2026-11-10'),
		];
		expect(['2026-11-04', '2026-11-05', '2026-11-10', '2027-01-01'].map((day) => dueOn(day, edits)?.value.days)).toEqual([1, 3, 4, 4]);
	});

	test('can be taken back from a day on, or as if it had never been', () => {
		const set = edit('wechat', 'billDue', due(2, 0), '2026-11-10');
		const reset = edit('wechat', 'billDue', null, '2026-11-15');
		expect(['2026-11-09', '2026-11-10', '2026-11-15'].map((day) => dueOn(day, [set, reset])?.value.days)).toEqual([1, 2, 1]);
		const undone = { ...set, undoneBy: asEntryId('later') };
		expect(dueOn('2026-11-12', [undone])?.by).toBe('shipped');
		expect(editInForce([set, { ...reset, undoneBy: asEntryId('later') }], { profile: 'wechat', field: 'billDue', day: '2026-11-20' })).toBe(set);
	});

	test('is read from the log, whatever entry is read again', () => {
		const base = { at: NOON, offset: 480, actor: 'Li' };
		const set = {
			...{ ...base, id: asEntryId('a'), seq: 7, kind: 'source-profile-set' as const },
			body: { profile: 'wechat', field: 'refundDays' as const, value: 180, from: DAY },
		};
		const undo = {
			...{ ...base, id: asEntryId('b'), seq: 8, kind: 'source-profile-reset' as const },
			body: { profile: 'wechat', field: 'refundDays' as const, from: DAY, undoes: asEntryId('a') },
		};
		const once = withEdit(withEdit([], set), undo);
		expect(once).toMatchObject([{ id: 'a', value: 180, undoneBy: 'b' }]);
		expect(withEdit(withEdit(once, set), undo)).toEqual(once);
	});

	test('has days judged again only where judging follows it, and no older than a bill can be late', () => {
		const body = (field: ProfileField, from: string) => ({ profile: 'wechat', field, from, value: {} }) as unknown as SourceProfileSet;
		const from = (field: ProfileField, day: string) => judgedAgainFrom({ at: NOON, offset: 480, body: body(field, day) });
		expect(from('billDue', '2026-11-19')).toBe('2026-11-19');
		expect(from('billDue', '1970-01-01')).toBe('2026-10-18');
		expect(from('hotline', '2026-11-19')).toBeNull();
	});
});

describe('an edit', () => {
	const wrong = (field: ProfileField, value: unknown, change: object = {}) =>
		checkEdit({ profile: 'wechat', field, value, from: DAY, ...change } as unknown as SourceProfileSet);

	test.each([
		['billDue', { days: 32, atMinutes: 600 }],
		['billDue', { days: 1, atMinutes: 1_440 }],
		['billDue', { days: 1.5, atMinutes: 600 }],
		['dayCut', -1],
		['zone', 'Mars/Olympus'],
		['refundDays', 800],
		['claimDays', Number.NaN],
		['hotline', '9'.repeat(121)],
		['payout', { days: 1, basis: 'lunar', atMinutes: null, weekendsMerged: false, minimumMinor: null }],
		['payout', { days: 1, basis: 'working', atMinutes: null, weekendsMerged: false, minimumMinor: -1 }],
		['fees', { rates: [{ tender: 'card', millionths: 600_000, fixedMinor: 0, capMinor: null }], rounding: 'half_up' }],
		['fees', { rates: [], rounding: 'somehow' }],
		['materials', ['the_owners_passport']],
	] as const)('of %s to %j is refused by the name of its field', (field, value) => {
		expect(wrong(field, value)).toMatchObject({ ok: false, error: { code: 'setting_invalid', detail: field } });
	});

	test('of no source, of an unknown field or from a day that does not exist is refused', () => {
		expectProblem(wrong('refundDays', 30, { profile: ' ' }), 'setting_invalid');
		expectProblem(wrong('colour' as ProfileField, 'red'), 'setting_invalid');
		expectProblem(wrong('refundDays', 30, { from: '2026-02-30' }), 'setting_invalid');
	});

	test('that gives one tender two rates is refused', () => {
		const rate = { tender: 'card', millionths: 6_000, fixedMinor: 0, capMinor: null };
		expectProblem(wrong('fees', { rates: [rate, rate], rounding: 'half_up' }), 'setting_invalid');
		expect(success(wrong('fees', { rates: [rate, { ...rate, tender: null }], rounding: 'half_up' })).value).toBeTruthy();
	});

	test('keeps no card number and no blanks around a contact', () => {
		expect(success(wrong('hotline', '  400-820-0000 '))).toMatchObject({ value: '400-820-0000' });
		expect(success(wrong('portal', 'card 4111 1111 1111 1111')).value).toBe('card **** **** **** 1111');
	});
});

describe('whom a name means', () => {
	test.each([
		['银联商务', 'chinaums'],
		['ChinaUMS', 'chinaums'],
		['银联商务（北京）', 'chinaums'],
		['中国银联', 'unionpay'],
		['拉卡拉 POS', 'lakala'],
		['收钱吧', 'shouqianba'],
		['wechat pay', 'wechat'],
	])('%s: %s', (name, id) => {
		expect(profileNamed(name)?.id).toBe(id);
	});
	test.each(['', '  ', '1号机', '城商行'])('"%s" means none for certain', (name) => {
		expect(profileNamed(name)).toBeNull();
	});
});

describe('whose bills carry a tender', () => {
	const terminal = (provider: string) => ({ id: '1', name: '1号机', provider });
	const ids = (...asked: Parameters<typeof profilesOfTender>) => profilesOfTender(...asked).map(({ id }) => id);

	test('those that covered it, else who runs the terminals, else whoever usually does', () => {
		expect(ids('wechat', { sources: [], terminals: [terminal('拉卡拉')] })).toEqual(['wechat']);
		expect(ids('card', { sources: [], terminals: [terminal('拉卡拉')] })).toEqual(['lakala']);
		expect(ids('card', { sources: [], terminals: [] })).toEqual(['unionpay']);
		const sources = [{ source: 'chinaums-tsv', leg: 'provider' as const, tenders: ['card', 'wechat'] as const }];
		expect(ids('wechat', { sources, terminals: [] })).toEqual(['chinaums']);
		expect(ids('alipay', { sources, terminals: [] })).toEqual(['alipay']);
		expect(ids('card', { sources: [{ source: 'till', leg: 'terminal', tenders: null }], terminals: [] })).toEqual(['till']);
	});

	test('is asked about by its receipt, its terminal or its tender', () => {
		const known = { sources: [], terminals: [terminal('银联商务')] };
		const asked = (change: object) => profileToAsk({ receipt: null, tender: 'card', terminalId: '1', ...change }, known).id;
		expect(asked({})).toBe('chinaums');
		expect(asked({ terminalId: '2', tender: 'wechat' })).toBe('wechat');
		expect(asked({ receipt: { source: 'lakala-jy', leg: 'provider' } })).toBe('lakala');
		expect(asked({ receipt: { source: 'canonical-receipts', leg: 'terminal' } })).toBe('chinaums');
		expect(asked({ receipt: { source: 'camt053', leg: 'bank' } })).toBe('bank');
		expect(asked({ tender: null, terminalId: null })).toBe('usual');
		expect(aboutOf([{ tender: 'card', terminalId: '1' }], [])).toEqual({ receipt: null, tender: 'card', terminalId: '1' });
		for (const tender of TENDERS) expect(usualProfile(tender).id).not.toBe('');
	});
});

describe('what the stages take from the table', () => {
	const known = { sources: [], terminals: [] };

	test('due times of all sources, from each day on which they changed', () => {
		const edits = [edit('chinaums', 'billDue', { days: 1, atMinutes: 840 }, '2026-11-20'), edit('wechat', 'billDue', { days: 2, atMinutes: 0 })];
		const rules = dueRules(known, edits);
		const of = (name: string) =>
			rules.filter(({ source, tender }) => source === name || tender === name).map(({ from, days, atMinutes }) => [from, days, atMinutes]);
		expect(of('chinaums-tsv')).toEqual([
			[null, 1, 600],
			['2026-11-20', 1, 840],
		]);
		expect(of('wechat')).toEqual([
			[null, 1, 600],
			['1970-01-01', 2, 0],
		]);
		expect(of('alipay')).toEqual([[null, 1, 600]]);
	});

	test('a tender that two providers carry waits for the later of their bills', () => {
		const sources = (['chinaums-tsv', 'allinpay'] as const).map((source) => ({ source, leg: 'provider' as const, tenders: ['card'] as const }));
		const edits = [edit('chinaums', 'billDue', { days: 1, atMinutes: 840 })];
		const card = dueRules({ sources, terminals: [] }, edits).filter(({ tender }) => tender === 'card');
		expect(card.map(({ from, atMinutes }) => [from, atMinutes])).toEqual([
			[null, 600],
			['1970-01-01', 840],
		]);
	});

	test('a source of the hub that the table does not know can have a due time of its own', () => {
		const sources = [{ source: 'folder:bills', leg: 'provider' as const, tenders: ['card'] as const }];
		const edits = [edit('folder:bills', 'billDue', { days: 3, atMinutes: 480 })];
		expect(dueRules({ sources, terminals: [] }, edits)).toContainEqual({ source: 'folder:bills', tender: null, from: '1970-01-01', days: 3, atMinutes: 480 });
	});

	test('files are read by what the shop knows, and otherwise as their format has it', () => {
		expect(readingRules(DAY, [])).toEqual({});
		const edits = [edit('sumup', 'zone', 'Europe/Berlin'), edit('chinaums', 'dayCut', 1_350)];
		expect(readingRules(DAY, edits)).toEqual({
			'sumup-transactions': { zone: 'Europe/Berlin', dayCut: null },
			'chinaums-tsv': { zone: null, dayCut: 1_350 },
			'chinaums-xlsx': { zone: null, dayCut: 1_350 },
		});
	});

	test('payouts with the day cut they follow, and fees only where the shop has named its contract', () => {
		expect(payoutRuleOf({ source: 'lakala-jy', day: DAY }, [])).toEqual({
			...{ days: 1, basis: 'working', atMinutes: 840, weekendsMerged: true, minimumMinor: null },
			dayCut: 1_380,
		});
		expect(payoutRuleOf({ source: 'wechat-trade-bill', day: DAY }, [])).toBeNull();
		expect(feeModelOf({ source: 'wechat-trade-bill', day: DAY }, [])).toBeNull();
		const model = { rates: [{ tender: null, millionths: 6_000, fixedMinor: 0, capMinor: null }], rounding: 'half_up' as const };
		const edits = [edit('wechat', 'fees', model, '2026-11-20')];
		expect(feeModelOf({ source: 'wechat-trade-bill', day: '2026-11-19' }, edits)).toBeNull();
		expect(feeModelOf({ source: 'wechat-trade-bill', day: '2026-11-20' }, edits)).toEqual(model);
	});
});

test('every field has a check of its own', () => {
	expect(new Set(PROFILE_FIELDS).size).toBe(16);
});
