import { unzipSync, zipSync } from 'fflate';
import { type Random, seeded } from '../../support/random.ts';

/** Ways in which a file is damaged on its way from the provider to the shop, or made to do harm. Same seed, same bytes. */

export type Mutated = {
	readonly bytes: Uint8Array;
	readonly what: readonly string[] /** Card numbers that were written into it, digits only. */;
	readonly cards: readonly string[];
};

/** Numbers that pass the Luhn check and belong to nobody: those that card schemes publish for tests. */
export const CARDS = ['4111111111111111', '5555555555554444', '378282246310005', '6011111111111117', '6222021234567890128'] as const;

type Mutation = (bytes: Uint8Array, random: Random, others: readonly Uint8Array[]) => { bytes: Uint8Array; card?: string };

const ascii = (text: string) => new TextEncoder().encode(text);
const join = (...parts: readonly Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));
const splice = (bytes: Uint8Array, at: number, drop: number, put: Uint8Array) => join(bytes.slice(0, at), put, bytes.slice(at + drop));
const placeIn = (bytes: Uint8Array, random: Random) => random.below(Math.max(1, bytes.length));
/** Where a line begins, a random one. */
const lineStart = (bytes: Uint8Array, random: Random) => bytes.indexOf(10, placeIn(bytes, random)) + 1;

const HOSTILE = [
	'\0',
	'"',
	'""""',
	'\r',
	'\n',
	'\t',
	',',
	';',
	'`',
	'=1+2',
	'=cmd|x',
	'-',
	'1e999',
	'1.23E+22',
	'9'.repeat(400),
	'０１２',
	'￥',
	'NaN',
	'\ufeff',
	'<!--',
	']]>',
	':61:',
	'&amp;',
];

const MUTATIONS: Readonly<Record<string, Mutation>> = {
	cut: (bytes, random) => ({ bytes: bytes.slice(0, placeIn(bytes, random)) }),
	'head lost': (bytes, random) => ({ bytes: bytes.slice(random.below(Math.min(bytes.length, 400))) }),
	'bit flipped': (bytes, random) => ({ bytes: splice(bytes, placeIn(bytes, random), 1, Uint8Array.of(random.below(256))) }),
	'bytes lost': (bytes, random) => ({ bytes: splice(bytes, placeIn(bytes, random), 1 + random.below(30), new Uint8Array()) }),
	'bytes repeated': (bytes, random) => {
		const at = placeIn(bytes, random);
		return { bytes: splice(bytes, at, 0, bytes.slice(at, at + 1 + random.below(200))) };
	},
	'zeros written': (bytes, random) => ({ bytes: splice(bytes, placeIn(bytes, random), 20, new Uint8Array(20)) }),
	'hostile text': (bytes, random) => ({ bytes: splice(bytes, placeIn(bytes, random), random.below(8), ascii(random.pick(HOSTILE))) }),
	'a card number': (bytes, random) => {
		const card = random.pick(CARDS);
		return { bytes: splice(bytes, placeIn(bytes, random), random.below(4), ascii(written(card, random))), card };
	},
	'a card number in a cell': (bytes, random) => {
		const card = random.pick(CARDS);
		const from = lineStart(bytes, random);
		const at = bytes.findIndex((byte, i) => i >= from && (byte === 44 || byte === 9 || byte === 59 || byte === 62)) + 1;
		return { bytes: splice(bytes, at, 0, ascii(written(card, random))), card };
	},
	'line twice': (bytes, random) => {
		const at = lineStart(bytes, random);
		const end = bytes.indexOf(10, at) + 1;
		return { bytes: end > at ? splice(bytes, at, 0, bytes.slice(at, end)) : bytes };
	},
	'line lost': (bytes, random) => {
		const at = lineStart(bytes, random);
		const end = bytes.indexOf(10, at) + 1;
		return { bytes: end > at ? splice(bytes, at, end - at, new Uint8Array()) : bytes };
	},
	'line ends of another system': (bytes, random) => ({
		bytes: random.chance(0.5) ? bytes.map((byte) => (byte === 10 ? 13 : byte)) : bytes.filter((byte) => byte !== 13),
	}),
	'two files in one': (bytes, random, others) => ({ bytes: join(bytes, random.pick(others)) }),
	'other separator': (bytes, random) => {
		const to = random.pick([9, 59, 44]);
		return { bytes: bytes.map((byte) => (byte === 44 || byte === 9 || byte === 59 ? to : byte)) };
	},
	'saved as UTF-16': (bytes) => ({ bytes: join(Uint8Array.of(0xff, 0xfe), ...[...bytes.slice(0, 20_000)].map((byte) => Uint8Array.of(byte, 0))) }),
	'a mark in front': (bytes) => ({ bytes: join(Uint8Array.of(0xef, 0xbb, 0xbf), bytes) }),
	'a thousand times a piece': (bytes, random) => {
		const at = placeIn(bytes, random);
		const piece = bytes.slice(at, at + 1 + random.below(40));
		return { bytes: splice(bytes, at, 0, join(...Array.from({ length: 1_000 }, () => piece))) };
	},
};

/** Plain, or in groups as it stands on the card. */
function written(card: string, random: Random): string {
	if (random.chance(0.5)) return card;
	return card.replace(/(\d{4})(?=\d)/g, random.pick(['$1 ', '$1-']));
}

/** A file after one to four mishaps; of an archive or workbook half of the time one of the files in it. */
export function mutate(seed: number, original: Uint8Array, others: readonly Uint8Array[]): Mutated {
	const random = seeded(seed);
	return isZip(original) && random.chance(0.5) ? mutateInside(original, random, others) : mutateBytes(original, random, others);
}

function mutateBytes(original: Uint8Array, random: Random, others: readonly Uint8Array[]): Mutated {
	const names = Object.keys(MUTATIONS);
	const what: string[] = [];
	const cards: string[] = [];
	let bytes = original;
	for (let i = 1 + random.below(4); i > 0; i--) {
		const name = random.pick(names);
		const mutated = MUTATIONS[name]?.(bytes, random, others);
		if (!mutated || mutated.bytes.length > BYTES_MAX) continue;
		what.push(name);
		bytes = mutated.bytes;
		if (mutated.card) cards.push(mutated.card);
	}
	return { bytes, what, cards };
}

/** Repeating pieces of repeated pieces would make files of any size. */
const BYTES_MAX = 4_000_000;

function isZip(bytes: Uint8Array): boolean {
	return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

function mutateInside(archive: Uint8Array, random: Random, others: readonly Uint8Array[]): Mutated {
	const files = unzipSync(archive);
	const name = random.pick(Object.keys(files));
	const mutated = mutateBytes(files[name] ?? new Uint8Array(), random, others);
	return { ...mutated, bytes: zipSync({ ...files, [name]: mutated.bytes }), what: mutated.what.map((one) => `${one} in ${name}`) };
}
