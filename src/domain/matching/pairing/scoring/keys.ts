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

/** Upper case, ordinary digits, no blanks or dashes: how numbers are compared, whoever typed them. */
export function plainKeys(keys: PaymentKeys): PaymentKeys {
	if (KEY_FIELDS.every((field) => isPlain(keys[field]))) return keys;
	const plain: { -readonly [K in KeyField]: string | null } = { ...NO_KEYS };
	for (const field of KEY_FIELDS) {
		const value = keys[field];
		plain[field] = value === null ? null : plainText(value) || null;
	}
	return plain;
}

const PLAIN = /^[0-9A-Z]+$/;

function isPlain(value: string | null): boolean {
	return value === null || PLAIN.test(value);
}

function plainText(value: string): string {
	if (/^[0-9A-Z]*$/.test(value)) return value;
	return value
		.normalize('NFKC')
		.toUpperCase()
		.replaceAll(/[^0-9A-Z]/g, '');
}

/** The most that any key may prove, the fields whose numbers run on from payment to payment, and how usual a wrong key and a slip are. */
export type KeyContext = { readonly most: MilliBits; readonly running: ReadonlySet<KeyField>; readonly differs: MilliBits; readonly slip: MilliBits };

/**
 * What the typed keys of a sale say about a receipt's printed ones. Whoever copies from the wrong slip spoils all keys at
 * once, and whoever copies from the right one gets all right: so only the strongest counts in full, and no key for more
 * than `most`.
 */
export function keyEvidence(typed: PaymentKeys, printed: PaymentKeys, { running, ...usual }: KeyContext): readonly KeyEvidence[] {
	const found: KeyEvidence[] = [];
	for (const field of KEY_FIELDS) {
		const a = typed[field];
		const b = printed[field];
		if (a === null || b === null) continue;
		const relation = relate(a, b, field);
		found.push({ field, relation, milliBits: weigh(field, relation, { ...usual, length: Math.min(a.length, b.length), runs: running.has(field) }) });
	}
	if (found.length < 2) return found;
	const best = found.reduce((a, b) => (b.milliBits > a.milliBits ? b : a));
	const worst = found.reduce((a, b) => (b.milliBits < a.milliBits ? b : a));
	const leading = best.milliBits > 0 ? best : worst;
	return found.map((one) => (one === leading ? one : { ...one, milliBits: Math.round(one.milliBits * further(one, leading)) }));
}

function further(one: KeyEvidence, leading: KeyEvidence): number {
	return one.milliBits >= 0 || leading.milliBits < 0 ? WEIGHTS.furtherKeyShare : WEIGHTS.furtherKeyShare * 2;
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
	while (start < a.length && a[start] === b[start]) start++;
	let end = 0;
	while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
	const restA = a.slice(start, a.length - end);
	const restB = b.slice(start, b.length - end);
	if (restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0]) return 'swapped';
	return restA.length <= 1 && restB.length <= 1 ? 'one_off' : 'differs';
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

type Weighing = Omit<KeyContext, 'running'> & { readonly length: number; readonly runs: boolean };

function weigh(field: KeyField, relation: KeyRelation, { length, most, runs, differs, slip }: Weighing): MilliBits {
	const full = Math.min(CAPS[field], length * DIGIT_BITS, most);
	if (relation === 'equal' || relation === 'tail') return full;
	if (field === 'batchNo') return -1_500;
	if (relation === 'differs') return differs;
	// Numbers that run on have neighbours one digit away, so a slip in them proves nothing.
	if (field === 'traceNo' || runs) return -1_000;
	const places = relation === 'swapped' ? length : length * 10;
	return Math.min(most + SLIP_BEHIND, Math.max(differs, Math.min(CAPS[field], length * DIGIT_BITS) + slip - milliLog2(places)));
}
/** However much a key proves, one with a slip proves less. */
const SLIP_BEHIND: MilliBits = -1_500;
