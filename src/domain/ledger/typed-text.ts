import { maskCardNumbers } from '../card-numbers.ts';
import type { PaymentKeys } from './sale.ts';

/** The most characters that a free text keeps. */
export const TEXT_MAX = 500;
const KEY_MAX = 64;

/** What a person typed into a free text: full-width characters made plain, card numbers masked, blanks around it gone; null if nothing is left. */
export function typedText(text: string | null | undefined): string | null {
	const kept = maskCardNumbers((text ?? '').normalize('NFKC').trim())
		.slice(0, TEXT_MAX)
		.trim();
	return kept === '' ? null : kept;
}

/**
 * Payment keys as a cashier typed them. A whole card number in any of them is cut to its last four digits, which still find
 * the receipt; an emptied field clears its key, a field that is not named stays out.
 */
export function typedKeys(keys: Partial<PaymentKeys>): Partial<PaymentKeys> {
	const kept: { -readonly [K in keyof PaymentKeys]?: string | null } = {};
	for (const name of Object.keys(keys) as (keyof PaymentKeys)[]) {
		const typed = keys[name];
		if (typed !== undefined) kept[name] = typed === null ? null : typedKey(name, typed);
	}
	return kept;
}

function typedKey(name: keyof PaymentKeys, typed: string): string | null {
	const plain = typed.normalize('NFKC').replace(/\s+/g, '').toUpperCase();
	if (name === 'last4' || maskCardNumbers(plain) !== plain) return plain.replace(/[^0-9A-Z]/g, '').slice(-4) || null;
	return plain.slice(0, KEY_MAX) || null;
}
