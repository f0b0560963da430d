import { SHOP_KINDS } from '../domain/ledger/shop.ts';
import { isTender } from '../domain/ledger/tender.ts';
import { SHOP_HABITS } from '../domain/matching/habits.ts';
import { MATCH_RULES_DEFAULT, type MatchRules } from '../domain/matching/rows.ts';
import { parseMajor } from '../domain/money.ts';
import type { DueRule } from '../domain/receipts/source-profiles/due-rules.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { isZone } from '../domain/time.ts';
import { readFees } from './fee-rules.ts';
import type { CallRules } from './reconcile-settlement.ts';

export const CALL_RULES_DEFAULT: CallRules = { ...MATCH_RULES_DEFAULT, payout: null, fees: null };

/** Reads the rules of a shop; every field may be left out, and a field of another name is ignored. */
export function parseRules(bytes: Uint8Array): Result<CallRules, string> {
	let given: unknown;
	try {
		given = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/^\uFEFF/, ''));
	} catch {
		return fail('is not JSON.');
	}
	if (!isRecord(given)) return fail('is not a JSON object.');
	let rules: CallRules = CALL_RULES_DEFAULT;
	for (const [name, read] of Object.entries(FIELDS)) {
		if (given[name] === undefined || given[name] === null) continue;
		const part = read(given[name], given);
		if (part === null) return fail(`has a ${name} that cannot be understood.`);
		rules = { ...rules, ...part };
	}
	return ok(rules);
}

type Field = (value: unknown, given: Readonly<Record<string, unknown>>) => Partial<CallRules> | null;

const FIELDS: Readonly<Record<string, Field>> = {
	zone: (value) => (typeof value === 'string' && isZone(value) ? { zone: value } : null),
	businessDayCutover: (value) => {
		const cutoverMinutes = minutesOf(value);
		return cutoverMinutes === null ? null : { cutoverMinutes };
	},
	due: (value) => {
		const due = dueOf(value);
		return due && { due };
	},
	/** By source (format id) or tender: `{ "chinaums-tsv": { "at": "14:00" }, "card": { "days": 2 } }`. */
	dueBy: (value) => {
		if (!isRecord(value)) return null;
		const dueRules: DueRule[] = [];
		for (const [name, given] of Object.entries(value)) {
			const due = dueOf(given);
			if (due === null || name === '') return null;
			dueRules.push(isTender(name) ? { ...due, source: null, tender: name, from: null } : { ...due, source: name, tender: null, from: null });
		}
		return { dueRules };
	},
	payout: (value) => {
		const atMinutes = isRecord(value) ? minutesOf(value.at ?? PAYOUT_AT) : null;
		const days = isRecord(value) ? (value.days ?? 1) : null;
		return isDays(days) && atMinutes !== null ? { payout: { days, basis: 'working', atMinutes } } : null;
	},
	lateDays: (value) => (isDays(value) ? { lateDays: value } : null),
	/** Of all sources; how they are rounded stands in `feeOptions`. */
	fees: (value, given) => {
		const fees = readFees(value, given.feeOptions);
		// Without a rate nothing is judged.
		return fees && (fees.rates.length === 0 ? {} : { fees });
	},
	/** By source (format id): `{ "wechat-trade-bill": { "wechat": "0.006" } }`. */
	feesBy: (value, given) => {
		if (!isRecord(value)) return null;
		const read = Object.entries(value).map(([source, fees]) => [source, readFees(fees, given.feeOptions)] as const);
		const clear = read.flatMap(([source, fees]) => (fees === null || source === '' ? [] : [[source, fees] as const]));
		return clear.length === read.length ? { feesBySource: Object.fromEntries(clear) } : null;
	},
	/** What kind of place it is: `counter` (the default), `restaurant` or `market`. */
	shopKind: (value) => {
		const kind = SHOP_KINDS.find((one) => one === value);
		return kind ? { habits: SHOP_HABITS[kind] } : null;
	},
	cashTolerance: (value) => {
		const minor = typeof value === 'string' ? parseMajor(value, 'CNY') : null;
		return minor?.ok && minor.value >= 0 ? { cashToleranceMinor: minor.value } : null;
	},
};

/** Where a rule only says the days. */
const PAYOUT_AT = '14:00';

function dueOf(value: unknown): MatchRules['due'] | null {
	if (!isRecord(value)) return null;
	const days = value.days ?? MATCH_RULES_DEFAULT.due.days;
	const atMinutes = value.at === undefined ? MATCH_RULES_DEFAULT.due.atMinutes : minutesOf(value.at);
	return isDays(days) && atMinutes !== null ? { days, atMinutes } : null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Days of a rule: a month at most, for longer ones would only be slips. */
function isDays(value: unknown): value is number {
	return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 31;
}

/** "04:00" → 240. */
function minutesOf(value: unknown): number | null {
	const parts = typeof value === 'string' ? /^(\d{1,2}):(\d{2})$/.exec(value) : null;
	const [hours, minutes] = [Number(parts?.[1]), Number(parts?.[2])];
	return parts && hours < 24 && minutes < 60 ? hours * 60 + minutes : null;
}
