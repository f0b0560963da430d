import type { ShopKind } from '../ledger/shop.ts';
import type { Match } from './outcome.ts';

/**
 * How people in a shop work, as shares: of sales with typed keys those copied from another slip and those with a slip of the
 * finger; of payments those logged under another tender or terminal, with a mistyped amount, in parts or together, and (where
 * a receipt states no tip) with a tip.
 */
export type ShopHabits = {
	readonly keyWrong: number;
	readonly keySlip: number;
	readonly tenderDiffers: number;
	readonly terminalDiffers: number;
	readonly amountSlip: number;
	readonly grouped: number;
	readonly tipped: number;
};

/** What is believed of a shop before it is known. */
export const SHOP_HABITS = {
	counter: { keyWrong: 0.03, keySlip: 0.04, tenderDiffers: 0.012, terminalDiffers: 0.04, amountSlip: 0.004, grouped: 0.006, tipped: 0.04 },
	restaurant: { keyWrong: 0.03, keySlip: 0.06, tenderDiffers: 0.01, terminalDiffers: 0.05, amountSlip: 0.004, grouped: 0.012, tipped: 0.3 },
	market: { keyWrong: 0.04, keySlip: 0.05, tenderDiffers: 0.02, terminalDiffers: 0.06, amountSlip: 0.006, grouped: 0.006, tipped: 0.01 },
} as const satisfies Readonly<Record<ShopKind, ShopHabits>>;

/** So many confirmed matches in which a habit could show are needed before it is corrected at all. */
const CONFIRMED_LEAST = 30;
/** The first belief weighs as much as so many of them, and no habit leaves it by more than this factor. */
const BELIEF_WEIGHT = 60;
const FACTOR_MOST = 5;

/** Whether a match could show a habit, and whether it does. */
type Sign = { readonly asked: (match: Match) => boolean; readonly shown: (match: Match) => boolean };

const KEYS: ReadonlySet<string> = new Set(['auth_code', 'rrn', 'trace_no', 'last4', 'order_no']);
const relations = (match: Match, fields: ReadonlySet<string>) => match.evidence.filter(({ field }) => fields.has(field)).map(({ relation }) => relation);
const isSingle = ({ sales, receipts }: Match) => sales.length === 1 && receipts.length === 1;
const keyed = (match: Match) => isSingle(match) && relations(match, KEYS).length > 0;
const wordSign = (field: string): Sign => {
	const one = new Set([field]);
	return { asked: (match) => isSingle(match) && relations(match, one).length > 0, shown: (match) => relations(match, one).includes('differs') };
};
const amountIs = (match: Match, wanted: readonly string[]) => relations(match, new Set(['amount'])).some((relation) => wanted.includes(relation));

const SIGNS: Readonly<Record<keyof ShopHabits, Sign>> = {
	keyWrong: { asked: keyed, shown: (match) => relations(match, KEYS).every((relation) => relation === 'differs') },
	keySlip: { asked: keyed, shown: (match) => relations(match, KEYS).some((relation) => relation === 'swapped' || relation === 'one_off') },
	tenderDiffers: wordSign('tender'),
	terminalDiffers: wordSign('terminal'),
	amountSlip: { asked: isSingle, shown: (match) => amountIs(match, ['digit_wrong', 'digits_swapped', 'decimal_slip']) },
	grouped: { asked: () => true, shown: (match) => !isSingle(match) },
	tipped: { asked: (match) => isSingle(match) && match.evidence.every(({ field }) => field !== 'tip'), shown: (match) => amountIs(match, ['tip_like']) },
};

/**
 * Corrects what is believed of a kind of shop by the matches that people confirmed. The order of the matches plays no part;
 * few of them change nothing, and however many there are, no habit leaves its first belief by more than a factor.
 */
export function learnedHabits(kind: ShopKind, confirmed: readonly Match[]): ShopHabits {
	const believed: ShopHabits = SHOP_HABITS[kind];
	const learned = (habit: keyof ShopHabits): number => {
		const { asked, shown } = SIGNS[habit];
		const telling = confirmed.filter((match) => match.confirmed && asked(match));
		if (telling.length < CONFIRMED_LEAST) return believed[habit];
		const share = (telling.filter(shown).length + believed[habit] * BELIEF_WEIGHT) / (telling.length + BELIEF_WEIGHT);
		return Math.min(believed[habit] * FACTOR_MOST, SHARE_MOST, Math.max(believed[habit] / FACTOR_MOST, share));
	};
	return {
		keyWrong: learned('keyWrong'),
		keySlip: learned('keySlip'),
		tenderDiffers: learned('tenderDiffers'),
		terminalDiffers: learned('terminalDiffers'),
		amountSlip: learned('amountSlip'),
		grouped: learned('grouped'),
		tipped: learned('tipped'),
	};
}
const SHARE_MOST = 0.6;
