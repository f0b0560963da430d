import { NO_KEYS, type PaymentKeys } from '../../../ledger/sale.ts';
import { WEIGHTS } from '../../weights.ts';
import { type MilliBits, milliLog2 } from '../bits.ts';

export type KeyField = 'authCode' | 'rrn' | 'traceNo' | 'batchNo' | 'last4' | 'merchantOrderNo' | 'channelOrderNo';
/** `tail`: only the last characters were typed; `swapped` and `one_off`: a slip of the finger. */
export type KeyRelation = 'equal' | 'tail' | 'swapped' | 'one_off' | 'differs';
export type KeyEvidence = { readonly field: KeyField; readonly relation: KeyRelation; readonly milliBits: MilliBits };

/** Strongest first, so that the evidence reads well. */
export const KEY_FIELDS = ['rrn', 'authCode', 'channelOrderNo', 'merchantOrderNo', 'traceNo', 'last4', 'batchNo'] as const;
/** Shorter texts say too little. */
export const TAIL_LEAST = 4;

/**
 * Upper case, ordinary digits, no blanks or dashes: how numbers are compared, whoever typed them. Always a small object of one
 * shape (one and the same where there are no keys), so that comparing millions of them stays cheap.
 */
export function plainKeys(keys: PaymentKeys): PaymentKeys {
	const { authCode, rrn, traceNo, batchNo, last4, merchantOrderNo, channelOrderNo } = keys;
	if (authCode === null && rrn === null && traceNo === null && batchNo === null && last4 === null && merchantOrderNo === null && channelOrderNo === null)
		return NO_KEYS;
	return {
		authCode: plainText(authCode),
		rrn: plainText(rrn),
		traceNo: plainText(traceNo),
		batchNo: plainText(batchNo),
		last4: plainText(last4),
		merchantOrderNo: plainText(merchantOrderNo),
		channelOrderNo: plainText(channelOrderNo),
	};
}

const PLAIN = /^[0-9A-Z]+$/;

/** Null where nothing is left. */
function plainText(value: string | null): string | null {
	if (value === null || PLAIN.test(value)) return value;
	const plain = value
		.normalize('NFKC')
		.toUpperCase()
		.replaceAll(/[^0-9A-Z]/g, '');
	return plain || null;
}

/** The most that any key may prove, the fields whose numbers run on from payment to payment, and how usual a wrong key and a slip are. */
export type KeyContext = { readonly most: MilliBits; readonly running: ReadonlySet<KeyField>; readonly differs: MilliBits; readonly slip: MilliBits };

/**
 * What the typed keys of a sale say about a receipt's printed ones. Whoever copies from the wrong slip spoils all keys at
 * once, and whoever copies from the right one gets all right: so only the strongest counts in full, and no key for more
 * than `most`.
 */
export function keyEvidence(typed: PaymentKeys, printed: PaymentKeys, context: KeyContext): readonly KeyEvidence[] {
	weighAll(typed, printed, context);
	const found: KeyEvidence[] = [];
	for (let k = 0; k < weighed.size; k++)
		found.push({ field: weighed.fields[k] ?? 'rrn', relation: weighed.relations[k] ?? 'differs', milliBits: weighed.bits[k] ?? 0 });
	return found;
}

/** The sum of that evidence; null where `settling` keys (all but the batch's) are one that differs, which settles the matter. */
export function keyBits(typed: PaymentKeys, printed: PaymentKeys, context: KeyContext, settling: boolean): MilliBits | null {
	weighAll(typed, printed, context);
	let sum = 0;
	for (let k = 0; k < weighed.size; k++) {
		const relation = weighed.relations[k];
		if (settling && weighed.fields[k] !== 'batchNo' && relation !== 'equal' && relation !== 'tail') return null;
		sum += weighed.bits[k] ?? 0;
	}
	return sum;
}

/** Where the keys of one pair are weighed before they are told or summed up: one place for all pairs, as nothing of it is kept. */
const weighed = {
	size: 0,
	fields: KEY_FIELDS.map((field): KeyField => field),
	relations: KEY_FIELDS.map((): KeyRelation => 'differs'),
	bits: new Int32Array(KEY_FIELDS.length),
};

/** Field by field in the order of `KEY_FIELDS`, each by its name: names that vary are looked up many times more slowly. */
function weighAll(typed: PaymentKeys, printed: PaymentKeys, context: KeyContext): void {
	weighed.size = 0;
	weighOne('rrn', typed.rrn, printed.rrn, context);
	weighOne('authCode', typed.authCode, printed.authCode, context);
	weighOne('channelOrderNo', typed.channelOrderNo, printed.channelOrderNo, context);
	weighOne('merchantOrderNo', typed.merchantOrderNo, printed.merchantOrderNo, context);
	weighOne('traceNo', typed.traceNo, printed.traceNo, context);
	weighOne('last4', typed.last4, printed.last4, context);
	weighOne('batchNo', typed.batchNo, printed.batchNo, context);
	if (weighed.size > 1) discountFurther();
}

function weighOne(field: KeyField, a: string | null, b: string | null, context: KeyContext): void {
	if (a === null || b === null) return;
	const relation = relate(a, b, field);
	weighed.fields[weighed.size] = field;
	weighed.relations[weighed.size] = relation;
	weighed.bits[weighed.size] = weigh(field, relation, Math.min(a.length, b.length), context);
	weighed.size++;
}

/** All but the strongest count for a share of what they would say alone. */
function discountFurther(): void {
	const { bits, size } = weighed;
	let best = 0;
	let worst = 0;
	for (let k = 1; k < size; k++) {
		if ((bits[k] ?? 0) > (bits[best] ?? 0)) best = k;
		if ((bits[k] ?? 0) < (bits[worst] ?? 0)) worst = k;
	}
	const leading = (bits[best] ?? 0) > 0 ? best : worst;
	const against = (bits[leading] ?? 0) < 0;
	for (let k = 0; k < size; k++) {
		const own = bits[k] ?? 0;
		if (k !== leading) bits[k] = Math.round(own * (own >= 0 || against ? WEIGHTS.furtherKeyShare : WEIGHTS.furtherKeyShare * 2));
	}
}

/** How a typed text relates to the printed one. */
export function relate(typed: string, printed: string, field: KeyField): KeyRelation {
	if (typed === printed) return 'equal';
	if (field === 'batchNo' || field === 'traceNo')
		return withoutZeros(typed) === withoutZeros(printed) || isTail(typed, printed) ? 'tail' : slipOf(typed, printed);
	if (isTail(typed, printed) || isTail(printed, typed)) return 'tail';
	const slip = slipOf(typed, printed);
	return slip === 'differs' && typed.length < printed.length && typed.length >= TAIL_LEAST ? slipOf(typed, printed.slice(-typed.length)) : slip;
}

function isTail(short: string, long: string): boolean {
	return short.length >= TAIL_LEAST && short.length < long.length && long.endsWith(short);
}

function withoutZeros(text: string): string {
	return text.replace(/^0+/, '');
}

/** One character swapped with its neighbour, replaced, left out or added; anything more differs. */
function slipOf(a: string, b: string): KeyRelation {
	if (Math.abs(a.length - b.length) > 1) return 'differs';
	let start = 0;
	while (start < a.length && a.charCodeAt(start) === b.charCodeAt(start)) start++;
	let end = 0;
	while (end < a.length - start && end < b.length - start && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end)) end++;
	const restA = a.length - end - start;
	const restB = b.length - end - start;
	if (restA <= 1 && restB <= 1) return 'one_off';
	const swapped = restA === 2 && restB === 2 && a[start] === b[start + 1] && a[start + 1] === b[start];
	return swapped ? 'swapped' : 'differs';
}

/** Keys of one shop are far from random (numbers run on, batches are shared), so each field has its cap. */
const CAPS: Readonly<Record<KeyField, MilliBits>> = {
	rrn: 19_000,
	authCode: 18_000,
	channelOrderNo: 19_000,
	merchantOrderNo: 19_000,
	traceNo: 11_000,
	last4: 11_000,
	batchNo: 700,
};
const DIGIT_BITS = 3_200;

function weigh(field: KeyField, relation: KeyRelation, length: number, { most, running, differs, slip }: KeyContext): MilliBits {
	const full = Math.min(CAPS[field], length * DIGIT_BITS, most);
	if (relation === 'equal' || relation === 'tail') return full;
	if (field === 'batchNo') return -1_500;
	if (relation === 'differs') return differs;
	// Numbers that run on have neighbours one digit away, so a slip in them proves nothing.
	if (field === 'traceNo' || running.has(field)) return -1_000;
	const places = relation === 'swapped' ? length : length * 10;
	return Math.min(most + SLIP_BEHIND, Math.max(differs, Math.min(CAPS[field], length * DIGIT_BITS) + slip - milliLog2(places)));
}
/** However much a key proves, one with a slip proves less. */
const SLIP_BEHIND: MilliBits = -1_500;
