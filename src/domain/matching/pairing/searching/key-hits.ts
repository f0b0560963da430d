import { DAY_MS } from '../../../time.ts';
import { REACH } from '../../weights.ts';
import { type KeyField, relate, TAIL_LEAST } from '../scoring/keys.ts';
import type { Side } from '../side.ts';

/** Pairs whose typed and printed keys agree, whatever their amounts and times within `days`. */
export type KeyHits = { readonly left: Int32Array; readonly right: Int32Array };

/** Batch numbers are shared by a whole day, so they find nobody. */
const FINDING = ['rrn', 'authCode', 'channelOrderNo', 'merchantOrderNo', 'traceNo', 'last4'] as const satisfies readonly KeyField[];

/**
 * Finds, for each typed key, the receipts that print it in full, end with it, or (for a code of five or more characters
 * that nobody prints) print it with one slip.
 */
export function keyHits(left: Side, right: Side, days: number): KeyHits {
	const lefts: number[] = [];
	const rights: number[] = [];
	if (!left.keyed.includes(1)) return { left: Int32Array.of(), right: Int32Array.of() };
	const isNear = (l: number, r: number) => Math.abs((right.at[r] ?? 0) - (left.at[l] ?? 0)) <= days * DAY_MS;
	const put = (l: number, found: readonly number[]) => {
		if (found.length > REACH.keyHitsMost) return;
		for (const r of found) {
			lefts.push(l);
			rights.push(r);
		}
	};
	for (const field of FINDING) {
		const typed = typedKeys(left, field);
		if (typed.length === 0) continue;
		const index = tails(right, field, new Set(typed.map(({ text }) => tailOf(text, tailLength(text)))));
		const unfound: Typed[] = [];
		for (const { l, text } of typed) {
			const found = candidates(index, text).filter((r) => isNear(l, r) && agrees(text, right.keys[r]?.[field], field));
			if (found.length === 0) unfound.push({ l, text });
			put(l, found);
		}
		if (field === 'authCode')
			for (const { l, found } of slipped(right, unfound))
				put(
					l,
					found.filter((r) => isNear(l, r)),
				);
	}
	return { left: Int32Array.from(lefts), right: Int32Array.from(rights) };
}

type Typed = { readonly l: number; readonly text: string };

function typedKeys(left: Side, field: KeyField): Typed[] {
	const typed: Typed[] = [];
	for (let l = 0; l < left.size; l++) {
		const text = left.keyed[l] === 1 ? (left.keys[l]?.[field] ?? null) : null;
		if (text !== null) typed.push({ l, text });
	}
	return typed;
}

function agrees(typed: string, printed: string | null | undefined, field: KeyField): boolean {
	if (printed === null || printed === undefined) return false;
	const relation = relate(typed, printed, field);
	return relation === 'equal' || relation === 'tail';
}

function isFar(typed: string, printed: string | null | undefined, field: KeyField): boolean {
	return printed === null || printed === undefined || relate(typed, printed, field) === 'differs';
}

/** Longer tails are tried first, so that an ending shared by hundreds of numbers costs nothing. */
const TAILS = [8, TAIL_LEAST] as const;
const SHARED_BY_TOO_MANY = 200;

/** Rows by the last characters of their printed key, as far as somebody typed such an ending. */
function tails(side: Side, field: KeyField, wanted: ReadonlySet<string>): Map<string, number[]> {
	const index = new Map<string, number[]>();
	// Of short endings there are no long ones, so most fields are looked through for one length only.
	const lengths = TAILS.filter((length) => [...wanted].some((tail) => tail.length === length));
	for (let row = 0; row < side.size; row++) {
		const printed = side.keys[row]?.[field] ?? null;
		if (printed === null) continue;
		for (const length of lengths) {
			const tail = printed.length >= length || length === TAIL_LEAST ? tailOf(printed, length) : '';
			if (wanted.has(tail)) add(index, tail, row);
		}
	}
	return index;
}

function candidates(index: ReadonlyMap<string, readonly number[]>, typed: string): readonly number[] {
	const found = index.get(tailOf(typed, tailLength(typed))) ?? [];
	return found.length > SHARED_BY_TOO_MANY ? [] : found;
}

function tailLength(typed: string): number {
	return typed.length >= TAILS[0] ? TAILS[0] : TAIL_LEAST;
}

/** Short numbers count as if their leading zeros had been typed. */
function tailOf(text: string, length: number): string {
	return text.slice(-length).padStart(length, '0');
}

/** Authorisation codes are random, so one with a single slip still finds its receipt: two texts one slip apart share one with a character left out. */
function slipped(right: Side, typed: readonly Typed[]): { readonly l: number; readonly found: readonly number[] }[] {
	const long = typed.filter(({ text }) => text.length >= SLIP_LEAST);
	const wanted = new Map<string, number[]>();
	for (const { l, text } of long) for (const short of shortened(text)) add(wanted, short, l);
	const found = new Map<number, Set<number>>(long.map(({ l }) => [l, new Set()]));
	if (wanted.size > 0)
		right.keys.forEach(({ authCode }, r) => {
			if (authCode === null || authCode.length < SLIP_LEAST) return;
			for (const short of shortened(authCode)) for (const l of wanted.get(short) ?? []) found.get(l)?.add(r);
		});
	return long.map(({ l, text }) => ({ l, found: [...(found.get(l) ?? [])].filter((r) => !isFar(text, right.keys[r]?.authCode, 'authCode')) }));
}
const SLIP_LEAST = 5;

/** The text, and the text with each of its characters left out; the same text may come twice. */
function shortened(text: string): readonly string[] {
	const all = [text];
	for (let k = 0; k < text.length; k++) all.push(text.slice(0, k) + text.slice(k + 1));
	return all;
}

function add(index: Map<string, number[]>, key: string, row: number): void {
	const list = index.get(key);
	if (list) list.push(row);
	else index.set(key, [row]);
}
