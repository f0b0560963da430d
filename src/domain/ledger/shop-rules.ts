import { type Problem, problem } from '../problems.ts';
import { fail, ok, type Result } from '../result.ts';
import { isZone } from '../time.ts';
import { kindOf, SHOP_KINDS, type Shop, type Terminal } from './shop.ts';
import { isTender } from './tender.ts';
import { typedText } from './typed-text.ts';

const NAME_MAX = 80;
const MINUTES_A_DAY = 1_440;

/** A shop's settings, cleaned: names trimmed and masked, doubles taken out. `setting_invalid` names what cannot be. */
export function checkShop(shop: Shop): Result<Shop, Problem> {
	const fault = faultOf(shop);
	if (fault) return fail(problem('setting_invalid', fault));
	return ok({
		...shop,
		name: nameOf(shop.name),
		terminals: terminalsOf(shop.terminals),
		cashiers: [...new Set(shop.cashiers.map(nameOf).filter((name) => name !== ''))],
		tenders: [...new Set(shop.tenders)],
	});
}

/**
 * Whether days may be judged otherwise by the new settings: the clock of the shop, the kind of place, the tolerance of the drawer, or who
 * runs the terminals. Names, cashiers and the order of the keys change nothing.
 */
export function isJudgedOtherwise(before: Shop, after: Shop): boolean {
	const judgedBy = (shop: Shop) => [
		shop.zone,
		shop.cutoverMinutes,
		shop.cashToleranceMinor,
		kindOf(shop),
		shop.terminals.map(({ id, provider }) => [id, provider]),
	];
	return JSON.stringify(judgedBy(before)) !== JSON.stringify(judgedBy(after));
}

function faultOf(shop: Shop): string | null {
	if (!isZone(shop.zone)) return 'zone';
	if (!/^[A-Z]{3}$/.test(shop.currency)) return 'currency';
	if (!Number.isInteger(shop.cutoverMinutes) || shop.cutoverMinutes < 0 || shop.cutoverMinutes >= MINUTES_A_DAY) return 'cutoverMinutes';
	if (!SHOP_KINDS.includes(kindOf(shop))) return 'kind';
	if (shop.tenders.length === 0 || !shop.tenders.every(isTender)) return 'tenders';
	return Number.isSafeInteger(shop.cashToleranceMinor) && shop.cashToleranceMinor >= 0 ? null : 'cashToleranceMinor';
}

function terminalsOf(terminals: readonly Terminal[]): Terminal[] {
	const byId = new Map<string, Terminal>();
	for (const { id, name, provider } of terminals) {
		const kept = id.normalize('NFKC').trim();
		if (kept !== '' && !byId.has(kept)) byId.set(kept, { id: kept, name: nameOf(name) || kept, provider: nameOf(provider) });
	}
	return [...byId.values()];
}

function nameOf(text: string): string {
	return (typedText(text) ?? '').slice(0, NAME_MAX);
}
